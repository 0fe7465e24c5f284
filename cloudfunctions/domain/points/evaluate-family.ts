/** What every account should have for one work, by all its verified printings together. */
import { pointsWords, sayAmount } from '../../wording/points';
import { causeOfPrinting } from './cause';
import { choose, type Candidate, type Kept } from './choice';
import type { PrintingFacts, WorkFacts } from './facts';
import { rulebookOn, type Rule, type Rulebook, type Share } from './rulebook';
import { shareOut } from './share-out';
import type { Target } from './target';
import { valueOf } from './value';

/**
 * Everything that is due for the work; the ledger posts the difference to what is posted already.
 * Each printing is valued by the rulebook in force on its day, then each rule chooses among them.
 */
export function evaluateFamily(rulebooks: Rulebook[], work: WorkFacts): Target[] {
  const candidates = work.printings.flatMap((printing) => valuesOf(rulebooks, work, printing));
  const ruleIds = [...new Set(candidates.map(({ rule }) => rule.id))].sort();
  return ruleIds.flatMap((ruleId) => {
    const ofRule = candidates.filter(({ rule }) => rule.id === ruleId);
    const { choice, caps } = newest(ofRule);
    const kept = choose(choice, ofRule, work.chosenAdoptionId);
    const targets = withinWork(kept, caps.work).flatMap((one) => targetsOf(one, choice, work));
    return withinPerson(targets, caps.person);
  });
}

function valuesOf(rulebooks: Rulebook[], work: WorkFacts, printing: PrintingFacts): Candidate[] {
  const rulebook = rulebookOn(rulebooks, printing.printedOn);
  const cause = causeOfPrinting(work, printing);
  const rules = (rulebook?.rules ?? []).filter((rule) => rule.cause === 'printing');
  return rules.flatMap((rule) => {
    const value = valueOf(rule, cause);
    return value && rulebook ? [{ cause, rulebook, rule, value }] : [];
  });
}

/** A rule's newest version among the printings says how they are compared. */
function newest(candidates: Candidate[]): Rule {
  const [first, ...others] = candidates.map(({ rule, rulebook }) => ({ rule, rulebook }));
  if (!first) throw new Error('a rule is only asked for with a printing it values');
  return others.reduce(
    (best, one) =>
      one.rulebook === rulebookOn([best.rulebook, one.rulebook], '9999-12-31') ? one : best,
    first,
  ).rule;
}

function targetsOf({ candidate, apart, among }: Kept, choice: Rule['choice'], work: WorkFacts) {
  const { rulebook, rule, cause, value } = candidate;
  const printing = work.printings.find(({ adoptionId }) => adoptionId === cause.id);
  const dayIn = ({ book }: Share) =>
    rulebook.books[book].dateCounted === 'verified' && printing ? printing.verifiedOn : cause.on;
  const how =
    choice.kind === 'author' && cause.id !== work.chosenAdoptionId ? 'unchosen' : choice.kind;
  const remark = among > 1 && how !== 'sum' ? pointsWords.chosen[how](among) : '';
  const as = apart === null ? rule.id : `${rule.id}@${apart}`;
  const credits = printing?.credits ?? work.credits;
  return shareOut({ rulebook, rule, cause, value, as, remark, dayIn }, work.unitId, credits);
}

/** Cuts what goes beyond the most that a work can bring, the latest printings first. */
function withinWork(kept: Kept[], most: number | null): Kept[] {
  if (most === null) return kept;
  let left = most;
  return kept.map((one) => {
    const { value } = one.candidate;
    const amount = Math.min(value.amount, Math.max(0, left));
    left -= Math.max(0, amount);
    if (amount === value.amount) return one;
    const expression = `${value.expression}${pointsWords.workCap(sayAmount(most))}`;
    return {
      ...one,
      candidate: { ...one.candidate, value: { amount, expression, isPlain: false } },
    };
  });
}

function withinPerson(targets: Target[], most: number | null): Target[] {
  if (most === null) return targets;
  const had = new Map<string, number>();
  return targets.map((target) => {
    if (target.account.kind !== 'person') return target;
    const account = `${target.account.id}:${target.book}`;
    const before = had.get(account) ?? 0;
    const amount = Math.min(target.amount, Math.max(0, most - before));
    had.set(account, before + Math.max(0, amount));
    if (amount === target.amount) return target;
    const words = pointsWords.personCap(sayAmount(most));
    return { ...target, amount, derivation: `${target.derivation}${words} → ${sayAmount(amount)}` };
  });
}
