/** Calls a minute and a day of each path, by the cloud's clock. */
import type { Clock } from '../service';
import { dayInChina } from './china-day';
import { wechatError } from './errors';
import { RATES } from './limits';

export interface Rates {
  /** Counts one call; throws 45009 when it is one too many. */
  count(path: string): void;
  /** Lets `remaining` more calls of a path through and no more, whatever the clock says. */
  limit(path: string, remaining: number): void;
  clear(): void;
}

export function createRates(clock: Clock): Rates {
  const counts = new Map<string, { window: string; calls: number }>();
  const remaining = new Map<string, number>();

  function isOver(key: string, window: string, callsMax: number): boolean {
    const known = counts.get(key);
    const count = known?.window === window ? known : { window, calls: 0 };
    counts.set(key, count);
    count.calls += 1;
    return count.calls > callsMax;
  }

  return {
    count(path) {
      const left = remaining.get(path);
      if (left !== undefined) {
        if (left <= 0) throw wechatError('quota');
        remaining.set(path, left - 1);
      }
      const rate = RATES[path];
      if (!rate) return;
      const minute = String(Math.floor(clock.now() / 60_000));
      const isOverMinute = isOver(`minute ${path}`, minute, rate.aMinute);
      const isOverDay = isOver(`day ${path}`, dayInChina(clock.now()), rate.aDay);
      if (isOverMinute || isOverDay) throw wechatError('quota');
    },
    limit: (path, calls) => void remaining.set(path, calls),
    clear() {
      counts.clear();
      remaining.clear();
    },
  };
}
