import type { InputOf } from '../../../cloudfunctions/contract';
import { newId } from '../../support/county/county';
import { aContent, filing, startNewsroom, type Newsroom } from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

type DraftText = InputOf<'draft.keep'>['draft'];

const aDraft = (change: Partial<DraftText> = {}): DraftText => ({
  ...{ kind: 'news', unitId: room.townshipId, headline: '老街亮灯', body: '三十二盏路灯' },
  ...{ column: null, happenedOn: null, place: '', bylines: [], noteToEditor: '' },
  ...{ tipId: null, storyId: null },
  ...change,
});

test('draft.keep copies the text, and draft.list and draft.show give it back to its author', async () => {
  const draftId = newId();
  const draft = aDraft({ headline: '' });
  expect(await room.lin.value('draft.keep', { draftId, version: 3, draft })).toEqual({
    isKept: true,
    version: 3,
  });
  const { drafts } = await room.lin.value('draft.list', {});
  expect(drafts).toMatchObject([{ draftId, version: 3, headline: '', words: 6, kind: 'news' }]);
  expect(await room.lin.value('draft.show', { draftId })).toMatchObject({ version: 3, draft });
});

test("nobody else's draft is there, nor can its id be used against it", async () => {
  const draftId = newId();
  await room.lin.value('draft.keep', { draftId, version: 1, draft: aDraft() });
  for (const phone of [room.zhou, room.he]) {
    expect(await phone.call('draft.show', { draftId })).toMatchObject({ refusal: 'not_found' });
    await phone.value('draft.drop', { draftId });
  }
  const foreign = { draftId, version: 9, draft: aDraft({ body: '冒名' }) };
  await room.zhou.value('draft.keep', foreign);
  const { draft } = await room.lin.value('draft.show', { draftId });
  expect(draft.body).toBe('三十二盏路灯');
  const visitor = room.phone('o-visitor-000002');
  expect(await visitor.call('draft.list', {})).toMatchObject({ refusal: 'not_bound' });
});

test('of copies in any order the one with the highest version stays', async () => {
  const draftId = newId();
  const keep = (version: number, body: string) =>
    room.lin.value('draft.keep', { draftId, version, draft: aDraft({ body }) });
  await keep(2, '第二稿');
  expect(await keep(1, '第一稿')).toEqual({ isKept: false, version: 2 });
  expect((await room.lin.value('draft.show', { draftId })).draft.body).toBe('第二稿');
  await keep(5, '第五稿');
  expect((await room.lin.value('draft.show', { draftId })).draft.body).toBe('第五稿');
});

test('draft.drop is for ever: a copy that arrives late does not bring the draft back', async () => {
  const draftId = newId();
  const keep = (version: number) =>
    room.lin.value('draft.keep', { draftId, version, draft: aDraft() });
  await keep(1);
  await room.lin.value('draft.drop', { draftId });
  await room.lin.value('draft.drop', { draftId });
  expect((await keep(2)).isKept).toBe(false);
  expect(await room.lin.call('draft.show', { draftId })).toMatchObject({ refusal: 'not_found' });
  const { drafts } = await room.lin.value('draft.list', {});
  expect(drafts.map((one) => one.draftId)).not.toContain(draftId);
});

test('draft.list leaves out what was filed, whether or not the phone could drop the copy', async () => {
  const draftId = newId();
  await room.lin.value('draft.keep', { draftId, version: 1, draft: aDraft() });
  const listed = async () =>
    (await room.lin.value('draft.list', {})).drafts.map((one) => one.draftId);
  expect(await listed()).toContain(draftId);
  const content = aContent({ headline: '老街亮灯' });
  await room.lin.value(
    'story.file',
    filing({ storyId: draftId, unitId: room.townshipId, content }),
  );
  expect(await listed()).not.toContain(draftId);
  const { version } = await room.show(room.zhou, draftId);
  const note = '请补充采访对象';
  await room.zhou.value('story.return', { storyId: draftId, version, note, passages: [] });
  expect(await listed()).toContain(draftId);
});

