import { refileStoryHandler } from '../../../cloudfunctions/handlers/story/refile-story';
import { dayOf } from '../../../cloudfunctions/kernel/days';
import { temporaryLinks } from '../../../cloudfunctions/store/files';
import { newId } from '../../support/county/county';
import {
  aContent,
  filing,
  startNewsroom,
  upload,
  uploadPhoto,
  type Newsroom,
} from '../../support/county/newsroom';
import { sceneOf } from '../../support/county/scene';
import { until } from '../../support/until';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

const dayMs = 24 * 60 * 60 * 1000;

const aFiling = (change = {}) =>
  filing({ storyId: newId(), unitId: room.townshipId, content: aContent(change) });

test('story.file takes the story into the first stage and answers with its number', async () => {
  const input = aFiling();
  const receipt = await room.lin.value('story.file', input);
  expect(receipt.number).toMatch(/^\d{4}-\d{4}-城关-\d\d$/);
  expect(await room.show(room.lin, input.storyId)).toMatchObject({
    number: receipt.number,
    state: 'in_review',
    stageName: '初审',
    stages: [
      { name: '初审', progress: 'current' },
      { name: '复审', progress: 'ahead' },
      { name: '终审签发', progress: 'ahead' },
    ],
    timeline: [{ kind: 'story_filed', byName: '林示例' }],
    allowed: ['withdraw'],
  });
});

test('the same filing sent twice is one story with one number', async () => {
  const [input, commandId] = [aFiling(), newId()];
  const answers = await Promise.all([
    room.lin.call('story.file', input, commandId),
    room.lin.call('story.file', input, commandId),
  ]);
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0].ok).toBe(true);
  expect(await room.lin.call('story.file', input, commandId)).toEqual(answers[0]);
  const { timeline } = await room.show(room.lin, input.storyId);
  expect(timeline).toHaveLength(1);
});

test('filings at once get different numbers', async () => {
  const receipts = await Promise.all(
    Array.from({ length: 5 }, () => room.lin.value('story.file', aFiling())),
  );
  expect(new Set(receipts.map(({ number }) => number)).size).toBe(5);
});

test('photos are taken over and shown by links; later bytes under the same name change nothing', async () => {
  const photo = await uploadPhoto(room, room.lin, 'first');
  const input = aFiling({ kind: 'photo_story', photos: [photo] });
  await room.lin.value('story.file', input);
  const other = Buffer.from('\xff\xd8\xffswapped', 'latin1');
  await upload(room, room.lin, { name: `${photo.sha256}.jpg`, bytes: other });
  const { content } = await room.show(room.zhou, input.storyId);
  const bytes = Buffer.from(await (await fetch(content.photos[0]?.url ?? '')).arrayBuffer());
  expect(bytes.toString('latin1')).toContain('first');
});

test('what a story took over lies in its own folder alone', async () => {
  const photo = await uploadPhoto(room, room.lin, newId());
  const input = aFiling({ photos: [photo] });
  await room.lin.value('story.file', input);
  const name = `${photo.sha256}.jpg`;
  const bytesAt = async (path: string) => {
    const found = await room.cloud.control('storage', 'describe', { path }).catch(() => null);
    return (found as { sizeBytes: number } | null)?.sizeBytes;
  };
  expect(await bytesAt(`stories/${input.storyId}/${name}`)).toBe(photo.bytes);
  expect(await bytesAt(`incoming/${room.lin.openid}/${name}`)).toBeUndefined();
});

test.each([
  ['file_missing', 'was never uploaded', { sha256: 'a'.repeat(64) }],
  ['file_changed', 'has another length', { bytes: 5 }],
  ['file_missing', 'is named with another ending', { ext: 'png' as const }],
])('a filing is refused with %s when its photo %s', async (refusal, _what, change) => {
  const photo = { ...(await uploadPhoto(room, room.lin, newId())), ...change };
  const input = aFiling({ photos: [photo] });
  expect(await room.lin.call('story.file', input)).toMatchObject({ ok: false, refusal });
  expect(await room.lin.call('story.show', { storyId: input.storyId })).toMatchObject({
    refusal: 'not_found',
  });
});

