import type { Run } from '../../domain/period/run';
import type { Change } from '../../kernel/change';
import type { Store } from '../../store';

/** What a step of a period's computation works with. */
export interface Stepping {
  store: Store;
  /** The time of this step. */
  now: number;
  /** Today in Asia/Shanghai. */
  on: string;
}

/** The run after a step, undefined when it is done with; and what else the step writes. */
export interface Step {
  run: Run | undefined;
  changes: Change[];
}

/** A read that brings fewer was the last one. */
export const pageSize = 1000;