test('a fifty-first draft is refused, a new version of the fiftieth is not', async () => {
  const writer = await room.member('孙示例');
  const keep = (draftId: string, version: number) =>
    writer.call('draft.keep', { draftId, version, draft: aDraft() });
  const ids = Array.from({ length: 50 }, newId);
  for (const id of ids) expect(await keep(id, 1)).toMatchObject({ ok: true });
  expect(await keep(newId(), 1)).toMatchObject({ refusal: 'drafts_full' });
  expect(await keep(ids[49] ?? '', 2)).toMatchObject({ ok: true });
});

test('a draft of more bytes than a request may have is refused', async () => {
  const draft = aDraft({ body: '\u0001'.repeat(16_000) });
  const input = { draftId: newId(), version: 1, draft };
  expect(await room.lin.call('draft.keep', input)).toMatchObject({ refusal: 'draft_too_large' });
});

const advise = (change: Partial<InputOf<'draft.advise'>> = {}) => ({
  ...{ kind: 'news' as const, headline: '无', body: '', unitId: room.townshipId, storyId: null },
  ...change,
});

test('draft.advise says which words to look at, and where', async () => {
  const { words } = await room.lin.value(
    'draft.advise',
    advise({ headline: '坐谈会召开', body: '王副主席布署工作，村长发言。' }),
  );
  expect(words).toMatchObject([
    { field: 'headline', from: 0, to: 3, word: '坐谈会', sort: 'wrong', right: '座谈会' },
    { field: 'body', from: 4, to: 6, word: '布署', right: '部署' },
    { field: 'body', word: '村长', sort: 'sensitive' },
  ]);
});

test('draft.advise names stories that read alike and never their text', async () => {
  const body =
    '11月18日，示例县政协组织委员视察新建的农贸市场，实地察看食品快检室、活禽宰杀区和公平秤，与三十多位经营户面对面交流，听取对摊位租金、停车和排水的意见。';
  const story = await room.aStory({ headline: '委员视察农贸市场', body });
  const again = advise({
    headline: '政协委员视察新建农贸市场',
    body: `${body}委员们建议尽快增设停车位。`,
  });
  const { duplicates } = await room.zhou.value('draft.advise', {
    ...again,
    unitId: room.rootId,
  });
  const [first] = duplicates;
  expect(first).toMatchObject({ number: story.number, unitName: '城关镇联工委' });
  expect(Object.keys(first ?? {}).sort()).toEqual([
    'filedOn',
    'headline',
    'number',
    'score',
    'unitName',
  ]);
  expect(first?.score).toBeGreaterThan(0.6);
  const itself = await room.lin.value('draft.advise', { ...again, storyId: story.id });
  expect(itself.duplicates).toEqual([]);
  const other = advise({ headline: '春耕', body: '育秧大棚里一片嫩绿，农技员正在查看苗情。' });
  expect((await room.lin.value('draft.advise', other)).duplicates).toEqual([]);
});

test('stories of internal kinds are nobody’s duplicates', async () => {
  const body = `关于加强农村养老服务的建议。${'村里老人多，就医不便，建议设立流动诊所。'.repeat(8)}`;
  await room.aStory({ kind: 'public_opinion', headline: '农村养老建议', body });
  const same = advise({ headline: '农村养老建议', body });
  expect((await room.lin.value('draft.advise', same)).duplicates).toEqual([]);
});

test('draft.advise reminds of what the unit filed today, for its own people only', async () => {
  const story = await room.aStory({ headline: '今日已投的一篇' });
  const { filedToday } = await room.lin.value('draft.advise', advise());
  expect(filedToday[0]).toEqual({ number: story.number, headline: '今日已投的一篇' });
  const stranger = await room.member('钱示例');
  expect(await stranger.call('draft.advise', advise())).toMatchObject({ refusal: 'not_allowed' });
});

