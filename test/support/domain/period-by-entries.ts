/**
 * A period's rules in their plainest form: everybody's entries in one list, gone through again for every
 * rule. Slow where there are many; what the sums of `period-sums.ts` and its parts come to is held
 * against it.
 */
import { periodWords, sayAmount } from '../../../cloudfunctions/wording/points';
import type { RuleEntry } from '../../../cloudfunctions/domain/points/rule-entry';
import { ownerKeyOf, type AccountRef } from '../../../cloudfunctions/domain/ledger/entry';
import { effectOf } from '../../../cloudfunctions/domain/points/period-effects';
import {
  concerns,
  isAmong,
  periodRulesFor,
  type Amount,
  type PeriodAccount,
  type PeriodFacts,
} from '../../../cloudfunctions/domain/points/period-facts';
import { countKeyOf, measureOf } from '../../../cloudfunctions/domain/points/period-measure';
import type { PeriodRule, Rulebook } from '../../../cloudfunctions/domain/points/rulebook';
import { divide } from '../../../cloudfunctions/domain/points/split';
import { grouped } from '../../../cloudfunctions/kernel/grouped';

type OneEntry = Amount & Pick<RuleEntry, 'causeId' | 'workId' | 'title'>;
type Account = Omit<PeriodAccount, 'sums'> & { entries: OneEntry[] };

export interface ByEntries extends Pick<PeriodFacts, 'period' | 'jury'> {
  accounts: Account[];
}

interface Brought {
  account: AccountRef;
  amount: number;
  words: string;
}

/** `<owner> <book> <amount>: <rule>：<words>`, rule by rule. */
export function broughtByEntries(rulebook: Rulebook, seen: ByEntries): string[] {
  const members = seen.accounts.map((one) => ({ ...one, entries: [...one.entries] }));
  const points = (id: string) => seen.jury.find(({ subjectId }) => subjectId === id)?.amount ?? 0;
  return periodRulesFor(rulebook, seen.period).flatMap((rule) => {
    const concerned = members.filter((member) => concerns(rule, member));
    const all =
      rule.effect.kind === 'prize'
        ? prizes(rule, rule.effect, concerned, points)
        : concerned.flatMap((member) => effects(rule, member, seen.period, points));
    const brought = all.filter(({ amount }) => amount !== 0);
    for (const { account, amount } of brought) {
      const owner = members.find((member) => ownerKeyOf(member.account) === ownerKeyOf(account));
      owner?.entries.push({
        ...{ book: rule.book, amount, category: `period:${rule.effect.kind}` },
        ...{ causeId: seen.period, workId: null, title: rule.name },
      });
    }
    return brought.map(
      ({ account, amount, words }) =>
        `${account.id} ${rule.book} ${amount / 100}: ${rule.name}：${words}`,
    );
  });
}

function effects(
  rule: PeriodRule,
  account: Account,
  period: string,
  points: (id: string) => number,
): Brought[] {
  const { effect } = rule;
  if (effect.kind === 'keep') {
    const lost = lostOf(rule, effect, account.entries);
    const words = periodWords.keep(effect.highest, sayAmount(lost));
    return [{ account: account.account, amount: -lost, words }];
  }
  const found = effectOf(rule, memberOf(rule, account, points(account.account.id)), period);
  return found ? [{ account: account.account, ...found }] : [];
}

/** All entries are sums already, each by itself; what rules brought is among them. */
function memberOf({ effect }: PeriodRule, account: Account, jury: number) {
  const of = 'of' in effect && typeof effect.of === 'object' ? effect.of : null;
  const by = effect.kind === 'prize' ? effect.by : of;
  const counts =
    by?.kind === 'entries' ? [{ of: countKeyOf(by), count: causes(by, account.entries) }] : [];
  const sums = { amounts: account.entries, counts, kept: [] };
  return { ...account, sums, jury, brought: [] };
}

function causes({ book, categories }: { book: string; categories: string[] }, all: OneEntry[]) {
  const fitting = all.filter((one) => one.book === book && isAmong(categories, one.category));
  const sums = [...grouped(fitting, ({ workId, causeId }) => workId ?? causeId).values()].map(sum);
  return sums.filter((one) => one > 0).length;
}

const sum = (all: Amount[]) => all.reduce((total, { amount }) => total + amount, 0);

function lostOf(
  { book }: PeriodRule,
  { of, categories, highest }: Extract<PeriodRule['effect'], { kind: 'keep' }>,
  entries: OneEntry[],
): number {
  const fitting = entries
    .filter((entry) => entry.book === book && isAmong(categories, entry.category))
    .filter(({ workId }) => of !== 'work' || workId !== null);
  const groupOf = ({ workId, title }: OneEntry) =>
    of === 'all' ? '' : of === 'work' ? (workId ?? '') : title;
  const subjectOf = ({ workId, causeId }: OneEntry) =>
    of === 'work' ? causeId : (workId ?? causeId);
  const dropped = [...grouped(fitting, groupOf).values()].flatMap((group) =>
    [...grouped(group, subjectOf).values()]
      .map(sum)
      .sort((one, two) => two - one)
      .slice(highest)
      .filter((amount) => amount > 0),
  );
  return dropped.reduce((total, amount) => total + amount, 0);
}

interface Subject {
  score: number;
  holders: { account: AccountRef; weight: number }[];
}

function prizes(
  rule: PeriodRule,
  { among, by, least, places }: Extract<PeriodRule['effect'], { kind: 'prize' }>,
  accounts: Account[],
  points: (id: string) => number,
): Brought[] {
  const works = new Map<string, Subject>();
  for (const account of among === 'works' ? accounts : []) {
    for (const workId of new Set(account.entries.flatMap((entry) => entry.workId ?? []))) {
      const entries = account.entries.filter((entry) => entry.workId === workId);
      const part = measureOf(by, memberOf(rule, { ...account, entries }, points(workId)));
      const work = works.get(workId) ?? { score: 0, holders: [] };
      work.score = by.kind === 'jury' ? points(workId) : work.score + part;
      work.holders.push({ account: account.account, weight: Math.max(0, part) });
      works.set(workId, work);
    }
  }
  // The odd hundredth goes by who it is, not by who was read first.
  for (const { holders } of works.values()) {
    holders.sort((one, two) => (ownerKeyOf(one.account) < ownerKeyOf(two.account) ? -1 : 1));
  }
  const subjects: Subject[] =
    among === 'works'
      ? [...works.values()]
      : accounts.map((account) => ({
          score: measureOf(by, memberOf(rule, account, points(account.account.id))),
          holders: [{ account: account.account, weight: 1 }],
        }));
  const running = subjects.filter(({ score }) => score >= least && score > 0);
  const inOrder = [...places].sort((one, two) => one.to - two.to);
  return running.flatMap(({ score, holders }) => {
    const rank = 1 + running.filter((other) => other.score > score).length;
    const won = inOrder.find(({ to }) => rank <= to)?.amount ?? 0;
    const greatest = Math.max(1, ...holders.map(({ weight }) => weight));
    const weights = holders.map(({ weight }) =>
      greatest <= 1000 ? weight : Math.round((weight * 1000) / greatest),
    );
    const parts = divide(won, weights);
    const words = periodWords.prize(rank, sayAmount(won));
    return holders.map(({ account }, place) => ({ account, amount: parts[place] ?? 0, words }));
  });
}
