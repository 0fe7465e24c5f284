/** A period's rule as a form: its kind, whom it concerns, and its numbers by their paths. */
import {
  accountText,
  bookText,
  effectText,
  fieldText,
  periodText,
  type PeriodRule,
} from '../../text/rulebook';
import { choicesOf, numberField, type NumberField } from '../rule/view';

export type Effect = PeriodRule['effect'];

export const periodChoices = {
  periods: choicesOf(periodText),
  accounts: choicesOf(accountText),
  books: choicesOf(bookText),
  effects: choicesOf(effectText),
};

export function formOf(rule: PeriodRule) {
  const { name, period, account, book, effect } = rule;
  return {
    ...{ name, period, account, book, kind: effect.kind },
    unitClasses: rule.unitClasses.join(fieldText.between),
    fields: fieldsOf(effect),
  };
}

function fieldsOf(effect: Effect): NumberField[] {
  switch (effect.kind) {
    case 'start':
      return [numberField('effect.amount', fieldText.amount, effect.amount)];
    case 'earn':
      return rateFields('effect.rate', [fieldText.further, fieldText.limit], effect.rate);
    case 'quota':
      return [
        numberField('effect.need', fieldText.need, effect.need),
        ...rateFields('effect.short', [fieldText.short, fieldText.shortLimit], effect.short),
        ...rateFields('effect.over', [fieldText.over, fieldText.overLimit], effect.over),
        numberField('effect.nameAfter', fieldText.nameAfter, effect.nameAfter, 'maybe'),
      ];
    case 'cap':
      return [numberField('effect.most', fieldText.most, effect.most)];
    case 'void':
      return [];
    case 'keep':
      return [numberField('effect.highest', fieldText.highest, effect.highest, 'count')];
    case 'prize':
      return [
        numberField('effect.least', fieldText.leastScore, effect.least),
        ...effect.places.flatMap(({ to, amount }, place) => [
          numberField(`effect.places.${place}.to`, fieldText.prizeTo, to, 'count'),
          numberField(`effect.places.${place}.amount`, fieldText.amount, amount),
        ]),
      ];
    case 'jury':
      return [numberField('effect.percent', fieldText.percent, effect.percent, 'count')];
    case 'payout':
      return [
        numberField('effect.least', fieldText.least, effect.least),
        numberField('effect.months', fieldText.months, effect.months, 'count'),
      ];
  }
}

function rateFields(
  path: string,
  [each = '', most = '']: string[],
  rate: { amount: number; limit: number | null } | null,
): NumberField[] {
  if (!rate) return [];
  return [
    numberField(`${path}.amount`, each, rate.amount),
    numberField(`${path}.limit`, most, rate.limit, 'limit'),
  ];
}

/** What is put in when another kind is chosen. */
export const plainEffects: Record<Effect['kind'], Effect> = {
  start: { kind: 'start', amount: 1000 },
  earn: { kind: 'earn', of: { kind: 'filings', kinds: [] }, rate: { amount: 100, limit: 1000 } },
  quota: {
    ...{ kind: 'quota', of: { kind: 'filings', kinds: [] }, need: 200, nameAfter: 1 },
    ...{ short: { amount: -100, limit: null }, over: { amount: 0, limit: null } },
  },
  cap: { kind: 'cap', categories: [], most: 10_000 },
  void: { kind: 'void', factKinds: ['negative_news'], categories: ['adoption'] },
  keep: { kind: 'keep', of: 'all', categories: ['adoption'], highest: 10 },
  prize: {
    ...{ kind: 'prize', among: 'accounts', least: 100 },
    by: { kind: 'amount', book: 'points', categories: [] },
    places: [{ to: 10, amount: 5000 }],
  },
  jury: { kind: 'jury', percent: 100 },
  payout: { kind: 'payout', least: 5000, months: 3 },
};

/** Unit classes as they are typed, several with a comma between them. */
export function classesOf(typed: string): string[] {
  return typed.split(/[、,，]/).flatMap((word) => word.trim() || []);
}
