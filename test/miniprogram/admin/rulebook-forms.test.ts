import { baseOf } from '../../../cloudfunctions/domain/points/base';
import { presets } from '../../../cloudfunctions/domain/points/presets';
import {
  factRule,
  fixed,
  is,
  line,
  people,
  periodRule,
  rule,
  rulebook,
  unit,
  where,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type {
  Base,
  Choice,
  Condition,
  Measure,
  Modifier,
  PeriodRule,
  Split,
} from '../../../cloudfunctions/domain/points/rulebook';
import { exampleOf } from '../../../miniprogram/admin/rule/example';
import { narrow, raise } from '../../../miniprogram/admin/rule/plain';
import { formOf as periodForm } from '../../../miniprogram/admin/period-rule/view';
import { storedOf, type NumberField } from '../../../miniprogram/admin/rulebook/fields';
import { raiseAt } from '../../../miniprogram/admin/rulebook/paths';
import { missingOf } from '../../../miniprogram/admin/rulebook/view';
import { amountOf } from '../../../miniprogram/admin/rulebook/words';
import type { Rulebook as Draft } from '../../../miniprogram/admin/wording/rulebook';
import { fieldText } from '../../../miniprogram/admin/wording/rulebook-fields';
import { entered, enteredRule } from './entering';

/** Without what is no part of a draft. */
const draftOf = ({ name, effectiveFrom, books, rules, periodRules }: Draft): Draft => ({
  ...{ name, effectiveFrom, books, rules, periodRules },
});

test.each(Object.entries(presets))(
  '%s goes through the forms and comes out the same',
  (_key, one) => {
    expect(entered(draftOf(one))).toEqual(draftOf(one));
  },
);

test.each<Base>([
  { kind: 'fee', percent: 250 },
  {
    ...{ kind: 'steps', of: 'reads' },
    steps: [
      { from: 1000, amount: 2500 },
      { from: 10_000, amount: 10_000 },
    ],
  },
  { kind: 'steps', of: 'reads', steps: [{ from: 500, amount: 100 }] },
  ...(['up', 'down', 'nearest'] as const).map((rounding): Base => ({
    ...{ kind: 'per', of: 'words', start: 30_000, included: 1000, each: 1000, amount: 10_000 },
    ...{ rounding, least: null, most: 55_000 },
  })),
  {
    ...{ kind: 'per', of: 'words', start: 0, included: 0, each: 1000, amount: 5000 },
    ...{ rounding: 'down', least: 12_500, most: null },
  },
])('the example under %j is what the rule gives', (base) => {
  const example = exampleOf(base);
  const of = base.kind === 'steps' || base.kind === 'per' ? base.of : 'fee';
  const cause = { id: '', on: '', words: {}, category: '', numbers: { [of]: example?.number } };
  expect(baseOf(line('', base), cause)?.amount).toBe(example?.amount);
});

/** One of each kind, so that a new kind of the data does not compile without its form being proved. */
type EachKind<Union extends { kind: string }> = {
  [Kind in Union['kind']]: Union & { kind: Kind };
};

const bases: EachKind<Base> = {
  fixed: { kind: 'fixed', amount: -150 },
  table: {
    kind: 'table',
    rows: [
      { label: '长', conditions: [{ is: 'range', dimension: 'words', atLeast: 500, under: null }] },
      { label: '', conditions: [] },
    ],
    columns: [{ label: '', conditions: [] }],
    amounts: [[8050], [null]],
  },
  fee: { kind: 'fee', percent: 150 },
  steps: {
    ...{ kind: 'steps', of: 'forwards' },
    steps: [
      { from: 10, amount: 100 },
      { from: 100, amount: 250 },
    ],
  },
  per: {
    ...{ kind: 'per', of: 'duration', start: 500, included: 60, each: 30, amount: 150 },
    ...{ rounding: 'nearest', least: 300, most: 2000 },
  },
};

const changes: EachKind<Modifier['change']> = {
  times: { kind: 'times', percent: 50 },
  add_percent: { kind: 'add_percent', percent: -20 },
  add: { kind: 'add', amount: -500 },
  times_number: { kind: 'times_number', of: 'photos' },
};

const choices: EachKind<Choice> = {
  highest: { kind: 'highest' },
  sum: { kind: 'sum' },
  first: { kind: 'first' },
  author: { kind: 'author' },
  highest_per: { kind: 'highest_per', dimension: 'group' },
};

const splits: EachKind<Split['how']> = {
  equal: { kind: 'equal' },
  first: { kind: 'first', percent: 60 },
  parts: { kind: 'parts', weights: { text: 5, photo: 4, video: 3, edit: 0 } },
  places: { kind: 'places', percents: [100, 60, 20] },
};

const conditions: Condition[] = [
  is('outlet', '示例日报', '示例周刊'),
  { is: 'none_of', dimension: 'position', values: ['front', 'other'] },
  { is: 'range', dimension: 'reads', atLeast: 0, under: 100 },
  { is: 'known', dimension: 'column' },
  { is: 'unknown', dimension: 'fee' },
];

test.each([
  ...Object.values(bases).map((base) => ({ lines: [line('一', base), line('二', fixed(3))] })),
  ...Object.values(changes).map((change) => ({
    modifiers: [{ label: '加', when: where(), change }],
  })),
  ...Object.values(choices).map((choice) => ({ choice })),
  ...Object.values(splits).map((how) => ({
    shares: [people('yuan', { how, holdPlaces: ['journalist'] }), unit('count')],
  })),
  { when: { from: '2026-07-01', to: '2026-08-31', conditions } },
  { lines: [line('夏', fixed(1), { from: '2026-07-01', to: null, conditions })] },
  { caps: { each: 100, work: null, person: 50 }, category: '专题:荷花' },
])('a rule with %j goes through its form', (part) => {
  const plain = { id: 'one', name: '采用', lines: [line('', fixed(1))], shares: [unit('points')] };
  expect(enteredRule(rule({ ...plain, ...part }))).toEqual(rule({ ...plain, ...part }));
});

const measures: EachKind<Measure> = {
  amount: { kind: 'amount', book: 'yuan', categories: ['adoption:city', 'duty'] },
  entries: { kind: 'entries', book: 'count', categories: [] },
  filings: { kind: 'filings', kinds: ['news', 'video'] },
  facts: { kind: 'facts', kinds: ['meeting'], mark: 'signed' },
  jury: { kind: 'jury' },
  weighted: {
    kind: 'weighted',
    parts: [
      { book: 'points', categories: ['adoption'], percent: 70 },
      { book: 'count', categories: ['fact:meeting'], percent: 30 },
    ],
  },
};

const effects: EachKind<PeriodRule['effect']> = {
  start: { kind: 'start', amount: 6000 },
  earn: { kind: 'earn', of: measures.facts, rate: { amount: 50, limit: null } },
  quota: {
    ...{ kind: 'quota', of: measures.entries, need: 300, nameAfter: null },
    ...{ short: null, over: { amount: 50, limit: 500 } },
  },
  cap: { kind: 'cap', categories: ['duty:meeting'], most: 5000 },
  void: { kind: 'void', factKinds: ['false_news', 'late_return'], categories: [] },
  keep: { kind: 'keep', of: 'matter', categories: ['period:earn'], highest: 3 },
  prize: {
    ...{ kind: 'prize', among: 'works', by: measures.jury, least: 0 },
    places: [
      { to: 1, amount: 50_000 },
      { to: 3, amount: 20_000 },
    ],
  },
  jury: { kind: 'jury', percent: 30, most: 3000 },
  payout: { kind: 'payout', least: 5000, months: 12 },
};

test.each(['2', '-2', '−2'])('%s under “每差一个扣” takes two away', (typed) => {
  const [field] = periodForm(
    periodRule({
      ...{ id: 'p', name: '账期' },
      effect: { ...effects.quota, short: { amount: -100, limit: null } } as PeriodRule['effect'],
    }),
    { rules: [] },
  ).effect.filter(({ label }) => label === fieldText.short);
  expect(field).toMatchObject({ path: 'effect.short.amount', value: '1' });
  expect(storedOf(field as NumberField, amountOf(typed) ?? 0)).toBe(-200);
});

test.each([
  ...Object.values(effects),
  ...Object.values(measures).map((of) => ({ ...effects.quota, of })),
])('a period rule with %j goes through its form', (effect) => {
  const duty = factRule({ id: 'd', name: '履职', lines: [line('', fixed(1))], shares: [] });
  const whole = rulebook({
    ...{ id: 'office', name: '办法', rules: [] },
    periodRules: [
      periodRule({
        ...{ id: 'p', name: '账期', period: 'quarter', account: 'person', book: 'yuan', effect },
        unitClasses: ['乡镇', '一类部门'],
      }),
    ],
  });
  const wanted = draftOf({ ...whole, rules: [{ ...duty, category: 'duty:meeting' }] });
  expect(entered(wanted).periodRules).toEqual(wanted.periodRules);
});

test('a row goes before its neighbour with its cells, and out with them', () => {
  const raised = raise(bases.table, 'rows', 1);
  expect(raised).toMatchObject({
    rows: [{ label: '' }, { label: '长' }],
    amounts: [[null], [8050]],
  });
  expect(raise(raised, 'rows', 0)).toEqual(raised);
  expect(narrow(raised, 'rows', 0)).toMatchObject({ rows: [{ label: '长' }], amounts: [[8050]] });
  expect(raiseAt({ list: ['a', 'b', 'c'] }, 'list.2')).toEqual({ list: ['a', 'c', 'b'] });
});

test('a rule without a name is said to be missing it', () => {
  const draft = draftOf(presets.county);
  expect(missingOf(draft)).toBe('');
  const [first, ...others] = draft.rules;
  if (!first) throw new Error('the preset has rules');
  expect(missingOf({ ...draft, rules: [{ ...first, name: ' ' }, ...others] })).not.toBe('');
});
