/** How much waits for somebody, for the tab and for the page behind it; no wx. */
import type { TodoCount } from '../platform/tab-badge';

interface Counted {
  /** Stories to review, of those read so far. */
  queued: number;
  /** The queue goes on. */
  isMore: boolean;
  returned: object[];
  tips: object[];
  printings: { count: number; isMore: boolean } | null;
  stuckCount: number;
  appealCount: number;
}

export function sumOfWaiting(waiting: Counted): TodoCount {
  const { queued, returned, tips, printings, stuckCount, appealCount } = waiting;
  const office = (printings?.count ?? 0) + stuckCount + appealCount;
  const isMore = waiting.isMore || (printings?.isMore ?? false);
  return { count: queued + returned.length + tips.length + office, isMore };
}
