import { isAmong, totalOf, type Member } from './period-facts';
import type { Measure } from './rulebook';
import { share } from './split';

/** What a rule measures of an account, in hundredths: of points, fen, or of things counted. */
export function measureOf(measure: Measure, member: Member): number {
  switch (measure.kind) {
    case 'amount':
      return totalOf(member.entries, measure.book, measure.categories);
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
          sum + share(totalOf(member.entries, book, categories), percent),
        0,
      );
  }
}

/** A cause counts once however many entries it took, and not at all when they come to nothing. */
function causesOf(
  { book, categories }: Extract<Measure, { kind: 'entries' }>,
  { entries }: Member,
): number {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    if (entry.book !== book || !isAmong(categories, entry.category)) continue;
    const subject = entry.workId ?? entry.causeId;
    sums.set(subject, (sums.get(subject) ?? 0) + entry.amount);
  }
  return [...sums.values()].filter((sum) => sum > 0).length;
}

function filingsOf(kinds: string[], { filed }: Member): number {
  return Object.entries(filed)
    .filter(([kind]) => kinds.length === 0 || kinds.includes(kind))
    .reduce((sum, [, count]) => sum + count, 0);
}
