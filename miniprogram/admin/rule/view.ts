/** One rule as a form; every field knows its path in the rule. No wx, so it is tested as it is. */
import {
  accountText,
  baseText,
  bookText,
  changeText,
  choiceText,
  fieldText,
  rulebookText,
  splitText,
  type Rule,
} from '../../text/rulebook';
import { amountText, conditionsWords, whenWords } from '../rulebook/words';

export type Line = Rule['lines'][number];
export type Base = Line['base'];
export type Share = Rule['shares'][number];

export interface NumberField {
  path: string;
  label: string;
  value: string;
  /** 100 for amounts, 1 for everything counted. */
  scale: number;
  /** An empty field means «no such limit». */
  mayBeEmpty: boolean;
}

export function numberField(
  path: string,
  label: string,
  value: number | null,
  kind: 'amount' | 'limit' | 'count' | 'maybe' = 'amount',
): NumberField {
  const scale = kind === 'amount' || kind === 'limit' ? 100 : 1;
  const text = scale === 100 ? amountText(value) : String(value ?? '');
  return { path, label, value: text, scale, mayBeEmpty: kind === 'limit' || kind === 'maybe' };
}

export const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, text]) => ({ value, words: text }));

export const ruleChoices = {
  baseKinds: choicesOf(baseText),
  choiceKinds: choicesOf(choiceText).filter(({ value }) => value !== 'highest_per'),
  changeKinds: choicesOf(changeText),
  splitKinds: choicesOf(splitText),
  shareKinds: (['person', 'unit'] as const).flatMap((account) =>
    (['points', 'yuan', 'count'] as const).map((book) => ({
      value: `${account}:${book}`,
      words: rulebookText.share(accountText[account], bookText[book]),
    })),
  ),
};

export function formOf(rule: Rule) {
  return {
    name: rule.name,
    isPrinting: rule.cause === 'printing',
    cause: rulebookText.causes[rule.cause],
    when: whenWords(rule.when),
    from: rule.when.from ?? '',
    to: rule.when.to ?? '',
    lines: rule.lines.map((line, place) => lineForm(line, `lines.${place}`)),
    modifiers: rule.modifiers.map(modifierForm),
    choice: rule.choice.kind,
    shares: rule.shares.map(shareForm),
    caps: (['each', 'work', 'person'] as const).map((cap) =>
      numberField(`caps.${cap}`, fieldText.caps[cap], rule.caps[cap], 'limit'),
    ),
  };
}

function lineForm({ label, when, base }: Line, path: string) {
  return {
    ...{ path, label, kind: base.kind, when: conditionsWords(when.conditions) },
    columns: base.kind === 'table' ? headings(base.columns, `${path}.base.columns`) : [],
    rows:
      base.kind === 'table'
        ? headings(base.rows, `${path}.base.rows`).map((row, at) => ({
            ...row,
            cells: base.columns.map((column, place) => ({
              path: `${path}.base.amounts.${at}.${place}`,
              value: amountText(base.amounts[at]?.[place] ?? null),
              label: `${row.words} ${column.label}`,
            })),
          }))
        : [],
    fields: fieldsOf(base, `${path}.base`),
    isStepped: base.kind === 'steps',
  };
}

function headings(list: Extract<Base, { kind: 'table' }>['rows'], path: string) {
  return list.map(({ label, conditions }, place) => ({
    path: `${path}.${place}`,
    words: label || conditionsWords(conditions, rulebookText.rest),
  }));
}

function fieldsOf(base: Base, path: string): NumberField[] {
  switch (base.kind) {
    case 'table':
      return [];
    case 'fixed':
      return [numberField(`${path}.amount`, fieldText.amount, base.amount)];
    case 'fee':
      return [numberField(`${path}.percent`, fieldText.percent, base.percent, 'count')];
    case 'steps':
      return base.steps.flatMap(({ from, amount }, place) => [
        numberField(`${path}.steps.${place}.from`, fieldText.from, from, 'count'),
        numberField(`${path}.steps.${place}.amount`, fieldText.amount, amount),
      ]);
    case 'per':
      return [
        numberField(`${path}.start`, fieldText.start, base.start),
        numberField(`${path}.included`, fieldText.included, base.included, 'count'),
        numberField(`${path}.each`, fieldText.each, base.each, 'count'),
        numberField(`${path}.amount`, fieldText.further, base.amount),
        numberField(`${path}.least`, fieldText.least, base.least, 'limit'),
        numberField(`${path}.most`, fieldText.most, base.most, 'limit'),
      ];
  }
}

function modifierForm({ label, when, change }: Rule['modifiers'][number], place: number) {
  const path = `modifiers.${place}`;
  const number =
    change.kind === 'add'
      ? numberField(`${path}.change.amount`, changeText.add, change.amount)
      : change.kind === 'times_number'
        ? null
        : numberField(`${path}.change.percent`, changeText[change.kind], change.percent, 'count');
  return { path, label, when: whenWords(when), kind: change.kind, number };
}

function shareForm(share: Share, place: number) {
  const path = `shares.${place}`;
  const how = share.account === 'person' ? share.split.how : null;
  return {
    path,
    words: rulebookText.share(accountText[share.account], bookText[share.book]),
    fields: [
      numberField(`${path}.percent`, fieldText.percent, share.percent, 'count'),
      ...(how ? splitFields(how, `${path}.split.how`) : []),
    ],
    split: how?.kind ?? '',
  };
}

function splitFields(
  how: Extract<Share, { account: 'person' }>['split']['how'],
  path: string,
): NumberField[] {
  switch (how.kind) {
    case 'equal':
      return [];
    case 'first':
      return [numberField(`${path}.percent`, fieldText.first, how.percent, 'count')];
    case 'places':
      return how.percents.map((percent, place) =>
        numberField(`${path}.percents.${place}`, fieldText.place(place + 1), percent, 'count'),
      );
    case 'parts':
      return (['text', 'photo', 'video', 'edit'] as const).map((part) =>
        numberField(`${path}.weights.${part}`, fieldText.parts[part], how.weights[part], 'count'),
      );
  }
}
