import { compareValues, sameValue } from '../compare';
import { isDoc, type Doc } from '../doc';
import { compileExpression } from '../expression';
import { badQuery } from '../refusal';
import { bucketFields } from './bucket';
import { compileOutput } from './group';
import type { Setting, Stage } from './setting';

/** `$bucketAuto`: so many groups of like size; equal values always stay together. */
export function bucketAutoStage(operand: unknown, setting: Setting): Stage {
  if (!isDoc(operand) || !('groupBy' in operand) || !('buckets' in operand)) {
    throw badQuery("$bucketAuto requires 'groupBy' and 'buckets' to be specified", 'Location40246');
  }
  const { buckets } = operand;
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets <= 0) {
    throw badQuery("The $bucketAuto 'buckets' field must be greater than 0", 'Location40243');
  }
  if ('granularity' in operand) {
    throw badQuery('granularity of $bucketAuto is not supported by the embedded database');
  }
  const groupBy = compileExpression(operand.groupBy, setting.binding.names);
  const output = compileOutput(bucketFields(operand.output), setting);
  return (docs) => {
    const rows = Array.from(docs, (doc) => ({
      doc,
      value: groupBy.evaluate(doc, setting.binding.values()) ?? null,
    }));
    rows.sort((a, b) => compareValues(a.value, b.value));
    return divided(rows, buckets).map(({ min, max, members }) => {
      const totals = output();
      for (const { doc } of members) totals.add(doc);
      return { _id: { min, max }, ...totals.result() };
    });
  };
}

interface Row {
  doc: Doc;
  value: unknown;
}

/** A bucket's upper end is the next one's lower end; the last includes its own highest value. */
function divided(rows: Row[], buckets: number): { min: unknown; max: unknown; members: Row[] }[] {
  const size = Math.max(1, Math.round(rows.length / buckets));
  const result: { min: unknown; max: unknown; members: Row[] }[] = [];
  let start = 0;
  while (start < rows.length) {
    const isLast = result.length === buckets - 1;
    let end = isLast ? rows.length : Math.min(start + size, rows.length);
    // end is above 0 here, so both rows exist.
    while (end < rows.length && sameValue(rows[end]!.value, rows[end - 1]!.value)) end += 1;
    const highest = rows[Math.min(end, rows.length - 1)];
    result.push({ min: rows[start]?.value, max: highest?.value, members: rows.slice(start, end) });
    start = end;
  }
  return result;
}
