/** What a period rule does to one account by itself; ranks are in `period-prizes.ts`. */
import { periodWords, sayAmount, sayFactor } from '../../wording/points';
import { totalIn, type Member } from './period-facts';
import { lostOf } from './period-keeps';
import { measureOf } from './period-measure';
import { lapseOf } from './payout';
import type { PeriodRule } from './rulebook';
import { share } from './split';

/** An amount with the words for it, or null where the rule leaves the account alone. */
export type Effect = { amount: number; words: string } | null;

type EffectOf<Kind extends PeriodRule['effect']['kind']> = Extract<
  PeriodRule['effect'],
  { kind: Kind }
>;
type Rate = EffectOf<'earn'>['rate'];

export function effectOf(rule: PeriodRule, member: Member, period: string): Effect {
  const { effect, book } = rule;
  switch (effect.kind) {
    case 'start':
      return { amount: effect.amount, words: sayAmount(effect.amount) };
    case 'earn': {
      const have = measureOf(effect.of, member);
      return { amount: atRate(have, effect.rate), words: sayRate(have, effect.rate) };
    }
    case 'quota':
      return quotaEffect(effect, member);
    case 'cap': {
      const total = totalIn(member, book, effect.categories);
      const over = Math.max(0, total - effect.most);
      return { amount: -over, words: periodWords.cap(sayAmount(total), sayAmount(effect.most)) };
    }
    case 'void': {
      const isHit = member.facts.some(({ kind }) => effect.factKinds.includes(kind));
      const total = Math.max(0, totalIn(member, book, effect.categories));
      return isHit ? { amount: -total, words: periodWords.void(sayAmount(total)) } : null;
    }
    case 'keep':
      return keepEffect(rule, effect, member);
    case 'jury':
      return juryEffect(effect, member);
    case 'payout':
      return lapseOf(member.unpaid, { period, amount: totalIn(member, book, []) }, effect);
    case 'prize':
      return null;
  }
}

/** So much for each hundred hundredths, up to the limit. */
function atRate(difference: number, { amount, limit }: Rate): number {
  const due = share(difference * amount, 1);
  const size = Math.min(Math.abs(due), Math.abs(limit ?? Infinity));
  return due < 0 ? -size : size;
}

function sayRate(difference: number, { amount, limit }: Rate): string {
  const cap = limit === null ? '' : periodWords.limit(sayAmount(limit));
  return `${sayAmount(difference)} × ${sayAmount(amount)}${cap}`;
}

function quotaEffect({ of, need, short, over }: EffectOf<'quota'>, member: Member): Effect {
  const have = measureOf(of, member);
  const rate = have < need ? short : over;
  if (rate === null || have === need) return null;
  const gap = Math.abs(need - have);
  const said = periodWords[have < need ? 'short' : 'over'];
  return {
    amount: atRate(gap, rate),
    words: said(sayAmount(need), sayAmount(have), sayRate(gap, rate)),
  };
}

function juryEffect({ percent, most }: EffectOf<'jury'>, { jury }: Member): Effect {
  const due = share(jury, percent);
  const words = periodWords.jury(sayAmount(jury), sayFactor(percent));
  if (most === null || due <= most) return { amount: due, words };
  return { amount: most, words: `${words}${periodWords.limit(sayAmount(most))}` };
}

function keepEffect(rule: PeriodRule, effect: EffectOf<'keep'>, member: Member): Effect {
  const lost = lostOf(rule, effect, member);
  return { amount: -lost, words: periodWords.keep(effect.highest, sayAmount(lost)) };
}
