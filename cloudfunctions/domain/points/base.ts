import { pointsWords } from '../../wording/points';
import type { Cause } from './cause';
import { holdAll } from './conditions';
import type { Base, Line } from './rulebook';

export interface BaseAmount {
  amount: number;
  label: string;
}

type BaseOf<Kind extends Base['kind']> = Extract<Base, { kind: Kind }>;

/** What a line's base gives for a cause; null where it says nothing about it. */
export function baseOf({ base, label }: Line, cause: Cause): BaseAmount | null {
  switch (base.kind) {
    case 'fixed':
      return { amount: base.amount, label };
    case 'table':
      return cellOf(base, label, cause);
    case 'fee':
      return labelled(label || pointsWords.fee, feeOf(base, cause));
    case 'steps':
      return labelled(label, stepOf(base, cause));
    case 'per':
      return { amount: perUnit(base, cause), label };
  }
}

function labelled(label: string, amount: number | null): BaseAmount | null {
  return amount === null ? null : { amount, label };
}

function cellOf(table: BaseOf<'table'>, label: string, cause: Cause): BaseAmount | null {
  const row = table.rows.findIndex(({ conditions }) => holdAll(conditions, cause));
  const column = table.columns.findIndex(({ conditions }) => holdAll(conditions, cause));
  const amount = table.amounts[row]?.[column] ?? null;
  const words = [table.rows[row]?.label, label, table.columns[column]?.label];
  return labelled(words.join(''), amount);
}

function feeOf({ percent }: BaseOf<'fee'>, cause: Cause): number | null {
  const fee = cause.numbers.fee ?? null;
  return fee === null ? null : Math.round((fee * percent) / 100);
}

function stepOf({ of, steps }: BaseOf<'steps'>, cause: Cause): number | null {
  const number = cause.numbers[of] ?? null;
  if (number === null) return null;
  const reached = steps.filter(({ from }) => from <= number);
  const highest = reached.reduce<(typeof steps)[number] | null>(
    (best, step) => (best === null || step.from > best.from ? step : best),
    null,
  );
  return highest?.amount ?? null;
}

/** What is not known counts as no more than what is included. */
function perUnit(base: BaseOf<'per'>, cause: Cause): number {
  const beyond = Math.max(0, (cause.numbers[base.of] ?? 0) - base.included) / base.each;
  const round = { down: Math.floor, up: Math.ceil, nearest: Math.round }[base.rounding];
  const amount = base.start + round(beyond) * base.amount;
  return Math.min(base.most ?? Infinity, Math.max(base.least ?? -Infinity, amount));
}
