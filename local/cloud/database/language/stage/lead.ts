import { type Doc, isDoc } from '../doc';
import type { Cut } from './setting';

/** What the pipeline begins by asking for; `$expr` is left to the stage itself. */
export function leadOf(pipeline: unknown): { filter: Doc; cut?: Cut } {
  const [first, second, third]: unknown[] = Array.isArray(pipeline) ? pipeline : [];
  if (!isDoc(first) || !isDoc(first.$match)) return { filter: {} };
  const filter = first.$match;
  const cut = isPlainFilter(filter) ? cutOf(second, third) : undefined;
  return cut ? { filter, cut } : { filter };
}

/** `$sort` and `$limit` straight after: an index in that order need not be read any further. */
function cutOf(second: unknown, third: unknown): Cut | undefined {
  if (!isDoc(second) || !isDoc(second.$sort) || !isDoc(third)) return undefined;
  const limit = third.$limit;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1) return undefined;
  const order: Cut['order'] = [];
  for (const [path, direction] of Object.entries(second.$sort)) {
    if (direction !== 1 && direction !== -1) return undefined;
    order.push([path, direction]);
  }
  return order.length > 0 ? { order, limit } : undefined;
}

/** Without variables of the pipeline, which only its stages know. */
export function isPlainFilter(filter: Doc): boolean {
  return !JSON.stringify(filter).includes('"$expr"');
}
