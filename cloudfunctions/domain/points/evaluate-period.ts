/** What a period's rules bring or cost, once everything of the period is known. */
import { periodWords, pointsWords, sayAmount } from '../../wording/points';
import { accountIdOf } from '../ledger/entry';
import { lastDayOf } from '../period/period';
import { effectOf } from './period-effects';
import { concerns, periodRulesFor, type Member, type PeriodFacts } from './period-facts';
import { measureOf } from './period-measure';
import { prizesOf, type Won } from './period-prizes';
import type { PeriodRule, Rulebook } from './rulebook';
import type { Target } from './target';

/**
 * Rules of the period's length, in their order; each sees what the former ones brought. It is a
 * function of the facts alone: evaluated again after a late fact, the difference is what is due.
 */
export function evaluatePeriod(rulebook: Rulebook, facts: PeriodFacts): Target[] {
  const members = membersOf(facts);
  const byAccount = new Map(members.map((member) => [keyOf(member), member]));
  return periodRulesFor(rulebook, facts.period).flatMap((rule) => {
    const targets = wonBy(rule, members, facts)
      .filter(({ amount }) => amount !== 0)
      .map((won) => targetOf(won, rule, { rulebook, facts }));
    for (const { account, book, amount, category } of targets) {
      const brought = { book, amount, category, title: rule.name };
      byAccount.get(accountIdOf(account, 'points'))?.brought.push(brought);
    }
    return targets;
  });
}

export interface QuotaProgress {
  ruleId: string;
  ownerId: string;
  have: number;
  need: number;
  /** How many periods in a row it was below, this one included. */
  shortInARow: number;
  isNamed: boolean;
}

/** Where everybody stands with every quota of the period; bulletins and reminders show it. */
export function quotaProgress(rulebook: Rulebook, facts: PeriodFacts): QuotaProgress[] {
  const members = membersOf(facts);
  return periodRulesFor(rulebook, facts.period).flatMap((rule) => {
    const { effect } = rule;
    if (effect.kind !== 'quota') return [];
    return members
      .filter((member) => concerns(rule, member))
      .map((member) => {
        const have = measureOf(effect.of, member);
        const shortInARow = have < effect.need ? (member.shortBefore[rule.id] ?? 0) + 1 : 0;
        const isNamed = effect.nameAfter !== null && shortInARow >= effect.nameAfter;
        const ownerId = member.account.id;
        return { ruleId: rule.id, ownerId, have, need: effect.need, shortInARow, isNamed };
      });
  });
}

function membersOf({ accounts, jury }: PeriodFacts): Member[] {
  const points = new Map(jury.map(({ subjectId, amount }) => [subjectId, amount]));
  return accounts.map((account) => ({
    ...{ ...account, jury: points.get(account.account.id) ?? 0, brought: [] },
  }));
}

/** One account of a person or unit; the book does not matter here. */
const keyOf = ({ account }: Member) => accountIdOf(account, 'points');

function wonBy(rule: PeriodRule, members: Member[], { works, period }: PeriodFacts): Won[] {
  const concerned = members.filter((member) => concerns(rule, member));
  if (rule.effect.kind === 'prize') {
    const ofRule = works.filter(({ ruleId }) => ruleId === rule.id);
    return prizesOf(rule.effect, concerned, ofRule);
  }
  return concerned.flatMap((member) => {
    const effect = effectOf(rule, member, period);
    return effect ? [{ account: member.account, ...effect }] : [];
  });
}

function targetOf(
  { account, amount, words }: Won,
  rule: PeriodRule,
  { rulebook, facts }: { rulebook: Rulebook; facts: PeriodFacts },
): Target {
  const money = rule.book === 'yuan' ? ` ${pointsWords.yuan}` : '';
  return {
    ...{ account, book: rule.book, amount, ruleId: rule.id, ruleVersion: rulebook.version },
    causeId: facts.period,
    occurredOn: lastDayOf(facts.period),
    derivation: `${periodWords.named(rule.name, words)}${pointsWords.equals}${sayAmount(amount)}${money}`,
    category: `period:${rule.effect.kind}`,
  };
}
