import { createHash } from 'node:crypto';
import type { InputOf } from '../../../cloudfunctions/contract';
import { waitingMs } from '../../../cloudfunctions/domain/check/checks';
import { pausesMs } from '../../../cloudfunctions/handlers/check/receive-check';
import { awaitNone } from '../../support/cloud/await-none';
import { newId } from '../../support/county/county';
import {
  aContent,
  filing,
  startNewsroom,
  upload,
  uploadPhoto,
  type Content,
  type Newsroom,
} from '../../support/county/newsroom';
import { until } from '../../support/until';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

const wechat = (command: string, input: object = {}) =>
  room.cloud.control('wechat', command, input);

async function file(change: Partial<Content> = {}): Promise<string> {
  const storyId = newId();
  const input: InputOf<'story.file'> = filing({
    ...{ storyId, unitId: room.townshipId, content: aContent(change) },
  });
  await room.lin.value('story.file', input);
  return storyId;
}

const checksOf = async (storyId: string) => (await room.show(room.zhou, storyId)).checks;

/** What the reviewer's queue says of it. */
async function queuedAs(storyId: string) {
  const { stories } = await room.zhou.value('queue.list', { kind: null, after: null });
  return stories.filter(({ id }) => id === storyId).map(({ verdict = 'pass' }) => verdict);
}

/** The text check fails this often, from the next on. */
const fail = (times: number, errcode = -1) =>
  wechat('mishap', { path: '/wxa/msg_sec_check', mode: 'fail', times, errcode });

test('a filed text is checked at once; its reviewer sees so, its author does not', async () => {
  const storyId = await file();
  const story = await room.show(room.zhou, storyId);
  expect(story.checks).toEqual([{ part: 'text', sha256: null, verdict: 'pass', why: '' }]);
  expect(story.timeline.map(({ kind }) => kind)).toEqual(['story_filed', 'content_checked']);
  const own = await room.show(room.lin, storyId);
  expect(own.checks).toEqual([]);
  expect(own.timeline.map(({ kind }) => kind)).toEqual(['story_filed']);
});

test('a doubtful text is filed all the same, and its reviewer is told what is doubted', async () => {
  await wechat('flag', { contains: '可疑词', suggest: 'review', label: 20001 });
  const body = `${aContent().body}可疑词`;
  const storyId = await file({ body });
  const story = await room.show(room.zhou, storyId);
  expect(story.state).toBe('in_review');
  expect(story.checks).toMatchObject([{ verdict: 'doubtful', why: '时政：可疑词' }]);
  expect(await queuedAs(storyId)).toEqual(['doubtful']);

  // In the list with others it is not passed unseen; whoever has opened it decides.
  const other = await file({ headline: '同批的一篇' });
  const passed = async (id: string) => {
    const { version } = await room.show(room.zhou, id);
    const input = { storyId: id, version, note: '', isCleared: true, isUnopened: true };
    return room.zhou.call('story.approve', input);
  };
  expect(await passed(storyId)).toEqual({ ok: false, refusal: 'story_doubtful' });
  expect(await passed(other)).toMatchObject({ ok: true });

  const edit = { storyId, version: story.version, content: aContent(), note: '' };
  const edited = await room.zhou.value('story.edit', edit);
  expect(edited.story).toMatchObject({ checks: [{ verdict: 'pass' }], revision: 2 });
  expect(await queuedAs(storyId)).toEqual(['pass']);
  const next = { storyId, version: edited.story.version, note: '', isCleared: false };
  expect(await room.zhou.call('story.approve', next)).toMatchObject({ ok: true });
});

test('a word at the end of a piece of a long text is found', async () => {
  await wechat('flag', { contains: '末尾词', suggest: 'risky' });
  const before = aContent().headline.length + 1;
  const storyId = await file({
    body: `${'稿'.repeat(2500 - before - 1)}末尾词${'件'.repeat(3000)}`,
  });
  expect(await checksOf(storyId)).toMatchObject([{ verdict: 'doubtful' }]);
});

