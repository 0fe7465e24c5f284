/** One rule as a form; every field knows its path in the rule. No wx, so it is tested as it is. */
import {
  accountText,
  bookText,
  numberDimensionText,
  ofFactsAlone,
  rulebookText,
  wordDimensionText,
  type Rule,
} from '../wording/rulebook';
import {
  baseText,
  changeText,
  choiceText,
  fieldText,
  holderText,
  roundingText,
  splitText,
} from '../wording/rulebook-fields';
import {
  kindOf,
  manyOf,
  numberField,
  oneOf,
  percentField,
  within,
  type Choice,
  type Field,
} from '../rulebook/fields';
import { amountText, conditionsWords, whenWords } from '../rulebook/words';
import { exampleWords } from './example';
import { plainBases, plainChanges, plainChoices, plainSplits } from './plain';

export type Line = Rule['lines'][number];
export type Base = Line['base'];
export type Share = Rule['shares'][number];
type How = Extract<Share, { account: 'person' }>['split']['how'];

/** Accounts and books that a rule may post to, as `person:points`. */
export const shareKinds: Choice[] = (['person', 'unit'] as const).flatMap((account) =>
  (['points', 'yuan', 'count'] as const).map((book) => ({
    value: `${account}:${book}`,
    words: rulebookText.share(accountText[account], bookText[book]),
  })),
);

export function formOf(rule: Rule) {
  return {
    name: rule.name,
    isPrinting: rule.cause === 'printing',
    cause: rulebookText.causes[rule.cause],
    when: whenWords(rule.when),
    lines: rule.lines.map((line, place) => lineForm(line, `lines.${place}`, rule.cause)),
    modifiers: rule.modifiers.map(modifierForm),
    choice: rule.cause === 'printing' ? choiceFields(rule.choice) : [],
    shares: rule.shares.map(shareForm),
    caps: (['each', 'work', 'person'] as const).map((cap) =>
      numberField(`caps.${cap}`, fieldText.caps[cap], rule.caps[cap], 'limit'),
    ),
    category: [
      {
        ...{ type: 'text', path: 'category', label: fieldText.category },
        value: rule.category ?? '',
      } satisfies Field,
    ],
  };
}

function lineForm({ label, when, base }: Line, path: string, cause: Rule['cause']) {
  const amount = cause === 'fact' ? fieldText.ofFact : fieldText.amount;
  const columns = base.kind === 'table' ? headings(base.columns, `${path}.base.columns`) : [];
  return {
    ...{ path, label, when: whenWords(when), isTable: base.kind === 'table', columns },
    rows:
      base.kind === 'table'
        ? headings(base.rows, `${path}.base.rows`).map((row, at) => ({
            ...row,
            cells: columns.map((column, place) => ({
              path: `${path}.base.amounts.${at}.${place}`,
              value: amountText(base.amounts[at]?.[place] ?? null),
              label: `${row.words} ${column.words}`,
            })),
          }))
        : [],
    fields: [
      kindOf(`${path}.base`, fieldText.how, base.kind, { words: baseText, plain: plainBases }),
      ...baseFields(base, `${path}.base`, amount),
    ],
    example: exampleWords(base),
  };
}

function headings(list: Extract<Base, { kind: 'table' }>['rows'], path: string) {
  return list.map(({ label, conditions }, place) => ({
    path: `${path}.${place}`,
    words: label || conditionsWords(conditions, rulebookText.rest),
  }));
}

function baseFields(base: Base, path: string, amount: string): Field[] {
  switch (base.kind) {
    case 'table':
      return [];
    case 'fixed':
      return [numberField(`${path}.amount`, amount, base.amount)];
    case 'fee':
      return [percentField(`${path}.percent`, fieldText.percent, base.percent)];
    case 'steps':
      return stepFields(base, path, amount);
    case 'per':
      return [
        oneOf(`${path}.of`, fieldText.ofNumber, base.of, numberDimensionText),
        numberField(`${path}.start`, fieldText.start, base.start),
        numberField(`${path}.included`, fieldText.included, base.included, 'count'),
        within(numberField(`${path}.each`, fieldText.each, base.each, 'count'), 1, 1_000_000),
        numberField(`${path}.amount`, fieldText.part, base.amount),
        oneOf(`${path}.rounding`, fieldText.rounding, base.rounding, roundingText),
        numberField(`${path}.least`, fieldText.least, base.least, 'limit'),
        numberField(`${path}.most`, fieldText.most, base.most, 'limit'),
      ];
  }
}

