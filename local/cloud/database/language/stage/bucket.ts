import { compareValues, rankOf } from '../compare';
import { isDoc, type Doc } from '../doc';
import { compileExpression } from '../expression';
import { badQuery } from '../refusal';
import { compileOutput, type Totals } from './group';
import type { Setting, Stage } from './setting';

/** `$bucket`: groups by boundaries, the lower one included; empty buckets are left out. */
export function bucketStage(operand: unknown, setting: Setting): Stage {
  if (!isDoc(operand)) throw badQuery('Argument to $bucket stage must be an object');
  if (!('groupBy' in operand) || !('boundaries' in operand)) {
    throw badQuery("$bucket requires 'groupBy' and 'boundaries' to be specified.", 'Location40198');
  }
  const boundaries = boundariesOf(operand.boundaries);
  const groupBy = compileExpression(operand.groupBy, setting.binding.names);
  const output = compileOutput(bucketFields(operand.output), setting);
  const hasDefault = 'default' in operand;
  return (docs) => {
    const buckets = new Map<unknown, Totals>();
    for (const doc of docs) {
      const value = groupBy.evaluate(doc, setting.binding.values());
      const lower = lowerBoundary(boundaries, value);
      if (lower === undefined && !hasDefault) {
        throw badQuery(
          '$switch could not find a matching branch for an input, and no default was specified.',
          'Location40066',
        );
      }
      const id = lower === undefined ? operand.default : lower;
      const bucket = buckets.get(id) ?? output();
      buckets.set(id, bucket);
      bucket.add(doc);
    }
    return [...buckets]
      .map(([id, totals]): Doc => ({ _id: id, ...totals.result() }))
      .sort((a, b) => compareValues(a._id, b._id));
  };
}

/** The fields of a bucket: as asked, or how many there are. */
export function bucketFields(output: unknown): Doc {
  if (output === undefined) return { count: { $sum: 1 } };
  if (isDoc(output)) return output;
  throw badQuery("The 'output' field of a bucket must be an object", 'Location40196');
}

function boundariesOf(boundaries: unknown): unknown[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw badQuery("The $bucket 'boundaries' field must have at least 2 values", 'Location40192');
  }
  for (let i = 1; i < boundaries.length; i++) {
    const [lower, upper]: unknown[] = boundaries.slice(i - 1, i + 1);
    if (rankOf(lower) !== rankOf(upper)) {
      throw badQuery(
        "All values in the 'boundaries' option to $bucket must have the same type",
        'Location40193',
      );
    }
    if (compareValues(lower, upper) >= 0) {
      throw badQuery(
        "The 'boundaries' option to $bucket must be sorted, but elements are not in " +
          'ascending order',
        'Location40194',
      );
    }
  }
  return boundaries;
}

/** The highest boundary that the value reaches; undefined outside all buckets. */
function lowerBoundary(boundaries: unknown[], value: unknown): unknown {
  const upper = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0);
  return upper > 0 ? boundaries[upper - 1] : undefined;
}