test('a story without the tip it names is refused; the tip shows what came of it', async () => {
  const tip = filing({
    storyId: newId(),
    unitId: room.townshipId,
    content: aContent({ kind: 'tip', body: '老街路灯坏了三天', happenedOn: null }),
  });
  await room.lin.value('story.file', tip);
  const aFiling = () => filing({ storyId: newId(), unitId: room.townshipId, content: aContent() });
  const unknown = { ...aFiling(), tipId: newId() };
  expect(await room.lin.call('story.file', unknown)).toMatchObject({ refusal: 'tip_invalid' });
  const news = await room.aStory();
  const noTip = { ...aFiling(), tipId: news.id };
  expect(await room.lin.call('story.file', noTip)).toMatchObject({ refusal: 'tip_invalid' });

  const story = { ...aFiling(), tipId: tip.storyId };
  const { number } = await room.lin.value('story.file', story);
  expect((await room.show(room.lin, story.storyId)).tipId).toBe(tip.storyId);
  expect((await room.show(room.zhou, tip.storyId)).cameOfIt).toMatchObject([
    { id: story.storyId, number, state: 'in_review' },
  ]);
});

test("a tip that one may not read cannot be named, and a writer's own assignment can", async () => {
  const tip = filing({
    storyId: newId(),
    unitId: room.townshipId,
    content: aContent({ kind: 'tip', body: '河边堆了垃圾', happenedOn: null }),
  });
  await room.lin.value('story.file', tip);
  const writer = await room.member('李示例');
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [room.townshipId] };
  await room.he.value('duty.grant', { personId: writer.personId, ...duty });
  const aFiling = () => ({
    ...filing({ storyId: newId(), unitId: room.townshipId, content: aContent() }),
    tipId: tip.storyId,
  });
  expect(await writer.call('story.file', aFiling())).toMatchObject({ refusal: 'tip_invalid' });
  const { version } = await room.show(room.zhou, tip.storyId);
  const assign = { storyId: tip.storyId, version, toId: writer.personId, note: '' };
  await room.zhou.value('story.assign', assign);

  // It waits for the writer and, while nothing has come of it, for the office too.
  const toWrite = async () => {
    const { stories } = await writer.value('story.list', { after: null });
    return stories.filter(({ isToWrite }) => isToWrite).map(({ id }) => id);
  };
  const waiting = async () => {
    const { stories } = await room.zhou.value('queue.list', { kind: 'tip', after: null });
    return stories.map(({ id }) => id);
  };
  expect(await toWrite()).toEqual([tip.storyId]);
  expect(await waiting()).toContain(tip.storyId);
  const [one, other] = [aFiling(), aFiling()];
  const answers = await Promise.all([
    writer.call('story.file', one),
    writer.call('story.file', other),
  ]);
  expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await toWrite()).toEqual([]);
  expect(await waiting()).not.toContain(tip.storyId);
  const { cameOfIt, timeline } = await room.show(room.zhou, tip.storyId);
  expect(cameOfIt.map(({ id }) => id).sort()).toEqual([one.storyId, other.storyId].sort());
  expect(timeline.filter(({ kind }) => kind === 'tip_written')).toHaveLength(1);
});

test('a tip that goes to another writer leaves the first one', async () => {
  const storyId = newId();
  const content = aContent({ kind: 'tip', body: '桥头的灯也坏了', happenedOn: null });
  await room.lin.value('story.file', filing({ storyId, unitId: room.townshipId, content }));
  const [first, second] = [await room.member('冯示例'), await room.member('韩示例')];
  for (const { personId: toId } of [first, second]) {
    const { version } = await room.show(room.zhou, storyId);
    await room.zhou.value('story.assign', { storyId, version, toId, note: '' });
  }
  expect((await first.value('story.list', { after: null })).stories).toEqual([]);
  expect(await first.call('story.show', { storyId })).toMatchObject({ refusal: 'not_found' });
  expect((await second.value('story.list', { after: null })).stories).toHaveLength(1);
});

test('column.list: what stories were filed under lately, to whoever is bound', async () => {
  await room.aStory({ column: '委员风采' });
  expect(await room.lin.value('column.list', {})).toEqual({ columns: ['委员风采'] });
  const visitor = room.phone('o-visitor-000003');
  expect(await visitor.call('column.list', {})).toMatchObject({ refusal: 'not_bound' });
});