test("a photo of another's folder cannot be named", async () => {
  const photo = await uploadPhoto(room, room.zhou, 'of zhou');
  const answer = await room.lin.call('story.file', aFiling({ photos: [photo] }));
  expect(answer).toMatchObject({ refusal: 'file_missing' });
});

test('a picture that is none is refused', async () => {
  const bytes = Buffer.from('<script>');
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await upload(room, room.lin, { name: `${sha256}.jpg`, bytes });
  const shown = { width: 1, height: 1, caption: '图', credit: '' };
  const photo = { sha256, bytes: bytes.length, ext: 'jpg' as const, ...shown };
  const answer = await room.lin.call('story.file', aFiling({ photos: [photo] }));
  expect(answer).toMatchObject({ refusal: 'file_changed' });
});

test.each([
  ['body', { body: '太短' }],
  ['photos', { kind: 'photo_story' as const }],
  ['video', { kind: 'video' as const }],
  ['happenedOn', { happenedOn: null }],
])('an incomplete story is refused and told that its %s is missing', async (part, change) => {
  expect(await room.lin.call('story.file', aFiling(change))).toMatchObject({
    refusal: 'story_incomplete',
    detail: { missing: [part] },
  });
});

test('no revision says that it happened on a day that has not come', async () => {
  const dayAfter = (ms: number) => dayOf(Date.now() + ms);
  const ahead = { happenedOn: dayAfter(dayMs) };
  const refusal = 'day_ahead';
  for (const kind of ['news', 'tip'] as const) {
    const filed = await room.lin.call('story.file', aFiling({ ...ahead, kind }));
    expect(filed).toMatchObject({ refusal });
  }
  const story = await room.aStory({ happenedOn: dayAfter(0) });
  const { id: storyId, version } = story;
  const change = { storyId, version, content: aContent(ahead), note: '' };
  expect(await room.zhou.call('story.edit', change)).toMatchObject({ refusal });
  const returned = await room.zhou.value('story.return', {
    ...{ storyId, version, note: '请核对日期', passages: [] },
  });
  const refiling = { storyId, version: returned.story.version, content: aContent(ahead) };
  const answer = await room.lin.call('story.refile', { ...refiling, isCleared: true });
  expect(answer).toMatchObject({ refusal });
});

test('nobody files for a unit that is not theirs, and a visitor not at all', async () => {
  const unitId = newId();
  const unit = { name: '别处乡联工委', kind: 'township_office' as const, quotaClass: null };
  await room.he.value('unit.add', { unitId, ...unit, parentId: room.rootId });
  const elsewhere = { ...aFiling(), unitId };
  expect(await room.lin.call('story.file', elsewhere)).toMatchObject({ refusal: 'not_allowed' });
  const visitor = room.phone('o-visitor-000001');
  expect(await visitor.call('story.file', aFiling())).toMatchObject({ refusal: 'not_bound' });
});

test("another person's story id is refused and their story stays as it is", async () => {
  const story = await room.aStory();
  const taken = { ...aFiling({ headline: '冒名' }), storyId: story.id };
  const own = await room.member('郑示例');
  const duty = { duty: 'correspondent' as const, stage: null, unitIds: [room.townshipId] };
  await room.he.value('duty.grant', { personId: own.personId, ...duty });
  const answer = await own.call('story.file', taken);
  expect(answer).toMatchObject({ ok: false });
  expect((await room.show(room.lin, story.id)).headline).toBe(story.headline);
});

test('a tip needs a headline and a sentence, and waits to be assigned', async () => {
  const tip = aFiling({ kind: 'tip', body: '老街路灯坏了三天', happenedOn: null });
  await room.lin.value('story.file', tip);
  expect((await room.show(room.lin, tip.storyId)).state).toBe('filed');
  const shown = await room.show(room.zhou, tip.storyId);
  expect(shown.allowed).toEqual(['assign', 'spike']);
  const { version } = shown;
  const assign = { storyId: tip.storyId, version, toId: room.lin.personId, note: '' };
  expect((await room.zhou.value('story.assign', assign)).story.assigneeName).toBe('林示例');
  const again = await room.zhou.call('story.assign', { ...assign, version: version + 1 });
  expect(again).toMatchObject({ refusal: 'person_unfit' });
});

