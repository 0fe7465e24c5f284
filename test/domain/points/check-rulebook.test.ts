import { checkRulebook } from '../../../cloudfunctions/domain/points/check-rulebook';
import { presets } from '../../../cloudfunctions/domain/points/presets';
import {
  factRule,
  fixed,
  is,
  line,
  people,
  range,
  rule,
  rulebook,
  table,
  unit,
  where,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { Rule } from '../../../cloudfunctions/domain/points/rulebook';

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
])('%s is found', (problem, rules) => {
  expect(found(...rules)?.problem).toBe(problem);
});

test('a day that no calendar has is found before any rule', () => {
  const draft = { ...presets.county, effectiveFrom: '2026-13-01' };
  expect(checkRulebook(draft)).toEqual({ problem: 'day_unreal', rule: '' });
});
