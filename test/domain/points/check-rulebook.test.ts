import { checkRulebook } from '../../../cloudfunctions/domain/points/check-rulebook';
import { presets } from '../../../cloudfunctions/domain/points/presets';
import {
  factRule,
  fixed,
  is,
  line,
  heading,
  isNot,
  people,
  periodRule,
  range,
  rule,
  rulebook,
  table,
  unit,
  where,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { PeriodRule, Rule } from '../../../cloudfunctions/domain/points/rulebook';

const plain = { id: 'one', name: '采用', lines: [line('', fixed(1))], shares: [unit('points')] };
const found = (...rules: Rule[]) => checkRulebook(rulebook({ id: 'o', name: '办法', rules }));

test('every preset holds together', () => {
  const problems = Object.values(presets).map((preset) => checkRulebook(preset));
  expect(problems.filter(Boolean)).toEqual([]);
});

const uneven = { ...table([{ label: '', conditions: [] }], []), amounts: [[1], [2]] };
const noWeights = { kind: 'parts' as const, weights: { text: 0, photo: 0, video: 0, edit: 0 } };

test.each<[string, Rule[]]>([
  ['nothing_counted', []],
  ['id_twice', [rule(plain), rule(plain)]],
  ['table_uneven', [rule({ ...plain, lines: [line('', uneven)] })]],
  ['range_empty', [rule({ ...plain, when: where(range('words', 500, 500)) })]],
  ['range_empty', [rule({ ...plain, when: where(range('words', null)) })]],
  [
    'days_reversed',
    [rule({ ...plain, when: { ...where(), from: '2026-09-01', to: '2026-08-31' } })],
  ],
  ['day_unreal', [rule({ ...plain, when: { ...where(), from: '2026-02-30', to: null } })]],
  ['fact_only', [rule({ ...plain, when: where(is('factKind', 'meeting')) })]],
  ['printing_only', [factRule({ ...plain, when: where(is('position', 'front')) })]],
  [
    'split_empty',
    [rule({ ...plain, shares: [people('points', { how: noWeights, holdPlaces: [] })] })],
  ],
  ['split_empty', [rule({ ...plain, shares: [{ ...unit('points'), percent: 0 }] })]],
  ['penalty_gains', [factRule({ ...plain, when: where(is('factKind', 'false_news')) })]],
])('%s is found', (problem, rules) => {
  expect(found(...rules)?.problem).toBe(problem);
});

test('an amount below zero, or for what may be a merit as well, is no penalty that gains', () => {
  const penalty = { ...plain, lines: [line('', fixed(-1))] };
  expect(
    found(factRule({ ...penalty, when: where(is('factKind', 'false_news')) })),
  ).toBeUndefined();
  const either = where(is('factKind', 'false_news', 'other'));
  expect(found(factRule({ ...plain, when: either }))).toBeUndefined();
});

test('a day that no calendar has is found before any rule', () => {
  const draft = { ...presets.county, effectiveFrom: '2026-13-01' };
  expect(checkRulebook(draft)).toEqual({ problem: 'day_unreal', rule: '' });
});

const [long, short] = [range('words', 500), range('words', null, 500)];
const tableOf = (headings: Heading[], amounts: (number | null)[]) =>
  table(
    [heading('')],
    headings.map((one, at) => ({ heading: one, amounts: [amounts[at] ?? null] })),
  );
type Heading = ReturnType<typeof heading>;

test.each<[string | undefined, string, Heading[]]>([
  [undefined, 'narrow, then wide, then all', [heading('长', long), heading('短', short)]],
  [
    undefined,
    'a wide one after a narrow one',
    [heading('千', range('words', 1000)), heading('五', long)],
  ],
  ['row_unreached', 'after all', [heading('全'), heading('长', long)]],
  [
    'row_unreached',
    'a narrow one after a wide one',
    [heading('五', long), heading('千', range('words', 1000))],
  ],
  ['row_unreached', 'the same once more', [heading('长', long), heading('又', long)]],
  [
    'row_unreached',
    'one of them after both',
    [heading('一', is('level', 'city', 'county')), heading('二', is('level', 'city'), long)],
  ],
  [
    'row_unreached',
    'none of more',
    [heading('一', isNot('level', 'city')), heading('二', isNot('level', 'city', 'own'))],
  ],
  [
    'rows_overlap',
    'ranges',
    [heading('一', range('words', 0, 500)), heading('二', range('words', 400, 900))],
  ],
  [
    'rows_overlap',
    'words beside the same range',
    [
      heading('一', long, is('level', 'city', 'own')),
      heading('二', is('level', 'own', 'county'), long),
    ],
  ],
  [
    undefined,
    'another dimension',
    [heading('一', is('level', 'city')), heading('二', is('position', 'front'))],
  ],
])('%s: %s', (problem, _about, headings) => {
  const base = tableOf(headings, [1, 1]);
  const rows = found(rule({ ...plain, lines: [line('', base)] }));
  const columns = found(
    rule({
      ...plain,
      lines: [line('', table(headings, [{ heading: heading(''), amounts: [1, 1] }]))],
    }),
  );
  expect([rows?.problem, columns?.problem]).toEqual([problem, problem]);
  if (problem) expect(rows?.part).toBe(headings[1]?.label);
});

test('a row without any amount, and a line behind one that answers for all, are found', () => {
  const blank = tableOf([heading('长', long), heading('短', short)], [1, null]);
  expect(found(rule({ ...plain, lines: [line('', blank)] }))).toEqual({
    ...{ problem: 'row_empty', rule: '采用', part: '短' },
  });
  const hidden = [
    line('甲', fixed(1), where(long)),
    line('乙', fixed(2), where(long, is('level', 'city'))),
  ];
  expect(found(rule({ ...plain, lines: hidden }))).toMatchObject({
    ...{ problem: 'line_unreached', part: '乙' },
  });
  const summer = [line('夏', fixed(1), { ...where(), from: '2026-07-01' }), line('平', fixed(2))];
  expect(found(rule({ ...plain, lines: summer }))).toBeUndefined();
});

const places = (...ranks: number[]) => ranks.map((to) => ({ to, amount: 100 }));
const byPoints = { kind: 'amount' as const, book: 'points' as const, categories: [] };
const nothing = {
  kind: 'weighted' as const,
  parts: [{ book: 'points' as const, categories: [], percent: 0 }],
};
const prize = { kind: 'prize' as const, among: 'works' as const, by: byPoints, least: 0 };

const quota = {
  ...{ kind: 'quota' as const, of: byPoints, need: 100, over: null, nameAfter: null },
};

test.each<[string | undefined, Partial<PeriodRule> & Pick<PeriodRule, 'effect'>]>([
  [undefined, { effect: { ...prize, places: places(1, 3) } }],
  ['places_disordered', { effect: { ...prize, places: places(3, 3) } }],
  ['places_disordered', { effect: { ...prize, places: places(5, 1) } }],
  [
    'measure_of_works',
    { effect: { ...prize, by: { kind: 'filings', kinds: [] }, places: places(1) } },
  ],
  ['weights_empty', { effect: { ...prize, by: nothing, places: places(1) } }],
  ['weights_empty', { effect: { kind: 'earn', of: nothing, rate: { amount: 1, limit: null } } }],
  ['shortfall_gains', { effect: { ...quota, short: { amount: 1, limit: null } } }],
  [undefined, { effect: { ...quota, short: { amount: -1, limit: null } } }],
  ['cap_negative', { effect: { kind: 'cap', categories: [], most: -1 } }],
  ['payout_not_yuan', { effect: { kind: 'payout', least: 5000, months: 3 } }],
  [undefined, { book: 'yuan', effect: { kind: 'payout', least: 5000, months: 3 } }],
  ['classes_twice', { unitClasses: ['甲', '甲'], effect: { kind: 'start', amount: 1 } }],
])('%s is found in a period rule', (problem, part) => {
  const periodRules = [periodRule({ id: 'p', name: '账期', ...part })];
  const draft = rulebook({ id: 'o', name: '办法', rules: [rule(plain)], periodRules });
  expect(checkRulebook(draft)).toEqual(problem && { problem, rule: '账期' });
});