test('story.list shows my stories newest first, twenty a page, and nobody else sees them', async () => {
  const first = await room.lin.value('story.list', { after: null });
  expect(first.stories.length).toBeGreaterThan(5);
  const times = first.stories.map(({ filedAt }) => filedAt);
  expect(times).toEqual([...times].sort((left, right) => right - left));
  expect((await room.zhou.value('story.list', { after: null })).stories).toEqual([]);
});

test('to somebody without a duty over it a story is not there', async () => {
  const story = await room.aStory();
  const stranger = await room.member('钱示例');
  const hidden = { refusal: 'not_found' };
  expect(await stranger.call('story.show', { storyId: story.id })).toMatchObject(hidden);
  const target = { storyId: story.id, version: story.version };
  expect(await stranger.call('story.withdraw', { ...target, note: '' })).toMatchObject(hidden);
  const compare = await stranger.call('revision.compare', { storyId: story.id, from: 1, to: 1 });
  expect(compare).toMatchObject(hidden);
});

test('what calls cost in round trips is said in their log line', async () => {
  const trips = async (call: string) => {
    const of = () =>
      [...room.cloud.stderr().matchAll(/\\"call\\":\\"([a-z.]+)\\".*?\\"trips\\":(\d+)/g)]
        .filter(([, name]) => name === call)
        .map(([, , count]) => Number(count))
        .at(-1);
    await until(() => of() !== undefined);
    return of() ?? Infinity;
  };
  const { id: storyId } = await room.aStory();
  const { version } = await room.show(room.zhou, storyId);
  await room.zhou.value('story.approve', { storyId, version, note: '', isCleared: false });
  await room.zhou.value('queue.list', { kind: null, after: null });
  expect(await trips('story.approve')).toBeLessThanOrEqual(7);
  expect(await trips('queue.list')).toBeLessThanOrEqual(2);
  expect(await trips('story.show')).toBeLessThanOrEqual(2);
  await room.lin.value('session.open', {});
  expect(await trips('session.open')).toBeLessThanOrEqual(2);
  // What the content check said is among them.
  expect(await trips('story.file')).toBeLessThanOrEqual(7);
});

test('a refiling asks about its new photo by the link it was looked at by, and links its page once', async () => {
  const old = await uploadPhoto(room, room.lin, newId());
  const story = await room.aStory({ photos: [old] });
  const returned = { storyId: story.id, version: story.version, note: '请补图', passages: [] };
  const { version } = (await room.zhou.value('story.return', returned)).story;
  const photo = { ...old, sha256: 'f'.repeat(64) };
  const linked: string[][] = [];
  const asked: string[] = [];
  const scene = sceneOf(room, room.lin, {
    store: () => ({
      keepFiles: async (_, [file]) => ({ links: { [String(file?.sha256)]: 'its link' } }),
      linkFiles: async (_, files) => {
        linked.push(files.map(({ sha256 }) => sha256));
        return files.map(() => null);
      },
    }),
    wechat: {
      checkText: async () => ({ verdict: 'pass' }),
      askPhoto: async (url) => {
        asked.push(url);
        return { verdict: 'waiting', traceId: newId() };
      },
    },
  });
  const content = aContent({ photos: [old, photo] });
  const refiling = { storyId: story.id, version, content, isCleared: true as const };
  expect(await refileStoryHandler(refiling, scene)).toMatchObject({ ok: true });
  expect(asked).toEqual(['its link']);
  expect(linked).toEqual([[old.sha256, photo.sha256]]);
});

test('a page of the queue stays small enough for one bar of signal', async () => {
  const headline = '示例县政协组织委员视察农村人居环境整治并座谈协商';
  for (let n = 0; n < 20; n += 1) await room.aStory({ headline });
  const page = await room.zhou.value('queue.list', { kind: null, after: null });
  expect(page.stories).toHaveLength(20);
  expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(12 * 1024);
});

test('more files than one request of the storage may name are linked all the same, in order', async () => {
  const { sha256 } = await uploadPhoto(room, room.lin, newId());
  const lost = Array.from({ length: 60 }, (_, n) => `adoptions/${n}/lost.jpg`);
  const paths = [...lost, `incoming/${room.lin.openid}/${sha256}.jpg`];
  const links = await temporaryLinks(room.cloud.sdk(), paths);
  expect(links.slice(0, 60).every((link) => link === null)).toBe(true);
  expect(links[60]).toContain(sha256);
});
