/** Conditions and sums in plain words; no wx, so they are tested as they are. */
import {
  valueText,
  wordDimensionText,
  type Condition,
  type NumberDimension,
  type Rule,
} from '../wording/rulebook';
import { lateText, numberText, plainText, unitText } from '../wording/rulebook-plain';

type Book = Rule['shares'][number]['book'];

/** Whose values say by themselves what they are of. */
const speaking = [
  'level',
  'outletClass',
  'outlet',
  'position',
  'genre',
  'mode',
  'kind',
  'factKind',
];

/** Hundredths as people write them, with the unit that they are in: `10.5 分`; '' where it is of several. */
export function sumWords(hundredths: number, unit: string): string {
  return plainText.sum(numberWords(hundredths / 100), unit);
}

export const numberWords = (number: number) => String(number).replace('-', '−');

/** The unit of what goes to these books; '' where they differ. */
export function unitOf(books: Book[]): string {
  const [unit = '', ...others] = new Set(books.map((book) => unitText[book]));
  return others.length === 0 ? unit : '';
}

/** `省级、市级，字数满 500 字`; all of them must hold. '' where there is none. */
export function conditionsWords(conditions: Condition[]): string {
  return conditions.map(conditionWords).join(plainText.and);
}

/** A day as the contract writes it, in full: rules outlive the year. */
export function dayWords(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return plainText.day(year ?? 0, month ?? 0, day ?? 0);
}

export function whenWords({ from, to, conditions }: Rule['when']): string {
  const days = [from && plainText.from(dayWords(from)), to && plainText.to(dayWords(to))];
  return [...days, conditionsWords(conditions)].filter(Boolean).join(plainText.and);
}

/** A fact's own kind says nothing more than its rule's name. */
export const withoutFactKind = (when: Rule['when']): Rule['when'] => ({
  ...when,
  conditions: when.conditions.filter(({ dimension }) => dimension !== 'factKind'),
});

function conditionWords(condition: Condition): string {
  switch (condition.is) {
    case 'one_of':
      return ofDimension(condition.dimension, valuesWords(condition));
    case 'none_of':
      return plainText.of(nameOf(condition.dimension), plainText.not(valuesWords(condition)));
    case 'range':
      return rangeWords(condition);
    default:
      return plainText[condition.is](nameOf(condition.dimension));
  }
}

const ofDimension = (dimension: keyof typeof wordDimensionText, values: string) =>
  dimension === 'about'
    ? plainText.about(values)
    : speaking.includes(dimension)
      ? values
      : plainText.of(wordDimensionText[dimension], values);

function nameOf(dimension: keyof typeof wordDimensionText | NumberDimension): string {
  return dimension in numberText
    ? numberText[dimension as NumberDimension][0]
    : wordDimensionText[dimension as keyof typeof wordDimensionText];
}

function valuesWords({ dimension, values }: Extract<Condition, { values: string[] }>): string {
  return values.map((value) => valueText[dimension]?.[value] ?? value).join(plainText.or);
}

function rangeWords({ dimension, atLeast, under }: Extract<Condition, { is: 'range' }>): string {
  const of = numberText[dimension];
  const late = lateText[dimension];
  if (late && under === null) return late.atLeast(String(atLeast));
  if (late && atLeast === null) return late.under(String(under));
  if (under === null) return plainText.atLeast(of, countWords(dimension, atLeast ?? 0));
  const below = countWords(dimension, under);
  return atLeast === null
    ? plainText.under(of, below)
    : plainText.between(of, countWords(dimension, atLeast), below);
}

/** A fee is stored in fen, and said in yuan. */
export const countWords = (dimension: NumberDimension, number: number) =>
  numberWords(dimension === 'fee' ? number / 100 : number);
