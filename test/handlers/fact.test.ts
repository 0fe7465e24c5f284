import type { InputOf } from '../../cloudfunctions/contract';
import { newId } from '../support/county';
import { startNewsroom, uploadPhoto, type Newsroom } from '../support/newsroom';

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
