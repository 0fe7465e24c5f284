/** What one printing or fact is worth by a rule, with the terms that say why. */
import { bracketed, pointsWords, sayAmount, sayFactor, sayTerm } from '../../wording/points';
import { baseOf } from './base';
import type { Cause } from './cause';
import { fits } from './conditions';
import type { Modifier, Rule } from './rulebook';

export interface Value {
  amount: number;
  /** The left side of a derivation, e.g. `省级报纸 20 × 头版 2`. */
  expression: string;
  /** Nothing was done to the base, so that no result needs to be said. */
  isPlain: boolean;
}

/** Null where the rule says nothing about this cause. */
export function valueOf(rule: Rule, cause: Cause): Value | null {
  if (!fits(rule.when, cause)) return null;
  for (const line of rule.lines) {
    const base = fits(line.when, cause) ? baseOf(line, cause) : null;
    if (!base) continue;
    const expression = sayTerm(base.label, sayAmount(base.amount));
    const start = { amount: base.amount, expression, isPlain: true };
    const changed = rule.modifiers
      .filter(({ when }) => fits(when, cause))
      .reduce((value, modifier) => modify(value, modifier, { base: base.amount, cause }), start);
    return capped(changed, rule.caps.each);
  }
  return null;
}

function modify(
  { amount, expression }: Value,
  { change, label }: Modifier,
  { base, cause }: { base: number; cause: Cause },
): Value {
  switch (change.kind) {
    case 'times':
      return {
        isPlain: false,
        amount: bounded((amount * change.percent) / 100),
        expression: `${bracketed(expression)} × ${sayTerm(label, sayFactor(change.percent))}`,
      };
    case 'times_number': {
      const number = cause.numbers[change.of] ?? 1;
      return {
        isPlain: false,
        amount: bounded(amount * number),
        expression: `${bracketed(expression)} × ${sayTerm(label, String(number))}`,
      };
    }
    default: {
      const added = change.kind === 'add' ? change.amount : (base * change.percent) / 100;
      const sign = added < 0 ? ' − ' : ' + ';
      const term = sayTerm(label, sayAmount(Math.abs(bounded(added))));
      return {
        isPlain: false,
        amount: bounded(amount + added),
        expression: `${expression}${sign}${term}`,
      };
    }
  }
}

/** A cap limits what is earned; a deduction it leaves alone. */
export function capped(value: Value, most: number | null): Value {
  if (most === null || value.amount <= most) return value;
  const expression = `${value.expression}${pointsWords.capped(sayAmount(most))}`;
  return { amount: most, expression, isPlain: false };
}

/** Whole hundredths, and small enough for sums to stay exact. */
function bounded(amount: number): number {
  const limit = 1_000_000_000_000;
  return Math.sign(amount) * Math.min(limit, Math.round(Math.abs(amount))) || 0;
}
