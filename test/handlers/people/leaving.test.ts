/** Somebody leaves: what they have open goes to another, and nothing waits for who is gone. */
import { freeStories } from '../../../cloudfunctions/handlers/closing/free-stories';
import { tryAll } from '../../../cloudfunctions/kernel/try-all';
import { openStore } from '../../../cloudfunctions/store';
import { newId } from '../../support/county/county';
import { rest } from '../../support/faults/faults';
import { aContent, filing, startNewsroom, type Newsroom } from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

async function aWriter(name = '钱示例') {
  const writer = await room.member(name);
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [room.townshipId] };
  await room.he.value('duty.grant', { personId: writer.personId, ...duty });
  const file = async (kind: 'news' | 'tip' = 'news') => {
    const storyId = newId();
    const content = aContent({ kind, bylines: [{ personId: null, name: '钱示例', part: 'text' }] });
    await writer.value('story.file', filing({ storyId, unitId: room.townshipId, content }));
    return storyId;
  };
  return { ...writer, file };
}

async function sendBack(storyId: string): Promise<void> {
  const { story } = await room.zhou.value('story.claim', { storyId });
  const { version } = story;
  await room.zhou.value('story.return', { storyId, version, note: '请补充', passages: [] });
}

test('a returned story goes to the successor, who files it again; its author stays', async () => {
  const writer = await aWriter();
  const returned = await writer.file();
  await sendBack(returned);
  const leaving = { personId: writer.personId, successorId: null };
  expect(await room.he.call('person.leave', leaving)).toMatchObject({
    ...{ refusal: 'work_open', detail: { stories: 1, tips: 0 } },
  });
  await room.he.value('person.leave', { ...leaving, successorId: room.lin.personId });

  const story = await room.show(room.lin, returned);
  expect(story).toMatchObject({ authorName: '钱示例', state: 'returned' });
  expect(story.allowed).toEqual(['withdraw', 'refile']);
  expect(story.timeline.at(-1)).toMatchObject({
    ...{ kind: 'story_handed_over', byName: '何示例', note: '林示例' },
  });
  const content = aContent({ headline: '补充过的标题' });
  const refile = { storyId: returned, version: story.version, content, isCleared: true as const };
  const { story: refiled } = await room.lin.value('story.refile', refile);
  expect(refiled).toMatchObject({ state: 'in_review', authorName: '钱示例' });
  // It stays theirs though the byline names nobody of the directory.
  const mine = await room.lin.value('story.list', { after: null });
  expect(mine.stories.map(({ id }) => id)).toContain(returned);
});

test('a tip to write goes to the successor; finished stories and filed tips need nobody', async () => {
  const writer = await aWriter();
  await writer.file('tip');
  const withdrawn = await writer.file();
  const { version } = await room.show(writer, withdrawn);
  await writer.value('story.withdraw', { storyId: withdrawn, version, note: '' });
  const tipId = newId();
  const tip = aContent({ kind: 'tip' });
  await room.lin.value(
    'story.file',
    filing({ storyId: tipId, unitId: room.townshipId, content: tip }),
  );
  const at = { storyId: tipId, version: (await room.show(room.zhou, tipId)).version, note: '' };
  await room.zhou.value('story.assign', { ...at, toId: writer.personId });
  const leaving = { personId: writer.personId, successorId: null };
  expect(await room.he.call('person.leave', leaving)).toMatchObject({
    detail: { stories: 0, tips: 1 },
  });
  const other = await aWriter('郑示例');
  await room.he.value('person.leave', { ...leaving, successorId: other.personId });
  const { stories } = await other.value('story.list', { after: null });
  expect(stories).toMatchObject([{ id: tipId, isToWrite: true }]);
  expect(await room.show(other, tipId)).toMatchObject({ assigneeName: '郑示例' });
});

test('who left, who is not there and the one who leaves cannot take over', async () => {
  const writer = await aWriter();
  const gone = await room.member('孙示例');
  await room.he.value('person.leave', { personId: gone.personId, successorId: null });
  for (const successorId of [gone.personId, writer.personId, newId()]) {
    const answer = await room.he.call('person.leave', { personId: writer.personId, successorId });
    expect(answer).toMatchObject({ refusal: 'person_unfit' });
  }
});

