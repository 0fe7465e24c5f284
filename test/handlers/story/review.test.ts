import type { InputOf } from '../../../cloudfunctions/contract';
import { newId, type Phone } from '../../support/county/county';
import {
  aContent,
  startNewsroom,
  uploadPhoto,
  type Newsroom,
  type StoryView,
} from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

const at = (story: StoryView) => ({ storyId: story.id, version: story.version });

async function approve(phone: Phone, story: StoryView): Promise<StoryView> {
  const { version } = await room.show(phone, story.id);
  const input = { storyId: story.id, version, note: '', isCleared: true };
  return (await phone.value('story.approve', input)).story;
}

async function signedOff(): Promise<StoryView> {
  const story = await room.aStory();
  for (const phone of [room.zhou, room.xu, room.wu]) await approve(phone, story);
  return room.show(room.zhou, story.id);
}

test('a story goes through three stages and is signed off', async () => {
  const story = await room.aStory();
  expect((await approve(room.zhou, story)).stageName).toBe('复审');
  expect((await approve(room.xu, story)).stageName).toBe('终审签发');
  expect((await approve(room.wu, story)).state).toBe('signed_off');
  const { timeline, stages } = await room.show(room.lin, story.id);
  expect(timeline.map(({ kind, byName }) => `${kind} ${byName}`)).toEqual([
    'story_filed 林示例',
    'stage_approved 周示例',
    'stage_approved 徐示例',
    'story_signed_off 吴示例',
  ]);
  expect(stages.map(({ progress }) => progress)).toEqual(['passed', 'passed', 'passed']);
});

test('sign-off asks for the clearance', async () => {
  const story = await room.aStory();
  await approve(room.zhou, story);
  const { version } = await approve(room.xu, story);
  const input = { storyId: story.id, version, note: '', isCleared: false };
  expect(await room.wu.call('story.approve', input)).toMatchObject({
    refusal: 'clearance_missing',
  });
});

test('a returned story comes back with its notes and goes on where it was returned', async () => {
  const story = await room.aStory();
  const approved = await approve(room.zhou, story);
  const passage = { from: 0, to: 6, quote: approved.content.body.slice(0, 6), note: '写明年份' };
  const input = { ...at(approved), note: '请补充采访对象姓名', passages: [passage] };
  await room.xu.value('story.return', input);
  const returned = await room.show(room.lin, story.id);
  expect(returned).toMatchObject({ state: 'returned', allowed: ['withdraw', 'refile'] });
  expect(returned.timeline.at(-1)).toMatchObject({
    kind: 'story_returned',
    note: '请补充采访对象姓名',
    passages: [passage],
  });
  const body = `${returned.content.body}居民王示例说，路亮了心里也亮。`;
  const content = aContent({ body });
  const refile = { ...at(returned), content, isCleared: true as const };
  const { story: refiled } = await room.lin.value('story.refile', refile);
  expect(refiled).toMatchObject({ state: 'in_review', stageName: '复审', revision: 2 });
  const compared = await room.lin.value('revision.compare', { storyId: story.id, from: 1, to: 2 });
  expect(compared.body.filter(({ change }) => change !== 'same')).toEqual([
    { change: 'added', text: '居民王示例说，路亮了心里也亮。' },
  ]);
  expect((await approve(room.xu, story)).stageName).toBe('终审签发');
});

test.each(['story.refile', 'story.edit'] as const)(
  '%s is told which of its photos the storage has lost',
  async (call) => {
    const story = await room.aStory();
    const isRefiling = call === 'story.refile';
    const who = isRefiling ? room.lin : room.zhou;
    const [here, lost] = [await uploadPhoto(room, who, newId()), 'a'.repeat(64)];
    if (isRefiling) {
      await room.zhou.value('story.return', { ...at(story), note: '请补图', passages: [] });
    }
    const content = aContent({ photos: [here, { ...here, sha256: lost }] });
    const input = { ...at(await room.show(who, story.id)), content };
    const answer = await (isRefiling
      ? who.call('story.refile', { ...input, isCleared: true })
      : who.call('story.edit', { ...input, note: '' }));
    expect(answer).toEqual({ ok: false, refusal: 'file_missing', detail: { sha256: lost } });
  },
);

test('a passage that stands elsewhere is refused', async () => {
  const story = await room.aStory();
  const passage = { from: 3, to: 6, quote: '不在这里', note: '改' };
  const input = { ...at(story), note: '见批注', passages: [passage] };
  const answer = await room.zhou.call('story.return', input);
  expect(answer).toMatchObject({ refusal: 'passage_invalid' });
});

