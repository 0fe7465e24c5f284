/** Prizes by rank: among accounts, or among works with the prize divided by who has a part in it. */
import { periodWords, sayAmount } from '../../wording/points';
import type { AccountRef } from '../ledger/entry';
import type { Member, PeriodFacts } from './period-facts';
import { measureOf } from './period-measure';
import type { PeriodRule } from './rulebook';
import { divide } from './split';

type Prize = Extract<PeriodRule['effect'], { kind: 'prize' }>;

interface Subject {
  score: number;
  holders: { account: AccountRef; weight: number }[];
}

export interface Won {
  account: AccountRef;
  amount: number;
  words: string;
}

/** Who ties shares the rank, and the next rank is left out. */
export function prizesOf(prize: Prize, members: Member[], jury: PeriodFacts['jury']): Won[] {
  const subjects =
    prize.among === 'accounts' ? accountsOf(prize, members) : worksOf(prize, members, jury);
  const running = subjects.filter(({ score }) => score >= prize.least && score > 0);
  const places = [...prize.places].sort((one, two) => one.to - two.to);
  return running.flatMap(({ score, holders }) => {
    const rank = 1 + running.filter((other) => other.score > score).length;
    const won = places.find(({ to }) => rank <= to)?.amount ?? 0;
    const parts = divide(
      won,
      holders.map(({ weight }) => weight),
    );
    const words = periodWords.prize(rank, sayAmount(won));
    return holders.map(({ account }, place) => ({ account, amount: parts[place] ?? 0, words }));
  });
}

function accountsOf({ by }: Prize, members: Member[]): Subject[] {
  return members.map((member) => ({
    score: measureOf(by, member),
    holders: [{ account: member.account, weight: 1 }],
  }));
}

function worksOf({ by }: Prize, members: Member[], jury: PeriodFacts['jury']): Subject[] {
  const works = new Map<string, Subject>();
  for (const member of members) {
    const workIds = new Set(member.entries.flatMap(({ workId }) => workId ?? []));
    for (const workId of workIds) {
      const own = { ...member, entries: member.entries.filter((entry) => entry.workId === workId) };
      const work = works.get(workId) ?? { score: 0, holders: [] };
      const points = jury.find(({ subjectId }) => subjectId === workId)?.amount ?? 0;
      const part = measureOf(by, { ...own, jury: points });
      // The jury judges the work as a whole; amounts add up over those who share it.
      work.score = by.kind === 'jury' ? points : work.score + part;
      work.holders.push({ account: member.account, weight: Math.max(0, part) });
      works.set(workId, work);
    }
  }
  return [...works.values()].map((work) => ({ ...work, holders: scaled(work.holders) }));
}

/** Weights small enough to be multiplied with an amount exactly. */
function scaled(holders: Subject['holders']): Subject['holders'] {
  const greatest = Math.max(1, ...holders.map(({ weight }) => weight));
  if (greatest <= 1000) return holders;
  return holders.map(({ account, weight }) => ({
    account,
    weight: Math.round((weight * 1000) / greatest),
  }));
}
