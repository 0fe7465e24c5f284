/** A period's rule as a form: its kind, whom it concerns, what it measures, and its numbers. */
import {
  accountText,
  bookText,
  factKindText,
  periodText,
  type PeriodRule,
  type Rulebook,
} from '../wording/rulebook';
import {
  amongText,
  categoryText,
  effectText,
  fieldText,
  keepText,
  rateText,
} from '../wording/rulebook-fields';
import {
  kindOf,
  manyOf,
  numberField,
  oneOf,
  percentField,
  takenField,
  within,
  type Field,
} from '../rulebook/fields';
import { measureFields } from './measure';

export type Effect = PeriodRule['effect'];
type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;
type Categories = Record<string, string>;

export function formOf(rule: PeriodRule, { rules }: Pick<Rulebook, 'rules'>) {
  const { name, period, account, book, effect } = rule;
  return {
    name,
    about: [
      oneOf('period', fieldText.period, period, periodText),
      oneOf('account', fieldText.account, account, accountText),
      oneOf('book', fieldText.book, book, bookText),
      {
        ...{ type: 'words', path: 'unitClasses', label: fieldText.unitClasses },
        value: rule.unitClasses.join(fieldText.between),
      } satisfies Field,
    ],
    effect: [
      kindOf('effect', fieldText.how, effect.kind, { words: effectText, plain: plainEffects }),
      ...fieldsOf(effect, categoriesOf(rules)),
    ],
  };
}

/** The ledger's own categories, those of the office's rules, and what these begin with. */
function categoriesOf(rules: Rulebook['rules']): Categories {
  const own = rules.flatMap(({ category }) => category ?? []);
  const all = own.flatMap((category) =>
    category.split(':').map((_part, at, parts) => parts.slice(0, at + 1).join(':')),
  );
  return { ...categoryText, ...Object.fromEntries(all.map((category) => [category, category])) };
}

function fieldsOf(effect: Effect, words: Categories): Field[] {
  switch (effect.kind) {
    case 'start':
      return [numberField('effect.amount', fieldText.amount, effect.amount)];
    case 'earn':
      return [
        ...measured('effect.of', effect.of, words),
        ...rateFields('effect.rate', [fieldText.further, fieldText.limit], effect.rate),
      ];
    case 'quota':
      return quotaFields(effect, words);
    case 'cap':
      return [
        ...categoryFields(effect, words),
        numberField('effect.most', fieldText.most, effect.most),
      ];
    case 'void':
      return [
        manyOf('effect.factKinds', fieldText.factKinds, effect.factKinds, {
          ...{ words: factKindText, least: 1 },
        }),
        ...categoryFields(effect, words),
      ];
    case 'keep':
      return [
        oneOf('effect.of', fieldText.keep, effect.of, keepText),
        ...categoryFields(effect, words),
        within(numberField('effect.highest', fieldText.highest, effect.highest, 'count'), 1, 1000),
      ];
    case 'prize':
      return prizeFields(effect, words);
    case 'jury':
      return [
        percentField('effect.percent', fieldText.jury, effect.percent),
        numberField('effect.most', fieldText.most, effect.most, 'limit'),
      ];
    case 'payout':
      return [
        within(numberField('effect.least', fieldText.payoutLeast, effect.least, 'amount'), 0, 1e9),
        within(numberField('effect.months', fieldText.months, effect.months, 'count'), 1, 60),
      ];
  }
}

const measured = (path: string, measure: EffectOf<'quota'>['of'], categories: Categories) =>
  measureFields(measure, { path, label: fieldText.measure, categories });

const categoryFields = ({ categories }: { categories: string[] }, words: Categories) => [
  manyOf('effect.categories', fieldText.categories, categories, { words }),
];

function quotaFields({ of, need, short, over, nameAfter }: EffectOf<'quota'>, words: Categories) {
  return [
    ...measured('effect.of', of, words),
    within(numberField('effect.need', fieldText.need, need, 'amount'), 0, 1e9),
    rateKind('effect.short', fieldText.isShort, short),
    ...rateFields('effect.short', [fieldText.short, fieldText.shortLimit], short, takenField),
    rateKind('effect.over', fieldText.isOver, over),
    ...rateFields('effect.over', [fieldText.over, fieldText.overLimit], over),
    within(numberField('effect.nameAfter', fieldText.nameAfter, nameAfter, 'maybe'), 1, 12),
  ];
}

type Rate = EffectOf<'earn'>['rate'];

const rateKind = (path: string, label: string, rate: Rate | null) =>
  kindOf(path, label, rate ? 'yes' : 'no', {
    words: rateText,
    plain: { no: null, yes: { amount: path.endsWith('short') ? -100 : 100, limit: null } },
  });

function rateFields(
  path: string,
  [each = '', most = '']: string[],
  rate: Rate | null,
  amountField: typeof takenField = numberField,
): Field[] {
  if (!rate) return [];
  return [
    amountField(`${path}.amount`, each, rate.amount),
    numberField(`${path}.limit`, most, rate.limit, 'limit'),
  ];
}

function prizeFields({ among, by, least, places }: EffectOf<'prize'>, words: Categories): Field[] {
  const remove = (place: number, to: number): Field => ({
    ...{ type: 'remove', path: `effect.places.${place}`, label: fieldText.removePrize(to) },
  });
  return [
    oneOf('effect.among', fieldText.among, among, amongText),
    ...measureFields(by, {
      ...{ path: 'effect.by', label: fieldText.measureBy, categories: words },
    }),
    numberField('effect.least', fieldText.leastScore, least),
    ...places.flatMap(({ to, amount }, place) => [
      within(numberField(`effect.places.${place}.to`, fieldText.prizeTo, to, 'count'), 1, 1e9),
      numberField(`effect.places.${place}.amount`, fieldText.amount, amount),
      ...(places.length > 1 ? [remove(place, to)] : []),
    ]),
    {
      ...{ type: 'add', path: 'effect.places', label: fieldText.addPrize },
      plain: { to: 20, amount: 1000 },
    },
  ];
}

/** What is put in when another kind is chosen. */
const plainEffects: Record<Effect['kind'], Effect> = {
  start: { kind: 'start', amount: 1000 },
  earn: { kind: 'earn', of: { kind: 'filings', kinds: [] }, rate: { amount: 100, limit: 1000 } },
  quota: {
    ...{ kind: 'quota', of: { kind: 'filings', kinds: [] }, need: 200, nameAfter: 1 },
    ...{ short: { amount: -100, limit: null }, over: null },
  },
  cap: { kind: 'cap', categories: [], most: 10_000 },
  void: { kind: 'void', factKinds: ['negative_news'], categories: ['adoption'] },
  keep: { kind: 'keep', of: 'all', categories: ['adoption'], highest: 10 },
  prize: {
    ...{ kind: 'prize', among: 'accounts', least: 100 },
    by: { kind: 'amount', book: 'points', categories: [] },
    places: [{ to: 10, amount: 5000 }],
  },
  jury: { kind: 'jury', percent: 100, most: null },
  payout: { kind: 'payout', least: 5000, months: 3 },
};