test('of two reviewers at once one has the story and the other is told who', async () => {
  const second = await room.member('孙示例');
  const duty = { duty: 'publicity_office' as const, stage: null, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: second.personId, ...duty });
  const story = await room.aStory();
  await room.zhou.value('story.claim', { storyId: story.id });
  const told = { refusal: 'claimed_by_other', detail: { name: '周示例' } };
  expect(await second.call('story.claim', { storyId: story.id })).toMatchObject(told);
  const approval = { ...at(story), note: '', isCleared: false };
  expect(await second.call('story.approve', approval)).toMatchObject(told);
  await room.zhou.value('story.release', { storyId: story.id });
  expect((await second.call('story.claim', { storyId: story.id })).ok).toBe(true);
});

test('two approvals at once pass one stage, not two', async () => {
  const story = await room.aStory();
  const input = { ...at(story), note: '', isCleared: false };
  const answers = await Promise.all([
    room.zhou.call('story.approve', input),
    room.zhou.call('story.approve', input),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await room.show(room.lin, story.id)).stageName).toBe('复审');
});

test('of many acts on one version one is done, and the history has no gap', async () => {
  const story = await room.aStory();
  const hold = (n: number) => room.zhou.call('story.hold', { ...at(story), ...holding(n) });
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(hold));
  const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
  expect(lost).toHaveLength(5);
  const told = ['changed_meanwhile', 'story_not_in_review'];
  expect(told).toEqual(expect.arrayContaining([...new Set(lost)]));
  const after = await room.show(room.zhou, story.id);
  expect(after).toMatchObject({ state: 'held', version: story.version + 1 });
  const events = await room.cloud
    .sdk()
    .database()
    .collection('story_events')
    .where({ storyId: story.id, kind: 'story_held' })
    .get();
  expect(events.data).toHaveLength(1);
});

const holding = (n: number) => ({ note: `等第${n}份材料`, until: null });

test('nobody reviews what they filed or bear the byline of, nor at two stages', async () => {
  const bylines = [
    { personId: null, name: '林示例', part: 'text' as const },
    { personId: room.zhou.personId, name: '周示例', part: 'photo' as const },
  ];
  const own = await room.aStory({ bylines });
  expect(await room.zhou.call('story.claim', { storyId: own.id })).toMatchObject({
    refusal: 'not_allowed',
  });
  const duty = { duty: 'reviewer' as const, stage: 2, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: room.zhou.personId, ...duty });
  const story = await room.aStory();
  const { version } = await approve(room.zhou, story);
  const twice = { storyId: story.id, version, note: '', isCleared: false };
  expect(await room.zhou.call('story.approve', twice)).toMatchObject({ refusal: 'not_allowed' });
  await room.he.value('duty.end', { personId: room.zhou.personId, duty: 'reviewer', stage: 2 });
});

test('a stage without anybody eligible is passed over, and the history says so', async () => {
  await room.he.value('duty.end', { personId: room.xu.personId, duty: 'reviewer', stage: 2 });
  const story = await room.aStory();
  expect((await approve(room.zhou, story)).stageName).toBe('终审签发');
  const { timeline, stages } = await room.show(room.lin, story.id);
  expect(timeline.at(-1)).toMatchObject({ kind: 'stage_escalated', stageName: '复审' });
  expect(stages[1]?.progress).toBe('skipped');
  const duty = { duty: 'reviewer' as const, stage: 2, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: room.xu.personId, ...duty });
});

test('an urgent story leaves out the stages that may be left out', async () => {
  const story = await room.aStory();
  await room.zhou.value('story.hurry', { ...at(story), note: '今晚刊发' });
  expect(await approve(room.zhou, story)).toMatchObject({
    isUrgent: true,
    stageName: '终审签发',
  });
});

test('story.edit keeps both texts and stays at its stage', async () => {
  const story = await room.aStory();
  const content = aContent({ headline: '老街三十二盏路灯修好了' });
  const input = { ...at(story), content, note: '标题' };
  const { story: edited } = await room.zhou.value('story.edit', input);
  expect(edited).toMatchObject({ revision: 2, stageName: '初审', headline: content.headline });
  const same = await room.zhou.call('story.edit', { ...input, version: edited.version });
  expect(same).toMatchObject({ refusal: 'nothing_changed' });
  const other = { ...at(edited), content: aContent({ kind: 'feature' }), note: '' };
  expect(await room.zhou.call('story.edit', other)).toMatchObject({ refusal: 'kind_fixed' });
});

