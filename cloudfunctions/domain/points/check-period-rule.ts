/** What a schema cannot see of a period's rule. */
import type { Measure, PeriodRule } from './rulebook';

export type PeriodProblem =
  | 'places_disordered'
  | 'measure_of_works'
  | 'weights_empty'
  | 'cap_negative'
  | 'shortfall_gains'
  | 'payout_not_yuan'
  | 'classes_twice';

export function periodProblem({
  effect,
  book,
  unitClasses,
}: PeriodRule): PeriodProblem | undefined {
  if (new Set(unitClasses).size < unitClasses.length) return 'classes_twice';
  switch (effect.kind) {
    case 'earn':
      return isEmpty(effect.of) ? 'weights_empty' : undefined;
    case 'quota':
      if (isEmpty(effect.of)) return 'weights_empty';
      return (effect.short?.amount ?? 0) > 0 ? 'shortfall_gains' : undefined;
    case 'cap':
      return effect.most < 0 ? 'cap_negative' : undefined;
    case 'jury':
      return (effect.most ?? 0) < 0 ? 'cap_negative' : undefined;
    case 'prize':
      return prizeProblem(effect);
    // Only yuan are paid out.
    case 'payout':
      return book === 'yuan' ? undefined : 'payout_not_yuan';
    default:
      return undefined;
  }
}

function prizeProblem({
  among,
  by,
  places,
}: Extract<PeriodRule['effect'], { kind: 'prize' }>): PeriodProblem | undefined {
  if (isEmpty(by)) return 'weights_empty';
  // Stories filed and facts are an account's, not a work's.
  if (among === 'works' && (by.kind === 'filings' || by.kind === 'facts')) {
    return 'measure_of_works';
  }
  const isOrdered = places.every(({ to }, at) => to > (places[at - 1]?.to ?? 0));
  return isOrdered ? undefined : 'places_disordered';
}

const isEmpty = (measure: Measure) =>
  measure.kind === 'weighted' && measure.parts.every(({ percent }) => percent === 0);