test.each([
  ['the service fails', -1, '检查服务暂时没有应答'],
  ['the author has been away too long', 61010, '作者较久没有打开小程序，平台未检查'],
])(
  'when %s the story is filed as unchecked and checked under who opens it',
  async (_, code, why) => {
    await fail(1, code);
    const storyId = await file();
    expect(await checksOf(storyId)).toMatchObject([{ verdict: 'unchecked', why }]);
    // Nobody has looked at it: the list says so, and it is not passed there with others.
    expect(await queuedAs(storyId)).toEqual(['unchecked']);
    const { version } = await room.show(room.zhou, storyId);
    const input = { storyId, version, note: '', isCleared: true, isUnopened: true };
    const unopened = await room.zhou.call('story.approve', input);
    expect(unopened).toEqual({ ok: false, refusal: 'story_unchecked' });
    const { story } = await room.zhou.value('story.claim', { storyId });
    expect(story.checks).toMatchObject([{ verdict: 'pass' }]);
    expect(await queuedAs(storyId)).toEqual(['pass']);
  },
);

test('a correction that the service did not check is checked once the office opens it', async () => {
  const storyId = await file();
  for (const phone of [room.zhou, room.xu, room.wu]) {
    const { version } = await room.show(phone, storyId);
    await phone.value('story.approve', { storyId, version, note: '', isCleared: true });
  }
  const { version } = await room.show(room.zhou, storyId);
  await fail(1);
  const content = aContent({ headline: '改过的标题' });
  const correction = { storyId, version, content, note: '标题有误' };
  const { story } = await room.zhou.value('story.correct', correction);
  expect(story.checks).toMatchObject([{ verdict: 'unchecked' }]);
  // Its author's phone asks for nothing.
  expect((await room.show(room.lin, storyId)).state).toBe('signed_off');
  expect(await checksOf(storyId)).toMatchObject([{ verdict: 'pass' }]);
  const { timeline } = await room.show(room.zhou, storyId);
  expect(timeline.filter(({ kind }) => kind === 'content_checked')).toHaveLength(2);
});

test('while the service stays down nothing is repeated line by line, and a person decides', async () => {
  await fail(2);
  const storyId = await file();
  await room.zhou.value('story.claim', { storyId });
  const { story } = await room.zhou.value('story.claim', { storyId });
  const kinds = story.timeline.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'content_unchecked')).toHaveLength(1);
  const approve = { storyId, version: story.version, note: '', isCleared: false };
  expect(await room.zhou.call('story.approve', approve)).toMatchObject({ ok: true });
});

test('a service that hangs does not hold the filing up, and a photo judged by then is so', async () => {
  await wechat('media', { delayMs: 0 });
  const awaitedMs = pausesMs.reduce((sum, ms) => sum + ms, 0);
  // On a machine that stood still meanwhile, the photo's result was right to give the filing up.
  const fileInTime = async (): Promise<string> => {
    await wechat('mishap', { path: '/wxa/msg_sec_check', mode: 'hang', times: 1 });
    const photo = await uploadPhoto(room, room.lin, newId());
    const askedAt = performance.now();
    // The service never answers: only a limit of ours lets the filing come back. The photo's result
    // comes while it waits, before there is a story.
    const storyId = await file({ photos: [photo] });
    return performance.now() - askedAt < awaitedMs ? storyId : fileInTime();
  };
  const storyId = await fileInTime();
  expect((await room.show(room.lin, storyId)).state).toBe('in_review');
  await until(async () => (await checksOf(storyId))[1]?.verdict === 'pass');
});

test('a token that WeChat no longer takes is replaced', async () => {
  await wechat('revoke-tokens');
  await wechat('media', { delayMs: 3_600_000 });
  // Text and photos are asked about at once, and all are refused with the old one.
  const photos = [await uploadPhoto(room, room.lin, 'one'), await uploadPhoto(room, room.lin, '2')];
  const verdicts = (await checksOf(await file({ photos }))).map(({ verdict }) => verdict);
  expect(verdicts).toEqual(['pass', 'waiting', 'waiting']);
});

test('a token that others know too and WeChat no longer takes is replaced', async () => {
  await file();
  await wechat('revoke-tokens');
  // What another instance fetched and shared meanwhile is no good any more either.
  const settings = room.cloud.sdk().database().collection('settings');
  await settings.doc('wechat_token').update({ token: 'also-revoked' });
  expect(await checksOf(await file())).toMatchObject([{ verdict: 'pass' }]);
});

