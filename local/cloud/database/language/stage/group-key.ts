import { encodeEjson } from '../ejson';

/** Text that is equal for values that are equal, so that groups can be found in a map. */
export function groupKey(value: unknown): string {
  if (typeof value === 'string') return `s${value}`;
  // Adding 0 turns -0 into 0.
  if (typeof value === 'number') return `n${value + 0}`;
  return `e${encodeEjson(value)}`;
}