function stepFields(
  { of, steps }: Extract<Base, { kind: 'steps' }>,
  path: string,
  label: string,
): Field[] {
  const remove = (place: number): Field => ({
    ...{ type: 'remove', path: `${path}.steps.${place}` },
    label: fieldText.removeStep(place + 1),
  });
  const fields = steps.flatMap(({ from, amount }, place): Field[] => [
    numberField(`${path}.steps.${place}.from`, fieldText.from, from, 'count'),
    numberField(`${path}.steps.${place}.amount`, label, amount),
    ...(steps.length > 1 ? [remove(place)] : []),
  ]);
  const plain = { from: 0, amount: 0 };
  return [
    oneOf(`${path}.of`, fieldText.ofNumber, of, numberDimensionText),
    ...fields,
    { type: 'add', path: `${path}.steps`, label: fieldText.addStep, plain },
  ];
}

function modifierForm({ label, when, change }: Rule['modifiers'][number], place: number) {
  const path = `modifiers.${place}`;
  const fields = [
    kindOf(`${path}.change`, fieldText.change, change.kind, {
      ...{ words: changeText, plain: plainChanges },
    }),
    changeField(change, `${path}.change`),
  ];
  return { path, label, when: whenWords(when), fields };
}

function changeField(change: Rule['modifiers'][number]['change'], path: string): Field {
  switch (change.kind) {
    case 'add':
      return numberField(`${path}.amount`, changeText.add, change.amount);
    case 'times_number':
      return oneOf(`${path}.of`, fieldText.ofNumber, change.of, numberDimensionText);
    case 'times':
      return percentField(`${path}.percent`, changeText.times, change.percent);
    case 'add_percent':
      return within(
        numberField(`${path}.percent`, changeText.add_percent, change.percent, 'count'),
        ...([-100, 100_000] as const),
      );
  }
}

function choiceFields(choice: Rule['choice']): Field[] {
  return [
    kindOf('choice', fieldText.choice, choice.kind, { words: choiceText, plain: plainChoices }),
    ...(choice.kind === 'highest_per'
      ? [oneOf('choice.dimension', fieldText.choicePer, choice.dimension, printedWords)]
      : []),
  ];
}

/** What one printing is told apart by from another of the same work. */
const printedWords = Object.fromEntries(
  Object.entries(wordDimensionText).filter(([word]) => !ofFactsAlone.includes(word)),
);

function shareForm(share: Share, place: number) {
  const path = `shares.${place}`;
  const split = share.account === 'person' ? share.split : null;
  return {
    path,
    words: rulebookText.share(accountText[share.account], bookText[share.book]),
    fields: [
      percentField(`${path}.percent`, fieldText.percent, share.percent),
      ...(split
        ? [
            kindOf(`${path}.split.how`, fieldText.split, split.how.kind, {
              ...{ words: splitText, plain: plainSplits },
            }),
            ...splitFields(split.how, `${path}.split.how`),
            manyOf(`${path}.split.holdPlaces`, fieldText.holdPlaces, split.holdPlaces, {
              ...{ words: holderText, none: fieldText.none },
            }),
          ]
        : []),
    ],
  };
}

function splitFields(how: How, path: string): Field[] {
  switch (how.kind) {
    case 'equal':
      return [];
    case 'first':
      return [percentField(`${path}.percent`, fieldText.first, how.percent, 100)];
    case 'places':
      return placeFields(how, path);
    case 'parts':
      return (['text', 'photo', 'video', 'edit'] as const).map((part) =>
        percentField(`${path}.weights.${part}`, fieldText.parts[part], how.weights[part], 1000),
      );
  }
}

function placeFields({ percents }: Extract<How, { kind: 'places' }>, path: string): Field[] {
  const last = percents.length - 1;
  const fields = percents.map((percent, place) =>
    percentField(`${path}.percents.${place}`, fieldText.place(place + 1), percent),
  );
  return [
    ...fields,
    ...(last > 0
      ? [
          {
            ...{ type: 'remove' as const, path: `${path}.percents.${last}` },
            label: fieldText.removePlace(last + 1),
          },
        ]
      : []),
    { type: 'add', path: `${path}.percents`, label: fieldText.addPlace, plain: 0 },
  ];
}
