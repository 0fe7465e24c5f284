/**
 * The time as the cloud tells it: phones in villages run days ahead or behind. `session.open` brings it; how
 * far this phone is off is kept, and counts until the next answer, also without a network. Before the first
 * one the phone's own clock counts.
 *
 * The rule: whatever is shown, offered, or kept by the day (when a draft was saved, an answer read, a
 * receipt given) goes by `cloudNow`. What only measures a span on this phone (undo, pauses between
 * tries, a second tap) goes by `Date.now()`, which no answer moves in between.
 */
import { keepIfRoom, readKept } from './storage';

/** So far apart two clocks are one; an answer that took longer says nothing of the time. */
const slackMs = 3 * 60 * 1000;
const key = 'clock';

/** What is to be added to the phone's clock. */
let differenceMs = 0;

/** At the start of the app: what is known of the phone's clock. */
export function startClock(): void {
  differenceMs = readKept<number>(key) ?? 0;
}

/** The moment of now, by the cloud's clock as far as it is known. */
export function cloudNow(): number {
  return Date.now() + differenceMs;
}

/** The cloud said that it was `now`; it was asked when the phone's clock said `askedAt`. */
export function hearCloudTime(now: number, askedAt: number): void {
  const tookMs = Date.now() - askedAt;
  const isTelling = Number.isFinite(now) && tookMs >= 0 && tookMs <= slackMs;
  if (!isTelling) return;
  const foundMs = now - (askedAt + tookMs / 2);
  const nextMs = Math.abs(foundMs) <= slackMs ? 0 : Math.round(foundMs);
  // One slow answer more or less moves nothing that is shown.
  const isSame = nextMs === 0 ? differenceMs === 0 : Math.abs(nextMs - differenceMs) <= slackMs;
  if (isSame) return;
  differenceMs = nextMs;
  keepIfRoom(key, nextMs);
}
