import { totalIn, totalOf, type Member } from './period-facts';
import type { Measure } from './rulebook';
import { share } from './split';

/** What a rule measures of an account, in hundredths: of points, fen, or of things counted. */
export function measureOf(measure: Measure, member: Member): number {
  switch (measure.kind) {
    case 'amount':
      return totalIn(member, measure.book, measure.categories);
    case 'entries':
      return causesOf(measure, member) * 100;
    case 'filings':
      return filingsOf(measure.kinds, member) * 100;
    case 'facts':
      return (
        member.facts
          .filter(({ kind }) => measure.kinds.length === 0 || measure.kinds.includes(kind))
          .filter(({ mark }) => measure.mark === null || measure.mark === mark)
          .reduce((sum, { quantity }) => sum + quantity, 0) * 100
      );
    case 'jury':
      return member.jury;
    case 'weighted':
      return measure.parts.reduce(
        (sum, { book, categories, percent }) =>
          sum + share(totalIn(member, book, categories), percent),
        0,
      );
  }
}

export type OfCauses = Extract<Measure, { kind: 'entries' }>;

/** Rules may ask for several such measures; an account has a count for each. */
export const countKeyOf = ({ book, categories }: OfCauses) => JSON.stringify([book, categories]);

/**
 * A cause counts once however many entries it took, and not at all when they come to nothing. What
 * the period's own rules brought is one cause.
 */
function causesOf(measure: OfCauses, { sums, brought }: Member): number {
  const key = countKeyOf(measure);
  const counted = sums.counts.find(({ of }) => of === key)?.count ?? 0;
  return counted + (totalOf(brought, measure.book, measure.categories) > 0 ? 1 : 0);
}

function filingsOf(kinds: string[], { filed }: Member): number {
  return Object.entries(filed)
    .filter(([kind]) => kinds.length === 0 || kinds.includes(kind))
    .reduce((sum, [, count]) => sum + count, 0);
}
