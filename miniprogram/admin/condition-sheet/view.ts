/** What the sheet of conditions offers; no wx, so it is tested as it is. */
import {
  numberDimensionText,
  rulebookText,
  valueText,
  wordDimensionText,
  type Condition,
  type NumberDimension,
  type WordDimension,
} from '../../text/rulebook';
import { conditionsWords } from '../rulebook/words';

const ofFacts = ['factKind', 'mark', 'holder', 'level', 'unitClass', 'quantity'];
const onlyFacts = ['factKind', 'mark', 'holder'];

/** Dimensions that a printing or a fact knows. */
export function dimensionChoices(isPrinting: boolean) {
  return Object.entries({ ...wordDimensionText, ...numberDimensionText })
    .filter(([value]) => (isPrinting ? !onlyFacts.includes(value) : ofFacts.includes(value)))
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
  chosen: string[];
  typed: string;
  isNot: boolean;
  atLeast: string;
  under: string;
}

export const nothingMade: Making = {
  ...{ dimension: '', chosen: [], typed: '', isNot: false, atLeast: '', under: '' },
};

/** The condition that is being made; undefined while it says nothing. */
export function conditionOf(making: Making): Condition | undefined {
  const { dimension } = making;
  if (isNumber(dimension)) {
    const [atLeast, under] = [making.atLeast, making.under].map(wholeOf);
    if (atLeast == null && under == null) return undefined;
    return {
      ...{ is: 'range', dimension: dimension as NumberDimension },
      ...{ atLeast: atLeast ?? null, under: under ?? null },
    };
  }
  const typed = making.typed.split(/[、,，]/).map((word) => word.trim());
  const values = [...making.chosen, ...typed].filter((word) => word !== '');
  if (dimension === '' || values.length === 0) return undefined;
  const is = making.isNot ? 'none_of' : 'one_of';
  return { is, dimension: dimension as WordDimension, values };
}

function wholeOf(typed: string): number | null {
  const number = Math.round(Number(typed));
  return typed.trim() === '' || Number.isNaN(number) ? null : number;
}
