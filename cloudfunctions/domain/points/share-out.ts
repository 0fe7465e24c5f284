/** From what a cause is worth to what each account should have of it. */
import { bracketed, pointsWords, sayAmount, sayFactor } from '../../wording/points';
import type { Credit } from '../adoption/adoption';
import type { AccountRef } from '../ledger/entry';
import type { Cause } from './cause';
import type { Rule, Rulebook, Share } from './rulebook';
import { share as percentOf, splitAmong } from './split';
import type { Target } from './target';
import type { Value } from './value';

export interface Worth {
  rulebook: Rulebook;
  rule: Rule;
  cause: Cause;
  value: Value;
  /** `ruleId` of the targets. */
  as: string;
  /** Words after the derivation, e.g. how many printings it was chosen from. */
  remark: string;
  /** The day that counts in a book, by its terms. */
  dayIn: (share: Share) => string;
}

/** One target for each account of each share. */
export function shareOut(worth: Worth, unitId: string, credits: Credit[]): Target[] {
  return worth.rule.shares.flatMap((share) => {
    const amount = percentOf(worth.value.amount, share.percent);
    if (share.account === 'unit') {
      return [
        targetOf(worth, share, { account: { kind: 'unit', id: unitId }, amount, factor: null }),
      ];
    }
    return splitAmong(amount, credits, share.split).map(({ personId, amount: portion, factor }) =>
      targetOf(worth, share, {
        account: { kind: 'person', id: personId },
        amount: portion,
        factor,
      }),
    );
  });
}

function targetOf(
  worth: Worth,
  share: Share,
  portion: { account: AccountRef; amount: number; factor: string | null },
): Target {
  const { rule, rulebook, cause, value } = worth;
  const factors = [
    share.percent === 100 ? null : `${pointsWords.counted} ${sayFactor(share.percent)}`,
    portion.factor,
  ].filter((factor) => factor !== null);
  return {
    account: portion.account,
    book: share.book,
    amount: portion.amount,
    ruleId: worth.as,
    ruleVersion: rulebook.version,
    causeId: cause.id,
    occurredOn: worth.dayIn(share),
    derivation: `${derive(value, factors, portion.amount)}${unitOf(share)}${worth.remark}`,
    category: rule.category ?? cause.category,
  };
}

/** `省级报纸头版 40 × 联合署名 ½ = 20`; one term alone needs no result. */
function derive(value: Value, factors: string[], amount: number): string {
  if (factors.length === 0 && value.isPlain) return value.expression;
  const product = [factors.length > 0 ? bracketed(value.expression) : value.expression, ...factors];
  return `${product.join(' × ')}${pointsWords.equals}${sayAmount(amount)}`;
}

const unitOf = ({ book }: Share) => (book === 'yuan' ? ` ${pointsWords.yuan}` : '');
