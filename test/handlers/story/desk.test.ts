/** The lists of whoever answers for stories: what waits for them, and everything else. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract';
import { newId, type Phone } from '../../support/county/county';
import {
  aContent,
  startNewsroom,
  type Newsroom,
  type StoryView,
} from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

const at = (story: StoryView) => ({ storyId: story.id, version: story.version });

async function signedOff(): Promise<StoryView> {
  const story = await room.aStory();
  for (const phone of [room.zhou, room.xu, room.wu]) {
    const { version } = await room.show(phone, story.id);
    await phone.value('story.approve', { storyId: story.id, version, note: '', isCleared: true });
  }
  return room.show(room.zhou, story.id);
}

test('queue.list gives urgent stories first and each reviewer only what waits for them', async () => {
  const urgent = await room.aStory({ headline: '急稿' });
  await room.zhou.value('story.hurry', { ...at(urgent), note: '急' });
  const { stories } = await room.zhou.value('queue.list', { kind: null, after: null });
  expect(stories[0]?.id).toBe(urgent.id);
  expect(stories.every(({ stageName }) => stageName === '初审')).toBe(true);
  const ofWu = await room.wu.value('queue.list', { kind: null, after: null });
  expect(ofWu.stories.map(({ id }) => id)).not.toContain(urgent.id);
  expect((await room.lin.value('queue.list', { kind: null, after: null })).stories).toEqual([]);
});

test('queue.list puts a tip, which has no limit, behind what is due before it has lain three days', async () => {
  const tip = await room.aStory({ kind: 'tip', headline: '线索：路灯又不亮了' });
  const story = await room.aStory({ headline: '后投的消息' });
  const { stories } = await room.zhou.value('queue.list', { kind: null, after: null });
  const ids = stories.map(({ id }) => id);
  expect(ids).toContain(tip.id);
  expect(ids.indexOf(story.id)).toBeLessThan(ids.indexOf(tip.id));
});

test('queue.list keeps to a unit and below it, to what is urgent, and to what is overdue', async () => {
  const story = await room.aStory({ headline: '按单位找' });
  const idsOf = async (filter: Partial<InputOf<'queue.list'>>) => {
    const input = { kind: null, after: null, ...filter };
    return (await room.zhou.value('queue.list', input)).stories.map(({ id }) => id);
  };
  expect(await idsOf({ unitId: room.townshipId })).toContain(story.id);
  expect(await idsOf({ unitId: room.rootId })).toContain(story.id);
  expect(await idsOf({ unitId: newId() })).toEqual([]);
  expect(await idsOf({ pressing: 'urgent' })).not.toContain(story.id);
  await room.zhou.value('story.hurry', { ...at(story), note: '急' });
  expect(await idsOf({ pressing: 'urgent', unitId: room.townshipId })).toContain(story.id);
  expect(await idsOf({ pressing: 'overdue' })).toEqual([]);
});

test('deskStory.list finds what waits for nobody: by state, unit, number and headline', async () => {
  const held = await room.aStory({ headline: '等会议召开后再发(一)' });
  await room.zhou.value('story.hold', { ...at(held), note: '等会议', until: null });
  const out = await signedOff();
  const find = async (filter: Partial<InputOf<'deskStory.list'>>, phone: Phone = room.zhou) => {
    const input = { state: null, unitId: null, text: null, after: null, ...filter };
    return (await phone.value('deskStory.list', input)).stories.map(({ id }) => id);
  };
  expect(await find({ state: 'held' })).toEqual([held.id]);
  expect((await find({}))[0]).toBe(out.id);
  expect(await find({ state: 'signed_off', unitId: room.townshipId })).toContain(out.id);
  expect(await find({ unitId: newId() })).toEqual([]);
  expect(await find({ text: out.number })).toEqual([out.id]);
  expect(await find({ text: '再发(一' })).toEqual([held.id]);
  expect(await find({ text: '.*' })).toEqual([]);
  const lin = await room.lin.call('deskStory.list', {
    ...{ state: null, unitId: null, text: null, after: null },
  });
  expect(lin).toMatchObject({ refusal: 'not_allowed' });
});

test('deskStory.list goes on page by page, and a head reads no unit below the own one', async () => {
  const roomId = newId();
  const below = { name: '老街议事室', kind: 'room' as const, quotaClass: null };
  await room.he.value('unit.add', { unitId: roomId, ...below, parentId: room.townshipId });
  const head = await room.member('镇示例', { unitId: room.townshipId, isHead: true });
  const filer = await room.member('室示例', { unitId: roomId });
  for (let n = 0; n < 22; n += 1) {
    const content = aContent({ headline: `议事室第 ${n} 篇` });
    const filed = { storyId: newId(), unitId: roomId, content, tipId: null };
    await filer.value('story.file', { ...filed, isCleared: true });
  }
  const all: string[] = [];
  let after: string | null = null;
  do {
    const input = { state: null, unitId: roomId, text: null, after };
    const page: ValueOf<'deskStory.list'> = await room.zhou.value('deskStory.list', input);
    all.push(...page.stories.map(({ headline }) => headline));
    after = page.after;
  } while (after !== null);
  expect(all).toEqual(Array.from({ length: 22 }, (_, n) => `议事室第 ${21 - n} 篇`));
  const whole = { state: null, unitId: null, text: '议事室第', after: null };
  expect((await head.value('deskStory.list', whole)).stories).toEqual([]);
});
