/** Watches the cloud's clock, running by itself or moved by hand, and tells what has come due. */
import type { Clock } from '../service';
import { dueBetween } from './triggers';
import type { Due, Trigger } from './triggers';

/** Node's timers cannot wait much longer; and a laptop that slept is noticed within this time. */
const WAIT_MS_MAX = 60_000;

export interface Ticker {
  start(): void;
  /** While it is paused only moves by hand bring triggers due, not the time that passes. */
  pause(isPaused: boolean): void;
  /** Forgets what came due so far, and a pause. */
  reset(): void;
  stop(): void;
}

/** `fire` never rejects; a move of the clock waits for each of its calls. */
export function createTicker(parts: {
  clock: Clock;
  triggers: () => Trigger[];
  fire: (due: Due) => Promise<void>;
}): Ticker {
  const { clock, triggers, fire } = parts;
  let checkedUpTo = clock.now();
  let wait: NodeJS.Timeout | undefined;
  let isPaused = false;
  let unsubscribe = (): void => undefined;

  function schedule(): void {
    clearTimeout(wait);
    const times = triggers().map((one) => one.schedule.next(checkedUpTo) ?? Infinity);
    const waitMs = Math.min(...times, clock.now() + WAIT_MS_MAX) - clock.now();
    wait = setTimeout(tick, Math.max(0, waitMs));
    wait.unref();
  }

  function tick(): void {
    const due = takeDue(clock.now());
    if (!isPaused) for (const one of due) void fire(one);
    schedule();
  }

  function takeDue(toMs: number): Due[] {
    const fromMs = checkedUpTo;
    checkedUpTo = toMs;
    return dueBetween(triggers(), fromMs, toMs);
  }

  async function moved(_fromMs: number, toMs: number): Promise<void> {
    // After a move backwards, what was due before is due again when its time comes again.
    const due = toMs > checkedUpTo ? takeDue(toMs) : [];
    checkedUpTo = toMs;
    schedule();
    for (const one of due) await fire(one);
  }

  return {
    start() {
      checkedUpTo = clock.now();
      unsubscribe = clock.onMoved(moved);
      schedule();
    },
    pause(wanted) {
      isPaused = wanted;
    },
    reset() {
      isPaused = false;
      checkedUpTo = clock.now();
      schedule();
    },
    stop() {
      clearTimeout(wait);
      unsubscribe();
    },
  };
}
