/** What the sheet of conditions offers; no wx, so it is tested as it is. */
import {
  numberDimensionText,
  ofFactsAlone,
  howText,
  rulebookText,
  valueText,
  wordDimensionText,
  type Condition,
  type NumberDimension,
  type WordDimension,
} from '../wording/rulebook';
import { wordsOf } from '../rulebook/fields';
import { conditionsWords } from '../rulebook/words';

const ofFacts = [...ofFactsAlone, 'level', 'unitClass', 'quantity'];

/** Dimensions that a printing or a fact knows. */
export function dimensionChoices(isPrinting: boolean) {
  return Object.entries({ ...wordDimensionText, ...numberDimensionText })
    .filter(([value]) => (isPrinting ? !ofFactsAlone.includes(value) : ofFacts.includes(value)))
    .map(([value, words]) => ({ value, words }));
}

/** What may be chosen of a dimension; empty where it is typed in. */
export function valueChoices(dimension: string) {
  const values = valueText[dimension as WordDimension] ?? {};
  return Object.entries(values).map(([value, words]) => ({ value, words }));
}

export const isNumber = (dimension: string) => dimension in numberDimensionText;

export function conditionLines(conditions: Condition[]) {
  return conditions.map((condition) => conditionsWords([condition], rulebookText.all));
}

export interface Making {
  dimension: string;
  /** `is`: one of the values, or within the range. */
  how: 'is' | 'not' | 'known' | 'unknown';
  chosen: string[];
  typed: string;
  atLeast: string;
  under: string;
}

export const nothingMade: Making = {
  ...{ dimension: '', how: 'is', chosen: [], typed: '', atLeast: '', under: '' },
};

/** How a dimension can be asked; nothing is within a range that is not. */
export function howChoices(dimension: string) {
  return Object.entries(howText)
    .filter(([value]) => value !== 'not' || !isNumber(dimension))
    .map(([value, words]) => ({ value, words }));
}

/** The condition that is being made; undefined while it says nothing. */
export function conditionOf(making: Making): Condition | undefined {
  const { dimension, how } = making;
  if (dimension === '') return undefined;
  if (how === 'known' || how === 'unknown') {
    return { is: how, dimension: dimension as WordDimension | NumberDimension };
  }
  return isNumber(dimension) ? rangeOf(making) : valuesOf(making);
}

function rangeOf({ dimension, ...making }: Making): Condition | undefined {
  const [atLeast = null, under = null] = [making.atLeast, making.under].map(wholeOf);
  if (atLeast === null && under === null) return undefined;
  return { is: 'range', dimension: dimension as NumberDimension, atLeast, under };
}

function valuesOf({ dimension, how, ...making }: Making): Condition | undefined {
  const values = [...making.chosen, ...wordsOf(making.typed)];
  if (values.length === 0) return undefined;
  const is = how === 'not' ? 'none_of' : 'one_of';
  return { is, dimension: dimension as WordDimension, values };
}

function wholeOf(typed: string): number | null {
  const number = Math.round(Number(typed));
  return typed.trim() === '' || Number.isNaN(number) ? null : number;
}
