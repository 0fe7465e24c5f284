/** Rows and columns of a table: the first that fits counts, so none may stand where nothing reaches it. */
import type { Base, Condition } from './rulebook';

type Table = Extract<Base, { kind: 'table' }>;
type Heading = Table['rows'][number];

export interface HeadingFound {
  problem: 'row_unreached' | 'rows_overlap' | 'row_empty';
  /** The row or column that has it. */
  part: string;
}

/** The first row or column that is never reached, overlaps half, or has nothing in it. */
export function headingProblem({ rows, columns, amounts }: Table): HeadingFound | undefined {
  const found = [rows, columns].flatMap((headings) => overlapIn(headings) ?? []);
  const [first] = found;
  if (first) return first;
  const isBlank = (cells: (number | null | undefined)[]) => cells.every((cell) => cell == null);
  const blankRow = rows.find((_row, at) => isBlank(amounts[at] ?? []));
  const blankColumn = columns.find((_column, at) => isBlank(amounts.map((row) => row[at])));
  const blank = blankRow ?? blankColumn;
  return blank && { problem: 'row_empty', part: blank.label };
}

function overlapIn(headings: Heading[]): HeadingFound | undefined {
  for (const [at, heading] of headings.entries()) {
    const former = headings.slice(0, at);
    if (former.some((one) => includes(one.conditions, heading.conditions))) {
      return { problem: 'row_unreached', part: heading.label };
    }
    if (former.some((one) => crosses(one, heading))) {
      return { problem: 'rows_overlap', part: heading.label };
    }
  }
  return undefined;
}

/** Whatever fits the narrow conditions fits the wide ones. */
export function includes(wide: Condition[], narrow: Condition[]): boolean {
  return wide.every((condition) => narrow.some((other) => follows(condition, other)));
}

/** Does the one hold wherever the other does? */
function follows(one: Condition, other: Condition): boolean {
  if (one.dimension !== other.dimension) return false;
  if (one.is === 'known') return other.is !== 'unknown' && other.is !== 'none_of';
  if (one.is === 'one_of') return other.is === 'one_of' && isWithin(other.values, one.values);
  if (one.is === 'none_of') return other.is === 'none_of' && isWithin(one.values, other.values);
  if (one.is === 'range') return other.is === 'range' && isInside(other, one);
  return other.is === 'unknown';
}

/**
 * Two that differ in one condition only, where each has something of its own and something of both: a
 * slip of the pen. A wide one after a narrow one is a usual way to write «all the others».
 */
function crosses(left: Heading, right: Heading): boolean {
  const [one, ...more] = unshared(left, right);
  const [other, ...others] = unshared(right, left);
  if (!one || !other || more.length > 0 || others.length > 0) return false;
  if (one.dimension !== other.dimension || follows(other, one)) return false;
  if (one.is === 'one_of' && other.is === 'one_of') {
    return one.values.some((value) => other.values.includes(value));
  }
  return one.is === 'range' && other.is === 'range' && meet(one, other);
}

function unshared(of: Heading, than: Heading): Condition[] {
  const known = new Set(than.conditions.map((condition) => JSON.stringify(condition)));
  return of.conditions.filter((condition) => !known.has(JSON.stringify(condition)));
}

type Range = Extract<Condition, { is: 'range' }>;

const isWithin = (few: string[], many: string[]) => few.every((value) => many.includes(value));

const isInside = (inner: Range, outer: Range) =>
  (inner.atLeast ?? -Infinity) >= (outer.atLeast ?? -Infinity) &&
  (inner.under ?? Infinity) <= (outer.under ?? Infinity);

const meet = (one: Range, other: Range) =>
  (one.atLeast ?? -Infinity) < (other.under ?? Infinity) &&
  (other.atLeast ?? -Infinity) < (one.under ?? Infinity);
