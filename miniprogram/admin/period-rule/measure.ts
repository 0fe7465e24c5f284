/** What a period's rule measures, as fields. */
import { bookText, factKindText, type PeriodRule } from '../wording/rulebook';
import { fieldText, measureText } from '../wording/rulebook-fields';
import { kindText } from '../../text/story';
import { kindOf, manyOf, oneOf, percentField, type Field } from '../rulebook/fields';

export type Measure = Extract<PeriodRule['effect'], { kind: 'quota' }>['of'];
type Part = Extract<Measure, { kind: 'weighted' }>['parts'][number];

const plainPart: Part = { book: 'points', categories: [], percent: 100 };

const plainMeasures: Record<Measure['kind'], Measure> = {
  amount: { kind: 'amount', book: 'points', categories: [] },
  entries: { kind: 'entries', book: 'points', categories: ['adoption'] },
  filings: { kind: 'filings', kinds: [] },
  facts: { kind: 'facts', kinds: [], mark: null },
  jury: { kind: 'jury' },
  weighted: { kind: 'weighted', parts: [plainPart] },
};

export interface Measured {
  path: string;
  label: string;
  /** Categories that there are, in words. */
  categories: Record<string, string>;
}

export function measureFields(measure: Measure, { path, label, categories }: Measured): Field[] {
  const of = { words: measureText, plain: plainMeasures };
  return [kindOf(path, label, measure.kind, of), ...fieldsOf(measure, path, categories)];
}

function fieldsOf(measure: Measure, path: string, categories: Measured['categories']): Field[] {
  switch (measure.kind) {
    case 'amount':
    case 'entries':
      return bookFields(measure, path, categories);
    case 'filings':
      return [manyOf(`${path}.kinds`, fieldText.kinds, measure.kinds, { words: kindText })];
    case 'facts':
      return [
        manyOf(`${path}.kinds`, fieldText.factKinds, measure.kinds, { words: factKindText }),
        {
          ...{ type: 'text', path: `${path}.mark`, label: fieldText.mark },
          value: measure.mark ?? '',
        },
      ];
    case 'jury':
      return [];
    case 'weighted':
      return [
        ...measure.parts.flatMap((part, place) =>
          partFields(part, `${path}.parts.${place}`, categories),
        ),
        ...(measure.parts.length > 1 ? [lastOff(path, measure.parts.length - 1)] : []),
        { type: 'add', path: `${path}.parts`, label: fieldText.addPart, plain: plainPart },
      ];
  }
}

function partFields(part: Part, path: string, categories: Measured['categories']): Field[] {
  return [
    ...bookFields(part, path, categories),
    percentField(`${path}.percent`, fieldText.percent, part.percent),
  ];
}

function lastOff(path: string, last: number): Field {
  return { type: 'remove', path: `${path}.parts.${last}`, label: fieldText.removePart(last + 1) };
}

const bookFields = (
  { book, categories: chosen }: Pick<Part, 'book' | 'categories'>,
  path: string,
  words: Measured['categories'],
): Field[] => [
  oneOf(`${path}.book`, fieldText.measureBook, book, bookText),
  manyOf(`${path}.categories`, fieldText.categories, chosen, { words }),
];
