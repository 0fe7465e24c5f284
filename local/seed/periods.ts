/** The closes of the sample county's months, as its office came to them. */
import type { Newsroom } from './newsroom';
import { personas } from './people';
import type { Step } from './timeline';

const hourMs = 60 * 60 * 1000;
const zoneMs = 8 * hourMs;
/** After a month's end; the clock has drafted it by then, and closes it when the notice is over. */
const publishedAfterMs = 30 * hourMs;

/** Every month that ended since the organ was founded goes up for public notice. */
export function periodSteps(room: Newsroom, foundedAt: number): Step[] {
  return monthsEnded(foundedAt, room.now - publishedAfterMs).map(({ key, endedAt }) => ({
    hoursAgo: (room.now - endedAt - publishedAfterMs) / hourMs,
    about: 'period',
    run: () => publish(room, key),
  }));
}

interface Periods {
  periods: { period: string; version: number }[];
}

async function publish({ gateway }: Newsroom, period: string): Promise<void> {
  const { periods } = await gateway.call<Periods>(personas.zhou, 'period.list', {});
  const version = periods.find((one) => one.period === period)?.version;
  await gateway.call(personas.zhou, 'period.publish', { period, version });
}

/** Months of the calendar in China that ended between the two, by their keys. */
function monthsEnded(from: number, until: number): { key: string; endedAt: number }[] {
  const ended = [];
  const first = new Date(from + zoneMs);
  for (let n = 0; ; n += 1) {
    const month = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n);
    const endedAt = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n + 1) - zoneMs;
    if (endedAt > until) return ended;
    ended.push({ key: new Date(month).toISOString().slice(0, 7), endedAt });
  }
}
