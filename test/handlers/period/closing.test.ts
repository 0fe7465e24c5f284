import { startNewsroom, type Newsroom, type StoryView } from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

const hourMs = 60 * 60 * 1000;
const advance = (ms: number) => room.cloud.control('clock', 'advance', { ms });
const tick = () => room.cloud.control('timers', 'fire', { function: 'closing' });
const at = (story: StoryView) => ({ storyId: story.id, version: story.version });
const kindsOf = async (storyId: string) =>
  (await room.show(room.zhou, storyId)).timeline.map(({ kind }) => kind);

test('a passed limit escalates once, and the office may then act', async () => {
  const story = await room.aStory();
  const approve = { ...at(story), note: '', isCleared: false };
  const { story: second } = await room.zhou.value('story.approve', approve);
  expect(second.stageName).toBe('复审');
  const waiting = async () =>
    (await room.he.value('queue.list', { kind: null, after: null })).stories.map(({ id }) => id);
  expect(await waiting()).not.toContain(story.id);

  await advance(25 * hourMs);
  await Promise.all([tick(), tick(), tick()]);
  await tick();
  const kinds = await kindsOf(story.id);
  expect(kinds.filter((kind) => kind === 'stage_overdue')).toHaveLength(1);
  expect(await waiting()).toContain(story.id);
  const overdue = await room.show(room.he, story.id);
  expect(overdue.timeline.at(-1)).toMatchObject({ kind: 'stage_overdue', byName: '' });
  expect(overdue.allowed).toContain('approve');
  const next = { ...at(overdue), note: '', isCleared: false };
  expect((await room.he.value('story.approve', next)).story.stageName).toBe('终审签发');

  await advance(49 * hourMs);
  await tick();
  const again = await kindsOf(story.id);
  expect(again.filter((kind) => kind === 'stage_overdue')).toHaveLength(2);
});

test('an embargo ends by itself and the stage begins anew', async () => {
  const story = await room.aStory();
  const now = story.updatedAt;
  const hold = { ...at(story), note: '会议前不发', until: now + 30 * hourMs };
  await room.zhou.value('story.hold', hold);
  await advance(29 * hourMs);
  await tick();
  expect((await room.show(room.zhou, story.id)).state).toBe('held');
  await advance(2 * hourMs);
  await tick();
  const resumed = await room.show(room.zhou, story.id);
  expect(resumed).toMatchObject({ state: 'in_review', stageName: '初审', embargoUntil: null });
  expect(resumed.dueAt).toBeGreaterThan(now + 31 * hourMs);
  expect(resumed.timeline.at(-1)).toMatchObject({ kind: 'story_resumed', byName: '' });
});

test('a story held without an end stays held, and what has ended is left alone', async () => {
  const held = await room.aStory();
  await room.zhou.value('story.hold', { ...at(held), note: '待核定', until: null });
  const spiked = await room.aStory();
  await room.zhou.value('story.spike', { ...at(spiked), note: '重复' });
  await advance(1000 * hourMs);
  await tick();
  expect((await room.show(room.zhou, held.id)).state).toBe('held');
  expect(await kindsOf(spiked.id)).not.toContain('stage_overdue');
});

test('a story that nothing can be done about keeps nothing else from its turn', async () => {
  const database = room.cloud.sdk().database();
  const broken = { _id: 'broken-story', number: 'broken', state: 'in_review', alarmAt: 1 };
  await database.collection('stories').add(broken);
  const story = await room.aStory();
  await advance(25 * hourMs);
  const old = { _id: 'old', paths: ['packages/old/none.zip'], at: 1 };
  await database.collection('packages').add(old);
  const ended = await tick().catch((error: unknown) => String(error));
  await database.collection('stories').doc(broken._id).remove();
  expect((await database.collection('packages').doc(old._id).get()).data).toEqual([]);
  expect(await kindsOf(story.id)).toContain('stage_overdue');
  expect(JSON.stringify(ended)).toMatch(/EXECUTE_FAIL|TypeError|failed/);
});

test('a hundred and twenty overdue stories are escalated in one run, each once', async () => {
  const database = room.cloud.sdk().database();
  const { id } = await room.aStory();
  const { data } = await database.collection('stories').where({ _id: id }).get();
  const [story] = data as { _id: string; number: string }[];
  const copies = Array.from({ length: 120 }, (_, n) => ({
    ...{ ...story, _id: `copy-of-story-${n}`, number: `copy-${n}` },
  }));
  await database.collection('stories').add(copies);
  await advance(25 * hourMs);
  await Promise.all([tick(), tick()]);
  const overdue = await database.collection('story_events').where({ kind: 'stage_overdue' }).get();
  const ofCopies = (overdue.data as { storyId: string }[]).filter(({ storyId }) =>
    storyId.startsWith('copy-of'),
  );
  expect(new Set(ofCopies.map(({ storyId }) => storyId)).size).toBe(ofCopies.length);
  const left = await database
    .collection('stories')
    .where({ alarmAt: database.command.gt(0), state: 'in_review', isOverdue: false })
    .count();
  expect(left.total).toBe(0);
});

test('closing does nothing unless the timer starts it', async () => {
  const result = await room.cloud.sdk().callFunction({ name: 'closing', data: {} });
  expect(result.result).toEqual({ done: 0, outrun: 0 });
});
