/** 评委分: who may enter them until when, and what a period's rule makes of them. */
import type { Person } from '../../../cloudfunctions/domain/people/person';
import type { Unit } from '../../../cloudfunctions/domain/people/unit';
import type { Period } from '../../../cloudfunctions/domain/period/period';
import { evaluateFact } from '../../../cloudfunctions/domain/points/evaluate-fact';
import { evaluatePeriod } from '../../../cloudfunctions/domain/points/evaluate-period';
import type { RegisteredFact } from '../../../cloudfunctions/domain/points/facts';
import {
  factRule,
  fixed,
  line,
  people,
  periodRule,
  rulebook,
} from '../../../cloudfunctions/domain/points/presets/parts';
import { registerFact, withdrawFact } from '../../../cloudfunctions/domain/points/register-fact';
import type { PeriodRule } from '../../../cloudfunctions/domain/points/rulebook';
import { aFact, saidOf } from '../../support/domain/points';
import { wholePeriod } from '../../support/domain/whole-period';

const given = (points: number, fact: Partial<RegisteredFact> = {}) =>
  aFact('jury', { jury: { period: '2026Q4', points: points * 100 }, ...fact });

const every = factRule({
  ...{ id: 'every', name: '登记', shares: [people('points')], lines: [line('每件', fixed(5))] },
});

const judged = (effect: PeriodRule['effect'], rule: Partial<PeriodRule> = {}) =>
  rulebook({
    ...{ id: 'office', name: '办法', rules: [every] },
    periodRules: [
      periodRule({
        ...{ id: 'jury', name: '评委分', period: 'quarter', account: 'person', effect, ...rule },
      }),
    ],
  });

const seen = (facts: RegisteredFact[], period = '2026Q4') =>
  wholePeriod(
    {
      ...{ period, facts, entries: [], shortBefore: [], held: new Map() },
      tallies: { units: {}, people: {} },
      units: [{ _id: 'chengguan', quotaClass: '乡镇', kind: 'township_office', until: null }],
      people: [{ _id: 'lin', unitIds: ['chengguan'], leftOn: null }],
    },
    [],
    '2026-10-01',
  );

test.each<[string, number | null, RegisteredFact[], string[]]>([
  ['by a percentage', null, [given(91.5)], ['lin points 27.45: 评委分：评委分 91.5 × 0.3 = 27.45']],
  [
    'several together, up to the most',
    3000,
    [given(60), given(58)],
    ['lin points 30: 评委分：评委分 118 × 0.3（至多 30） = 30'],
  ],
  [
    'not those of another period',
    null,
    [given(9, { jury: { period: '2026-11', points: 900 } })],
    [],
  ],
  ['not those of the unit', null, [given(9, { personId: null })], []],
  ['not those of a work', null, [given(9, { workId: 'w1' })], []],
])('a jury gives points %s', (_name, most, facts, said) => {
  const rules = judged({ kind: 'jury', percent: 30, most });
  expect(saidOf(evaluatePeriod(rules, seen(facts)))).toEqual(said);
});

test('a unit has its own, and a fact that happened is told apart from a sheet of points', () => {
  const unit = judged({ kind: 'jury', percent: 100, most: null }, { account: 'unit' });
  expect(saidOf(evaluatePeriod(unit, seen([given(8, { personId: null })])))).toEqual([
    'chengguan points 8: 评委分：评委分 8 × 1 = 8',
  ]);
  const facts = { kind: 'facts' as const, kinds: [], mark: null };
  const counted = judged({ kind: 'earn', of: facts, rate: { amount: 100, limit: null } });
  expect(evaluatePeriod(counted, seen([given(8)]))).toEqual([]);
});

test('by itself it posts nothing, whatever a rule counts of facts', () => {
  const rules = [judged({ kind: 'jury', percent: 100, most: null })];
  expect(evaluateFact(rules, given(90), { unitClass: null })).toEqual([]);
  expect(evaluateFact(rules, aFact('meeting'), { unitClass: null })).toHaveLength(1);
});

const zhou = {
  ...{ _id: 'zhou', name: '周示例', unitIds: ['county'], leftOn: null, memberships: [] },
  duties: [{ duty: 'publicity_office', unitIds: ['county'], since: '2020-01-01', until: null }],
} as unknown as Person;
const scene = (period: Pick<Period, 'state' | 'computing'> | undefined) => ({
  unit: { _id: 'chengguan', path: ['county', 'chengguan'], until: null } as unknown as Unit,
  about: { _id: 'lin', leftOn: null } as unknown as Person,
  ...{ period, authorIds: ['lin'], at: 1, on: '2026-12-20' },
});

const refusalOf = (
  period: Pick<Period, 'state' | 'computing'> | undefined,
  key = '2026Q4',
): string => {
  const { _id: factId, ...fields } = given(9, { jury: { period: key, points: 900 } });
  const decision = registerFact(zhou, { factId, ...fields }, scene(period));
  return decision.accepted ? 'accepted' : decision.refusal;
};

test.each([
  ['nothing was computed', undefined, 'accepted'],
  ['there is a draft', { state: 'draft', computing: null }, 'accepted'],
  ['it is being summed', { state: 'draft', computing: 'draft' }, 'period_computing'],
  ['everybody is shown it', { state: 'notice', computing: null }, 'period_in_notice'],
  ['it closes', { state: 'closing', computing: 'final' }, 'period_closed'],
  ['it is closed', { state: 'closed', computing: null }, 'period_closed'],
] as const)('a jury enters while %s: %s', (_name, period, outcome) => {
  expect(refusalOf(period)).toBe(outcome);
});

test('a period to come is not judged', () => {
  expect(refusalOf(undefined, '2027-01')).toBe('period_not_begun');
});

test('nobody enters them for oneself, nor for what one has a part in', () => {
  const { _id: factId, ...fields } = given(9, { personId: null, workId: 'w1' });
  const own = { ...scene(undefined), authorIds: ['zhou'] };
  expect(registerFact(zhou, { factId, ...fields }, own)).toMatchObject({ refusal: 'not_allowed' });
});

test('what a jury gave may be taken back until the close', () => {
  const taken = (period: Pick<Period, 'state' | 'computing'>) =>
    withdrawFact(given(9, { unitPath: ['county', 'chengguan'] }), zhou, {
      note: '重打',
      period,
      on: '2026-12-20',
    });
  expect(taken({ state: 'notice', computing: null })).toMatchObject({ accepted: true });
  expect(taken({ state: 'closed', computing: null })).toMatchObject({ refusal: 'period_closed' });
});
