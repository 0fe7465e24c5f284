import { addOutlet, changeOutlet } from '../../../cloudfunctions/domain/outlet/change-outlet';
import { termOn, type Outlet } from '../../../cloudfunctions/domain/outlet/outlet';

const today = '2026-11-22';
const term = { level: 'city', outletClass: 'paper', group: null, since: '2026-01-01' } as const;
const names = { name: '示例日报', aliases: ['日报'], channelIds: [] };

function anOutlet(): Outlet {
  const decision = addOutlet([], { outletId: 'outlet-001', ...names, ...term });
  if (!decision.accepted) throw new Error(decision.refusal);
  return decision.changes.outlet;
}

test('a new term counts from its day on; days before keep the one they had', () => {
  const raised = { ...term, level: 'provincial' as const, since: '2026-12-01' };
  const input = { outletId: 'outlet-001', ...names, isClosed: false, term: raised };
  const decision = changeOutlet([anOutlet()], input, today);
  if (!decision.accepted) throw new Error(decision.refusal);
  const { outlet } = decision.changes;
  const levels = ['2025-06-01', '2026-11-30', '2026-12-01', '2027-01-01'].map(
    (on) => termOn(outlet, on)?.level,
  );
  expect(levels).toEqual(['city', 'city', 'provincial', 'provincial']);
});

test.each(['2025-12-31', '2026-01-01', '2026-11-21'])('no new term begins on %s', (since) => {
  const change = { outletId: 'outlet-001', ...names, isClosed: false, term: { ...term, since } };
  expect(changeOutlet([anOutlet()], change, today)).toMatchObject({ refusal: 'term_in_past' });
});

test.each([
  ['the same name', { name: '示例 日报', aliases: [] }],
  ['a name that is an alias there', { name: '日报', aliases: [] }],
  ['an alias that is a name there', { name: '晚报', aliases: ['《示例日报》'] }],
  ['one name twice', { name: '晚报', aliases: ['晚 报'] }],
])('%s is refused', (_what, taken) => {
  const input = { outletId: 'outlet-002', channelIds: [], ...taken, ...term };
  expect(addOutlet([anOutlet()], input)).toMatchObject({ refusal: 'outlet_name_taken' });
});
