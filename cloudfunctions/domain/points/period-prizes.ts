/** Prizes by rank: among accounts, or among works with the prize divided by who has a part in it. */
import { periodWords, sayAmount } from '../../wording/points';
import { ownerKeyOf, type AccountRef } from '../ledger/entry';
import { ranksOf } from '../ledger/rank';
import type { Member, WorkSubject } from './period-facts';
import { measureOf } from './period-measure';
import type { PeriodRule } from './rulebook';
import { divide } from './split';

export type Prize = Extract<PeriodRule['effect'], { kind: 'prize' }>;

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
export function prizesOf(prize: Prize, members: Member[], works: WorkSubject[]): Won[] {
  const subjects =
    prize.among === 'accounts' ? accountsOf(prize, members) : worksOf(members, works);
  const places = [...prize.places].sort((one, two) => one.to - two.to);
  return ranked(prize, subjects).flatMap(({ subject: { holders }, rank }) => {
    const won = places.find(({ to }) => rank <= to)?.amount ?? 0;
    const parts = divide(
      won,
      holders.map(({ weight }) => weight),
    );
    const words = periodWords.prize(rank, sayAmount(won));
    return holders.map(({ account }, place) => ({ account, amount: parts[place] ?? 0, words }));
  });
}

/** Those that have a rank, in the order they came in. */
function ranked<One extends { score: number }>({ least }: Prize, subjects: One[]) {
  const running = subjects.filter(({ score }) => score >= least && score > 0);
  const scores = running.map(({ score }) => score).sort((one, two) => two - one);
  const ranks = new Map(ranksOf(scores).map((rank, at) => [scores[at], rank]));
  return running.map((subject) => ({ subject, rank: ranks.get(subject.score) ?? 0 }));
}

/** Those that win, of as many as are known: what wins nothing among some wins nothing among all. */
export function winning<One extends { score: number }>(prize: Prize, subjects: One[]): One[] {
  const last = Math.max(...prize.places.map(({ to }) => to));
  return ranked(prize, subjects).flatMap(({ subject, rank }) => (rank <= last ? [subject] : []));
}

function accountsOf({ by }: Prize, members: Member[]): Subject[] {
  return members.map((member) => ({
    score: measureOf(by, member),
    holders: [{ account: member.account, weight: 1 }],
  }));
}

/** By their first holders, and each of those by its entries: as one meets them account by account. */
function worksOf(members: Member[], works: WorkSubject[]): Subject[] {
  const numbers = new Map(members.map(({ account }, at) => [ownerKeyOf(account), { account, at }]));
  return works
    .map(({ score, holders }) => ({
      score,
      holders: holders
        .flatMap(({ ownerKey, weight, place }) => {
          const member = numbers.get(ownerKey);
          return member ? [{ ...member, weight, place }] : [];
        })
        .sort((one, two) => one.at - two.at),
    }))
    .sort(({ holders: [one] }, { holders: [two] }) =>
      one && two ? one.at - two.at || one.place - two.place : 0,
    )
    .map(({ score, holders }) => ({ score, holders: scaled([...holders].sort(byOwner)) }));
}

/** Whoever reads the accounts, in whatever order, gives the odd hundredth to the same one. */
const byOwner = (one: { account: AccountRef }, two: { account: AccountRef }) =>
  ownerKeyOf(one.account) < ownerKeyOf(two.account) ? -1 : 1;

/** Weights small enough to be multiplied with an amount exactly. */
function scaled(holders: Subject['holders']): Subject['holders'] {
  const greatest = Math.max(1, ...holders.map(({ weight }) => weight));
  return holders.map(({ account, weight }) => ({
    ...{ account, weight: greatest <= 1000 ? weight : Math.round((weight * 1000) / greatest) },
  }));
}