test('a duty that ends strands nothing: its claims end, and at once the office may act', async () => {
  const duty = { duty: 'reviewer' as const, stage: 2 };
  const story = await room.aStory();
  const act = { storyId: story.id, version: story.version, note: '', isCleared: false };
  await room.zhou.value('story.approve', act);
  await room.xu.value('story.claim', { storyId: story.id });
  // For fewer units, that of the story among them: it stays theirs.
  const fewer = { personId: room.xu.personId, ...duty, unitIds: [room.townshipId] };
  await room.he.value('duty.grant', fewer);
  expect(await room.show(room.xu, story.id)).toMatchObject({ claim: { isMine: true } });
  const waiting = async () =>
    (await room.he.value('queue.list', { kind: null, after: null })).stories.map(({ id }) => id);
  expect(await waiting()).not.toContain(story.id);

  await room.he.value('duty.end', { personId: room.xu.personId, ...duty });
  expect(await waiting()).toContain(story.id);
  // Who passed its first stage acts at no other, and is not shown it either.
  const ofZhou = await room.zhou.value('queue.list', { kind: null, after: null });
  expect(ofZhou.stories.map(({ id }) => id)).not.toContain(story.id);
  const stranded = await room.show(room.he, story.id);
  expect(stranded).toMatchObject({ claim: null, stageName: '复审' });
  expect(stranded.timeline.at(-1)).toMatchObject({
    ...{ kind: 'stage_escalated', stageName: '复审', byName: '何示例' },
  });
  expect(stranded.allowed).toContain('approve');
  // And whoever gets the duty next sees it.
  await room.he.value('duty.grant', { ...fewer, unitIds: [room.rootId] });
  const next = await room.xu.value('queue.list', { kind: null, after: null });
  expect(next.stories.map(({ id }) => id)).toContain(story.id);
});

test('what more waits than a phone can wait for goes on with closing, in steps, each story once', async () => {
  const duty = { duty: 'reviewer' as const, stage: 2 };
  const { id, version } = await room.aStory();
  await room.zhou.value('story.approve', { storyId: id, version, note: '', isCleared: false });
  const database = room.cloud.sdk().database();
  const { data } = await database.collection('stories').where({ _id: id }).get();
  const [story] = data as { _id: string }[];
  const copies = Array.from({ length: 60 }, (_, n) => ({
    ...{ ...story, _id: `waiting-${n}`, number: `waiting-${n}` },
  }));
  await database.collection('stories').add(copies);
  await room.he.value('duty.end', { personId: room.xu.personId, ...duty });
  const escalated = async () => {
    const of = { kind: 'stage_escalated', storyId: database.RegExp({ regexp: '^waiting-' }) };
    const found = await database.collection('story_events').where(of).limit(1000).get();
    return (found.data as { storyId: string }[]).map(({ storyId }) => storyId);
  };
  const left = async () => (await database.collection('freeings').count()).total;
  // Fifty with those of the tests above; more when a minute began and closing went on already.
  expect((await escalated()).length).toBeGreaterThanOrEqual(40);

  // A run that ends after its first step, then two at once.
  let looks = 0;
  const store = openStore(database);
  const { now: at } = await room.cloud.control<{ now: number }>('clock', 'read');
  const now = () => at + (looks++ > 1 ? 1 : 0);
  const { tried } = tryAll();
  const { freed } = await freeStories({ store, now, until: at + 1, tried, stepSize: 3 });
  expect(freed).toBeLessThanOrEqual(1);
  const tick = () => room.cloud.control('timers', 'fire', { function: 'closing' });
  await Promise.all([tick(), tick()]);
  await rest(room);
  expect((await escalated()).sort()).toEqual(copies.map(({ _id }) => _id).sort());
  expect(await left()).toBe(0);
  await database
    .collection('stories')
    .where({ _id: database.RegExp({ regexp: '^waiting-' }) })
    .remove();
  const back = { personId: room.xu.personId, ...duty, unitIds: [room.rootId] };
  await room.he.value('duty.grant', back);
});

test('the claim of a reviewer who leaves ends, and a stage left without one is escalated', async () => {
  const second = await room.member('赵示例');
  const duty = { duty: 'reviewer' as const, stage: 2, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: second.personId, ...duty });
  const story = await room.aStory();
  await room.zhou.value('story.claim', { storyId: story.id });
  const { version } = await room.show(room.zhou, story.id);
  await room.zhou.value('story.approve', {
    storyId: story.id,
    version,
    note: '',
    isCleared: false,
  });
  await second.value('story.claim', { storyId: story.id });

  await room.he.value('person.leave', { personId: second.personId, successorId: null });
  expect(await room.show(room.xu, story.id)).toMatchObject({ claim: null, stageName: '复审' });
  expect((await room.show(room.zhou, story.id)).allowed).not.toContain('approve');
  await room.he.value('person.leave', { personId: room.xu.personId, successorId: null });
  const stranded = await room.show(room.he, story.id);
  expect(stranded.timeline.at(-1)).toMatchObject({ kind: 'stage_escalated', stageName: '复审' });
  expect(stranded.allowed).toContain('approve');
});
