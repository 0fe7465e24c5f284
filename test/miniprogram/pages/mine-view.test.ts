import { unitIdsOf, viewOfMine } from '../../../miniprogram/pages/mine/view';

const organ = { name: '示例县政协', kind: 'cppcc' as const };
const names = { town: '城关镇联工委', county: '示例县政协' };
const person = {
  id: 'p1',
  name: '林示例',
  standing: 'member' as const,
  memberships: [{ unitId: 'town', isHead: true }],
  duties: [
    { duty: 'correspondent' as const, stage: null, unitIds: ['town'] },
    { duty: 'reviewer' as const, stage: 2, unitIds: ['county', 'town'] },
  ],
};

test('a person reads who they are, where, and what they do, in words', () => {
  expect(viewOfMine({ organ, person }, names).person).toEqual({
    name: '林示例',
    initial: '林',
    standing: '委员',
    units: ['城关镇联工委（负责人）'],
    duties: ['通讯员：城关镇联工委', '审核员（第 2 审）：示例县政协、城关镇联工委'],
  });
});

test('a 人大 has deputies', () => {
  const congress = { name: '示例县人大', kind: 'congress' as const };
  expect(viewOfMine({ organ: congress, person }, names).person?.standing).toBe('代表');
});

test('somebody without a duty reads what they may do', () => {
  const { person: shown } = viewOfMine({ organ, person: { ...person, duties: [] } }, names);
  expect(shown?.duties).toEqual(['还没有分配职责，可为所在单位投稿']);
});

test('only an administrator gets the way to administration', () => {
  const duties = [{ duty: 'administrator' as const, stage: null, unitIds: ['county'] }];
  expect(viewOfMine({ organ, person }, names).isAdministrator).toBe(false);
  expect(viewOfMine({ organ, person: { ...person, duties } }, names).isAdministrator).toBe(true);
});

test('a visitor is nobody yet, and no unit is asked for', () => {
  expect(viewOfMine({ organ, person: null }, names)).toEqual({
    ...{ organName: '示例县政协', person: null, isAdministrator: false },
    ...{ isOffice: false, mayMakeCodes: false, headed: [] },
  });
  expect(unitIdsOf({ organ, person: null })).toEqual([]);
  expect(unitIdsOf({ organ, person })).toEqual(['town', 'town', 'county', 'town']);
});

test("a unit's head gets the way to its people, to invite them", () => {
  expect(viewOfMine({ organ, person }, names).headed).toEqual([
    { id: 'town', words: '城关镇联工委人员' },
  ]);
  const memberships = [{ unitId: 'town', isHead: false }];
  expect(viewOfMine({ organ, person: { ...person, memberships } }, names).headed).toEqual([]);
});
