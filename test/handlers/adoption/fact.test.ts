import type { InputOf } from '../../../cloudfunctions/contract';
import { newId } from '../../support/county/county';
import { startNewsroom, uploadPhoto, type Newsroom } from '../../support/county/newsroom';
import { addOutlet, facts } from '../../support/county/printing';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
// Undefined where it never started.
afterAll(() => (room as Newsroom | undefined)?.stop());

const aFact = (change: Partial<InputOf<'fact.register'>> = {}): InputOf<'fact.register'> => ({
  ...{ factId: newId(), kind: 'instruction', title: '县委书记批示', level: 'county' },
  ...{ personId: room.lin.personId, unitId: room.townshipId, quantity: 1, mark: null },
  ...{ occurredOn: '2026-11-20', workId: null, note: '', clipping: null },
  ...change,
});

test('fact.register, fact.list and fact.withdraw: what counts without a printing', async () => {
  const { sha256, bytes } = await uploadPhoto(room, room.zhou, 'instruction');
  const clipping = { sha256, bytes, ext: 'jpg' as const };
  const { fact } = await room.zhou.value('fact.register', aFact({ clipping }));
  expect(fact).toMatchObject({ state: 'registered', personName: '林示例', byName: '周示例' });
  const marked = { mark: '已转化', workId: newId(), occurredOn: '2026-11-21' };
  await room.zhou.value('fact.register', aFact({ personId: null, ...marked }));
  const { facts } = await room.zhou.value('fact.list', { after: null });
  expect(facts.map(({ occurredOn, personName }) => [occurredOn, personName])).toEqual([
    ['2026-11-21', null],
    ['2026-11-20', '林示例'],
  ]);
  expect(facts[0]).toMatchObject(marked);
  expect(facts[1]?.clippingUrl).toMatch(/^http/);
  const stop = { factId: fact.id, version: 1, note: '登记错了' };
  const withdrawn = (await room.zhou.value('fact.withdraw', stop)).fact;
  expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnWhy: '登记错了', version: 2 });
  expect(await room.zhou.call('fact.withdraw', { ...stop, version: 2 })).toMatchObject({
    refusal: 'fact_withdrawn',
  });
});

test('fact.register refuses a day to come, a stranger, a taken id and what counts for oneself', async () => {
  const refusalOf = async (change: Partial<InputOf<'fact.register'>>) => {
    const answer = await room.zhou.call('fact.register', aFact(change));
    return answer.ok ? 'ok' : answer.refusal;
  };
  expect(await refusalOf({ occurredOn: '2099-01-01' })).toBe('fact_in_future');
  expect(await refusalOf({ personId: newId() })).toBe('person_unfit');
  expect(await refusalOf({ unitId: newId() })).toBe('not_allowed');
  expect(await refusalOf({ personId: room.zhou.personId })).toBe('not_allowed');
  const { fact } = await room.zhou.value('fact.register', aFact());
  expect(await refusalOf({ factId: fact.id })).toBe('not_allowed');
  expect(await room.xu.call('fact.register', aFact())).toMatchObject({ refusal: 'not_allowed' });
});

test('work.find offers stories and outside works of the scope; the list names what a fact is about', async () => {
  const story = await room.aStory({ headline: '渡口边的（老）船工' });
  const workId = newId();
  const credit = { personId: room.lin.personId, name: '林示例', part: 'text' as const };
  await room.zhou.value('adoption.register', {
    work: {
      ...{ workId, headline: '船工的新码头', kind: 'feature', column: null, photoCount: 0 },
      ...{ unitId: room.townshipId, credits: [{ ...credit, isJournalist: false }] },
    },
    ...{ ...facts(await addOutlet(room)), url: null, clipping: null, note: '', apart: null },
  });
  const find = async (words: string | null) =>
    (await room.zhou.value('work.find', { words })).works.map(({ id }) => id);
  expect((await find('船工')).sort()).toEqual([story.id, workId].sort());
  expect(await find(story.number)).toEqual([story.id]);
  expect(await find('（老）')).toEqual([story.id]);
  expect(await find('(老|新)')).toEqual([]);
  expect(await find(null)).toEqual(expect.arrayContaining([story.id, workId]));
  expect(await room.lin.call('work.find', { words: null })).toMatchObject({
    refusal: 'not_allowed',
  });
  const { xu, rootId: parentId } = room;
  const elsewhere = newId();
  const unit = { name: '河口镇联工委', kind: 'township_office' as const, quotaClass: null };
  await room.he.value('unit.add', { unitId: elsewhere, ...unit, parentId });
  await room.he.value('duty.grant', {
    ...{ personId: xu.personId, duty: 'publicity_office', stage: null, unitIds: [elsewhere] },
  });
  expect((await xu.value('work.find', { words: '船工' })).works).toEqual([]);

  await room.zhou.value('fact.register', aFact({ workId: story.id, personId: null }));
  const judged = { period: '2026-11', points: 9050 };
  const jury = { kind: 'jury' as const, personId: null, level: null, workId, jury: judged };
  await room.zhou.value('fact.register', aFact({ ...jury, occurredOn: '2026-11-22' }));
  const listed = await room.zhou.value('fact.list', { after: null });
  const titleOf = (id: string) => listed.facts.find((one) => one.workId === id)?.workTitle;
  expect([titleOf(story.id), titleOf(workId)]).toEqual(['渡口边的（老）船工', '船工的新码头']);
});
