import { newId, startCounty, type County, type Member } from '../../support/county/county';

let county: County;
let lin: Member;

beforeAll(async () => {
  county = await startCounty();
  lin = await county.member('林示例');
});
afterAll(() => county.stop());

const aUnit = (name: string) => ({
  unitId: newId(),
  name,
  kind: 'township_office' as const,
  quotaClass: 'A',
  parentId: county.rootId,
});

test('vacancy.list of a county that is its office alone finds nobody missing, and no unit that owes one', async () => {
  expect(await county.he.value('vacancy.list', {})).toEqual({ units: [], owing: 0 });
  await county.he.value('unit.add', { ...aUnit('示例县报'), kind: 'media' });
  expect(await county.he.value('vacancy.list', {})).toEqual({ units: [], owing: 0 });
});

test('unit.add puts a unit below another and unit.list shows it to everybody bound', async () => {
  const input = aUnit('城关镇联工委');
  await county.he.value('unit.add', input);
  const { units } = await lin.value('unit.list', {});
  expect(units[0]).toMatchObject({ id: county.rootId, parentId: null });
  expect(units).toContainEqual({
    id: input.unitId,
    name: '城关镇联工委',
    kind: 'township_office',
    quotaClass: 'A',
    parentId: county.rootId,
  });
});

test('a second unit of one name below one parent is refused', async () => {
  await county.he.value('unit.add', aUnit('龙泉乡联工委'));
  expect(await county.he.call('unit.add', aUnit('龙泉乡联工委'))).toMatchObject({
    refusal: 'unit_name_taken',
  });
});

test.each([
  ['nothing', null],
  ['a unit that is not there', 'no-such-unit'],
])('a unit below %s is refused', async (_what, parentId) => {
  const answer = await county.he.call('unit.add', { ...aUnit('游离单位'), parentId });
  expect(answer).toMatchObject({ refusal: 'unit_parent_invalid' });
});

test('unit.change moves a unit with all below it, and never below itself', async () => {
  const [sector, studio] = [aUnit('教育界别'), aUnit('示例委员工作室')];
  await county.he.value('unit.add', sector);
  await county.he.value('unit.add', { ...studio, parentId: sector.unitId });
  const other = aUnit('医卫界别');
  await county.he.value('unit.add', other);
  const moved = { ...sector, parentId: other.unitId };
  expect(await county.he.value('unit.change', moved)).toMatchObject({
    unit: { parentId: other.unitId },
  });
  const circle = { ...other, parentId: studio.unitId };
  expect(await county.he.call('unit.change', circle)).toMatchObject({
    refusal: 'unit_parent_invalid',
  });
});

test('unit.close takes an empty unit off the list and refuses one with people or units', async () => {
  const empty = aUnit('空闲议事室');
  await county.he.value('unit.add', empty);
  await county.he.value('unit.close', { unitId: empty.unitId });
  const { units } = await lin.value('unit.list', {});
  expect(units.map(({ id }) => id)).not.toContain(empty.unitId);
  expect(await county.he.call('unit.close', { unitId: county.rootId })).toMatchObject({
    refusal: 'unit_in_use',
  });
  const again = await county.he.call('unit.close', { unitId: empty.unitId });
  expect(again).toMatchObject({ refusal: 'unit_closed' });
});

test('only an administrator changes units; a visitor does not even see them', async () => {
  expect(await lin.call('unit.add', aUnit('越权'))).toMatchObject({ refusal: 'not_allowed' });
  const rename = { ...aUnit('越权'), unitId: county.rootId };
  expect(await lin.call('unit.change', rename)).toMatchObject({ refusal: 'not_allowed' });
  const close = await lin.call('unit.close', { unitId: county.rootId });
  expect(close).toMatchObject({ refusal: 'not_allowed' });
  const visitor = county.phone('o-visitor-000001');
  expect(await visitor.call('unit.list', {})).toMatchObject({ refusal: 'not_bound' });
});

test('vacancy.list names units without a correspondent, and leaves when one is named', async () => {
  const unit = aUnit('待补乡联工委');
  await county.he.value('unit.add', unit);
  const isVacant = async () =>
    (await county.he.value('vacancy.list', {})).units.some((one) => one.unit.id === unit.unitId);
  expect(await isVacant()).toBe(true);
  expect((await county.he.value('vacancy.list', {})).owing).toBeGreaterThan(0);
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [unit.unitId] };
  await county.he.value('duty.grant', { personId: lin.personId, ...duty });
  expect(await isVacant()).toBe(false);
  expect(await lin.call('vacancy.list', {})).toMatchObject({ refusal: 'not_allowed' });
});