test('a photo waits for its result, which arrives once however often it is sent', async () => {
  await wechat('media', { delayMs: 3_600_000, deliver: 'twice' });
  const photo = await uploadPhoto(room, room.lin, newId());
  const storyId = await file({ photos: [photo] });
  expect(await checksOf(storyId)).toMatchObject([
    { part: 'text', verdict: 'pass' },
    { part: 'photo', sha256: photo.sha256, verdict: 'waiting' },
  ]);
  await wechat('deliver-media');
  expect((await checksOf(storyId))[1]).toMatchObject({ verdict: 'pass' });
  const { timeline } = await room.show(room.zhou, storyId);
  const said = [undefined, ['text'], ['photo']];
  expect(timeline.map(({ checked }) => checked)).toEqual(said);
});

test('a photo whose result has not come for long is unchecked in the queue too', async () => {
  await wechat('media', { delayMs: 3_600_000 });
  const storyId = await file({ photos: [await uploadPhoto(room, room.lin, newId())] });
  expect(await queuedAs(storyId)).toEqual(['pass']);
  const events = room.cloud.sdk().database().collection('story_events');
  await events.where({ storyId }).update({ at: Date.now() - waitingMs - 1 });
  expect(await queuedAs(storyId)).toEqual(['unchecked']);
  await wechat('deliver-media');
  expect(await queuedAs(storyId)).toEqual(['pass']);
});

test('a doubtful photo makes the story doubtful, as a version of its own', async () => {
  const photo = await uploadPhoto(room, room.lin, newId());
  await wechat('flag', { contains: photo.sha256, suggest: 'risky', label: 20002 });
  const storyId = await file({ photos: [photo] });
  const before = await room.show(room.zhou, storyId);
  await wechat('deliver-media');
  const story = await room.show(room.zhou, storyId);
  expect(story.version).toBe(before.version + 1);
  expect(await queuedAs(storyId)).toEqual(['doubtful']);
  expect(story.checks[1]).toMatchObject({ verdict: 'doubtful', why: '色情' });
  const blind = { storyId, version: before.version, note: '', isCleared: false };
  expect(await room.zhou.call('story.approve', blind)).toMatchObject({
    refusal: 'changed_meanwhile',
  });
});

test('video and attachments are for a person to look at', async () => {
  const photo = await uploadPhoto(room, room.lin, newId());
  const bytes = Buffer.concat([Buffer.from('%PDF-'), Buffer.from(newId())]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await upload(room, room.lin, { name: `${sha256}.pdf`, bytes });
  const paper = { sha256, bytes: bytes.length, ext: 'pdf' as const, name: '附件.pdf' };
  const storyId = await file({ photos: [photo], attachments: [paper] });
  expect((await checksOf(storyId)).at(-1)).toMatchObject({ part: 'attachment', verdict: 'human' });
});

test('a forged result changes nothing and is counted; phones may not send any', async () => {
  const database = room.cloud.sdk().database();
  const refusedOnes = async () => {
    const counters = database.collection('counters').where({ _id: /^message_refused/ });
    const { data } = await counters.get();
    return (data as { version: number }[]).reduce((sum, { version }) => sum + version, 0);
  };
  const forged = {
    ...{ Event: 'wxa_media_check', trace_id: '00000000-00000000-00000000', errcode: 0 },
    result: { suggest: 'risky', label: 20001 },
  };
  await awaitNone(room.cloud);
  const before = await refusedOnes();
  const { total: events } = await database.collection('story_events').count();
  await room.cloud.sdk().callFunction({ name: 'inbound', data: forged });
  await room.cloud.sdk().callFunction({ name: 'inbound', data: { Event: { $gt: '' } } });
  expect(await refusedOnes()).toBe(before + 2);
  expect((await database.collection('story_events').count()).total).toBe(events);
  for (const name of ['inbound', 'closing']) {
    const response = await fetch(`${room.cloud.base}/call/${name}`, {
      ...{ method: 'POST', headers: { 'x-openid': room.lin.openid } },
      body: JSON.stringify(forged),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
  }
});