test('story.spike, story.withdraw and story.merge end a story', async () => {
  const spiked = await room.aStory();
  const spike = { ...at(spiked), note: '与上期重复' };
  expect((await room.zhou.value('story.spike', spike)).story.state).toBe('spiked');
  const withdrawn = await room.aStory();
  const withdraw = { ...at(withdrawn), note: '' };
  expect((await room.lin.value('story.withdraw', withdraw)).story.state).toBe('withdrawn');
  const [kept, merged] = [await room.aStory(), await room.aStory()];
  const merge = { ...at(merged), intoId: kept.id, note: '' };
  const { story } = await room.zhou.value('story.merge', merge);
  expect(story).toMatchObject({ state: 'spiked', allowed: [] });
  expect(story.timeline.at(-1)?.note).toContain(kept.number);
  const intoItself = { ...at(kept), intoId: kept.id, note: '' };
  expect(await room.zhou.call('story.merge', intoItself)).toMatchObject({
    refusal: 'merge_invalid',
  });
});

test('story.withdraw is refused once somebody has acted', async () => {
  const { id } = await approve(room.zhou, await room.aStory());
  const story = await room.show(room.lin, id);
  expect(await room.lin.call('story.withdraw', { ...at(story), note: '' })).toMatchObject({
    refusal: 'story_not_open',
  });
});

test('story.hold keeps a story back and story.resume lets it go on', async () => {
  const story = await room.aStory();
  const past = { ...at(story), note: '禁发', until: 1 };
  expect(await room.zhou.call('story.hold', past)).toMatchObject({ refusal: 'embargo_past' });
  const { story: held } = await room.zhou.value('story.hold', { ...past, until: null });
  expect(held).toMatchObject({ state: 'held', allowed: ['resume'] });
  const { story: resumed } = await room.zhou.value('story.resume', { ...at(held), note: '' });
  expect(resumed).toMatchObject({ state: 'in_review', stageName: '初审' });
});

test('story.pass hands a story to a colleague of the stage and to nobody else', async () => {
  const colleague = await room.member('李示例');
  const duty = { duty: 'publicity_office' as const, stage: null, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: colleague.personId, ...duty });
  const story = await room.aStory();
  const toWriter = { ...at(story), toId: room.lin.personId, note: '' };
  expect(await room.zhou.call('story.pass', toWriter)).toMatchObject({ refusal: 'person_unfit' });
  const toColleague = { ...at(story), toId: colleague.personId, note: '请接手' };
  await room.zhou.value('story.pass', toColleague);
  const { claim } = await room.show(colleague, story.id);
  expect(claim).toMatchObject({ isMine: true });
  // Opening it takes nothing off the day the colleague has for it.
  const opened = await colleague.value('story.claim', { storyId: story.id });
  expect(opened.story.claim).toEqual(claim);
});

test('story.correct and story.kill are for what is signed off, by the desk', async () => {
  const story = await signedOff();
  const content = aContent({ headline: '更正后的标题' });
  const ahead = { ...at(story), content: { ...content, happenedOn: '2099-01-01' }, note: '更正' };
  expect(await room.zhou.call('story.correct', ahead)).toMatchObject({ refusal: 'day_ahead' });
  const corrected = await room.zhou.value('story.correct', { ...at(story), content, note: '更正' });
  expect(corrected.story).toMatchObject({ state: 'signed_off', revision: 2 });
  const kill = { ...at(corrected.story), note: '事实有误' };
  expect(await room.lin.call('story.kill', kill)).toMatchObject({ refusal: 'not_allowed' });
  expect((await room.wu.value('story.kill', kill)).story.state).toBe('killed');
  const open = await room.aStory();
  expect(await room.zhou.call('story.kill', { ...at(open), note: '无' })).toMatchObject({
    refusal: 'story_not_signed_off',
  });
});

test('an act on a version that is no longer there is refused', async () => {
  const story = await room.aStory();
  const stale = { storyId: story.id, version: story.version + 1, note: '', isCleared: false };
  expect(await room.zhou.call('story.approve', stale)).toMatchObject({
    refusal: 'changed_meanwhile',
  });
});

test("somebody else's command id does not answer with their receipt", async () => {
  const story = await room.aStory();
  const commandId = newId();
  const input: InputOf<'story.claim'> = { storyId: story.id };
  await room.zhou.call('story.claim', input, commandId);
  expect(await room.lin.call('story.claim', input, commandId)).toMatchObject({
    refusal: 'not_allowed',
  });
});
