/**
 * What time alone brings about, once a minute: passed limits escalate, embargoes end, what a duty that
 * ended left waiting is freed, periods are drafted, computed and closed, old packages are cleared. Claims
 * need nothing: a lease that has run out is not shown. Uploads that no filing took are not swept: the platform's server API can
 * delete a file, but cannot list a folder.
 */
import { clearPackages } from '../../handlers/closing/clear-packages';
import { freeStories } from '../../handlers/closing/free-stories';
import { ringAlarms } from '../../handlers/closing/ring-alarms';
import { turnPeriods } from '../../handlers/period/turn-periods';
import { now } from '../../kernel/clock';
import { tryAll } from '../../kernel/try-all';
import { openStore, takeTrips, type Store } from '../../store';
import { isTimer } from '../started-by';

/** Well inside the function's minute; the next tick goes on. */
const budgetMs = 40_000;

let store: Store | undefined;

/** Only the platform's timer may start it; deployment closes it to phones as well. */
export async function main(): Promise<{ done: number; outrun: number }> {
  if (!isTimer()) {
    console.log(JSON.stringify({ job: 'closing', outcome: 'refused' }));
    return { done: 0, outrun: 0 };
  }
  store ??= openStore();
  const startedAt = now();
  takeTrips();
  const until = startedAt + budgetMs;
  const { failures, tried } = tryAll();
  const given = { store, now, until, tried };
  const rung = (await tried('alarms', ringAlarms(given))) ?? { done: 0, outrun: 0 };
  const freed = await tried('freeings', freeStories(given));
  const turned = await tried('periods', turnPeriods(given));
  const cleared = await tried('packages', clearPackages(given));
  const line = {
    ...{
      job: 'closing',
      ...rung,
      ...freed,
      ...turned,
      ...cleared,
      failed: failures.map(({ what }) => what),
      ms: now() - startedAt,
      trips: takeTrips(),
    },
    // The most that this instance ever held, beside what the function is given.
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(JSON.stringify(line));
  // One story that nothing can be done about is no reason to close no period.
  if (failures[0]) throw failures[0].error;
  return rung;
}
