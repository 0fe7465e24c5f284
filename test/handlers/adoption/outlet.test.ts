import { newId } from '../../support/county/county';
import { startNewsroom, type Newsroom } from '../../support/county/newsroom';
import { addOutlet, aReported } from '../../support/county/printing';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
// Undefined where it never started.
afterAll(() => (room as Newsroom | undefined)?.stop());

const term = {
  level: 'provincial',
  outletClass: 'paper',
  group: null,
  since: '2099-01-01',
} as const;
const names = (name: string) => ({ name, aliases: [], channelIds: [] });

test('outlet.add and outlet.list: the directory by level and name, for everybody bound', async () => {
  await addOutlet(room, { name: '示例县报', level: 'county' });
  await addOutlet(room, { name: '示例国报', level: 'national', aliases: ['国报'] });
  const { outlets } = await room.lin.value('outlet.list', {});
  expect(outlets.map(({ name, level }) => [name, level])).toEqual([
    ['示例国报', 'national'],
    ['示例县报', 'county'],
  ]);
  const taken = { outletId: newId(), ...names('《国报》'), ...term };
  expect(await room.he.call('outlet.add', taken)).toMatchObject({ refusal: 'outlet_name_taken' });
  expect(await room.lin.call('outlet.add', taken)).toMatchObject({ refusal: 'not_allowed' });
});

test('outlet.change: a new term counts from its day on and never before today', async () => {
  const outletId = await addOutlet(room, { name: '示例午报' });
  const { story } = await aReported(room, outletId);
  const change = { outletId, version: 1, ...names('示例午报'), isClosed: false };
  expect(
    await room.he.call('outlet.change', { ...change, term: { ...term, since: '2026-01-02' } }),
  ).toMatchObject({ refusal: 'term_in_past' });
  const { outlet } = await room.zhou.value('outlet.change', { ...change, term });
  expect(outlet).toMatchObject({ level: 'city', version: 2 });
  expect(outlet.terms.map(({ level, until }) => [level, until])).toEqual([
    ['city', '2099-01-01'],
    ['provincial', null],
  ]);
  expect((await room.show(room.lin, story.id)).adoptions[0]?.level).toBe('city');
  expect(await room.he.call('outlet.change', { ...change, term: null })).toMatchObject({
    refusal: 'changed_meanwhile',
  });
});

test('outlet.show is for those who keep the directory; a closed outlet stays listed as closed', async () => {
  const outletId = await addOutlet(room, { name: '示例旧报' });
  const change = { outletId, version: 1, ...names('示例旧报'), isClosed: true, term: null };
  await room.he.value('outlet.change', change);
  expect((await room.zhou.value('outlet.show', { outletId })).outlet.isClosed).toBe(true);
  expect(await room.lin.call('outlet.show', { outletId })).toMatchObject({
    refusal: 'not_allowed',
  });
  expect(await room.he.call('outlet.show', { outletId: newId() })).toMatchObject({
    refusal: 'not_found',
  });
});
