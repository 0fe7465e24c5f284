/** A worked example of what is typed, so that the fields explain each other; no wx, so it is tested as it is. */
import { numberDimensionText, type Rule } from '../wording/rulebook';
import { exampleText } from '../wording/rulebook-fields';
import { amountText } from '../rulebook/words';

type Base = Rule['lines'][number]['base'];
type Of<Kind extends Base['kind']> = Extract<Base, { kind: Kind }>;

/** A number that shows every field at work, and what it gives; null where the fields say it themselves. */
export function exampleOf(base: Base): { number: number; amount: number | null } | null {
  switch (base.kind) {
    case 'fee':
      return { number: 8000, amount: Math.round((8000 * base.percent) / 100) };
    case 'steps':
      return stepExample(base);
    case 'per':
      return perExample(base);
    default:
      return null;
  }
}

export function exampleWords(base: Base): string {
  const found = exampleOf(base);
  if (!found) return '';
  const { number, amount } = found;
  if (base.kind === 'fee') return exampleText.fee(amountText(number), amountText(amount ?? 0));
  const of = base.kind === 'steps' || base.kind === 'per' ? numberDimensionText[base.of] : '';
  return amount === null
    ? exampleText.nothing(of, number)
    : exampleText.gives(of, number, amountText(amount));
}

/** Halfway above the step that is highest but one: it is the step below that counts. */
function stepExample({ steps }: Of<'steps'>) {
  const [first = 0, second] = steps.map(({ from }) => from).sort((one, two) => one - two);
  const number = second === undefined ? first + 1 : Math.floor((first + second) / 2);
  const reached = steps.filter(({ from }) => from <= number);
  const highest = reached.reduce<(typeof steps)[number] | null>(
    (best, step) => (best === null || step.from > best.from ? step : best),
    null,
  );
  return { number, amount: highest?.amount ?? null };
}

/** Beyond what is included by two units and a part of one. */
function perExample({ start, included, each, amount, rounding, least, most }: Of<'per'>) {
  const number = included + 2 * each + Math.floor((6 * each) / 10);
  const round = { down: Math.floor, up: Math.ceil, nearest: Math.round }[rounding];
  const due = start + round((number - included) / each) * amount;
  return { number, amount: Math.min(most ?? Infinity, Math.max(least ?? -Infinity, due)) };
}
