import { causeOfFact } from './cause';
import type { RegisteredFact } from './facts';
import { rulebookOn, type Rulebook } from './rulebook';
import { shareOut } from './share-out';
import type { Target } from './target';
import { valueOf } from './value';

/**
 * What a registered fact brings or costs the person and the unit it is about, by the rulebook in
 * force on its day; nothing once it is withdrawn. Every rule that fits counts.
 */
export function evaluateFact(
  rulebooks: Rulebook[],
  fact: RegisteredFact,
  context: { unitClass: string | null },
): Target[] {
  const rulebook = rulebookOn(rulebooks, fact.occurredOn);
  // A jury's points wait for the period's rules.
  if (!rulebook || fact.state === 'withdrawn' || fact.kind === 'jury') return [];
  const cause = causeOfFact(fact, context.unitClass);
  const { personId } = fact;
  const credit = { personId, name: '', part: 'text' as const, isJournalist: false };
  return rulebook.rules
    .filter((rule) => rule.cause === 'fact')
    .flatMap((rule) => {
      const value = valueOf(rule, cause);
      if (!value) return [];
      const worth = { rulebook, rule, cause, value, as: rule.id, remark: '' };
      const dayIn = () => fact.occurredOn;
      return shareOut({ ...worth, dayIn }, fact.unitId, personId === null ? [] : [credit]);
    });
}
