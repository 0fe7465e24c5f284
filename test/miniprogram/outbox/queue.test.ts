/**
 * @jest-environment node
 *
 * Several stories on their way, refusals, wifi, taking back: with the real functions.
 */
import type { Draft } from '../../../miniprogram/outbox/kept-story';
import { startNewsroom, type Newsroom } from '../../support/county/newsroom';
import { aDraft } from './drafts';
import { fakePhone } from './fake-phone';

const dayMs = 24 * 60 * 60 * 1000;

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

async function phoneWith(count: number, change: (index: number) => Partial<Draft>) {
  const phone = fakePhone(room, room.lin);
  const outbox = await phone.start();
  const drafts = Array.from({ length: count }, (_, index) => ({
    ...aDraft(room, phone, 1),
    ...change(index),
  }));
  return { phone, outbox, drafts };
}

test('stories queued offline are filed in order when the network is back', async () => {
  const { phone, outbox, drafts } = await phoneWith(3, (index) => ({ headline: `第${index}篇` }));
  phone.line.network = 'none';
  await phone.act(outbox, async () => {
    for (const draft of drafts) {
      outbox.saveDraft(draft);
      await outbox.submit(draft.storyId);
    }
  });
  expect(outbox.lines().map(({ status, waitingFor }) => [status, waitingFor])).toEqual(
    drafts.map(() => ['waiting', 'network']),
  );
  phone.line.network = 'mobile';
  await phone.act(outbox, () => undefined);
  const lines = outbox.lines();
  expect(lines.map(({ status }) => status)).toEqual(['filed', 'filed', 'filed']);
  const numbers = lines.map(({ number }) => number ?? '');
  expect(numbers).toEqual([...numbers].sort());
});

test('a refusal stops only that story, and what is corrected is filed', async () => {
  const { phone, outbox, drafts } = await phoneWith(2, (index) =>
    index === 0 ? { body: '太短' } : {},
  );
  const [short, whole] = drafts as [Draft, Draft]; // two were asked for
  await phone.act(outbox, async () => {
    for (const draft of drafts) {
      outbox.saveDraft(draft);
      await outbox.submit(draft.storyId);
    }
  });
  expect(outbox.lines()).toMatchObject([
    { storyId: short.storyId, status: 'refused', refusal: 'story_incomplete', isChangeable: true },
    { storyId: whole.storyId, status: 'filed' },
  ]);
  const sent = phone.line.requests;
  expect(outbox.takeBack(short.storyId)).toBe(true);
  await phone.act(outbox, async () => {
    outbox.saveDraft({ ...short, body: whole.body });
    await outbox.submit(short.storyId);
  });
  expect(outbox.lines().map(({ status }) => status)).toEqual(['filed', 'filed']);
  // The photo that was confirmed before does not go up again.
  expect(phone.line.requests - sent).toBe(1);
});

test('a story that was sent and not answered cannot be taken back', async () => {
  const { phone, outbox, drafts } = await phoneWith(1, () => ({}));
  const [draft] = drafts as [Draft];
  phone.line.faults.set(2, 'answer lost');
  await phone.act(outbox, async () => {
    outbox.saveDraft(draft);
    await outbox.submit(draft.storyId);
  });
  expect(outbox.lines()).toMatchObject([{ status: 'waiting', waitingFor: 'cloud' }]);
  expect(outbox.takeBack(draft.storyId)).toBe(false);
  await phone.passTime(outbox);
  expect(outbox.lines()).toMatchObject([{ status: 'filed' }]);
});

test('a photo that is gone from the phone is told, and nothing is sent', async () => {
  const { phone, outbox, drafts } = await phoneWith(1, () => ({}));
  const [draft] = drafts as [Draft];
  phone.files.clear();
  await phone.act(outbox, async () => {
    outbox.saveDraft(draft);
    await outbox.submit(draft.storyId);
  });
  expect(outbox.lines()).toMatchObject([{ status: 'refused', refusal: 'file_lost' }]);
});

test('a video waits for wifi, lets others pass, and goes when the person allows it', async () => {
  const { phone, outbox, drafts } = await phoneWith(2, () => ({}));
  const [first, other] = drafts as [Draft, Draft];
  const path = 'wxfile://usr/stories/video.mp4';
  phone.files.set(path, Buffer.from('\0\0\0\x18ftypmp42', 'latin1'));
  const video = { sha256: 'b'.repeat(64), bytes: 12, ext: 'mp4' as const, durationMs: 1000 };
  phone.line.network = 'mobile';
  await phone.act(outbox, async () => {
    outbox.saveDraft({ ...first, video: { ...video, path, thumbnail: '' } });
    await outbox.submit(first.storyId);
    outbox.saveDraft(other);
    await outbox.submit(other.storyId);
  });
  expect(outbox.lines()).toMatchObject([
    { status: 'waiting', waitingFor: 'wifi' },
    { status: 'filed' },
  ]);
  await phone.act(outbox, () => outbox.allowMobile(first.storyId));
  // The name of this video is not its hash: the cloud looks, and a person is told after some tries.
  expect(outbox.lines()[0]).toMatchObject({ status: 'refused', refusal: 'file_changed' });
});

test('a returned story is filed again, once, with its old photos and a new one', async () => {
  const { phone, outbox, drafts } = await phoneWith(1, () => ({}));
  const [draft] = drafts as [Draft];
  await phone.act(outbox, async () => {
    outbox.saveDraft(draft);
    await outbox.submit(draft.storyId);
  });
  const { storyId } = draft;
  const { story: claimed } = await room.zhou.value('story.claim', { storyId });
  const returned = { storyId, version: claimed.version, note: '请补一张图', passages: [] };
  await room.zhou.value('story.return', returned);
  const { version } = await room.show(room.lin, storyId);
  const old = draft.photos.map((photo) => ({ ...photo, path: null }));
  const photos = [...old, ...aDraft(room, phone, 1).photos];
  phone.line.faults.set(phone.line.requests + 1, 'answer lost');
  await phone.act(outbox, async () => {
    outbox.saveDraft({ ...draft, photos, refileVersion: version });
    await outbox.submit(storyId);
  });
  await phone.passTime(outbox);
  expect(outbox.lines()).toMatchObject([{ status: 'filed' }]);
  const story = await room.show(room.lin, storyId);
  expect(story.photoCount).toBe(2);
  expect(story.timeline.filter(({ kind }) => kind === 'story_refiled')).toHaveLength(1);
});

test('of a refiling whose one photo the storage has lost, that one goes up again', async () => {
  const { phone, outbox, drafts } = await phoneWith(1, () => ({}));
  const { id: storyId, version } = await room.aStory();
  const words = { note: '请补图', passages: [] };
  const { story } = await room.zhou.value('story.return', { storyId, version, ...words });
  const { kind, content } = story;
  const [fresh] = drafts as [Draft];
  const { photos } = aDraft(room, phone, 3);
  // The line breaks off after the three photos; until it is back, one of them is gone.
  phone.line.faults.set(4, 'request lost');
  await phone.act(outbox, async () => {
    outbox.saveDraft({
      ...fresh,
      kind,
      body: content.body,
      storyId,
      photos,
      refileVersion: story.version,
    });
    await outbox.submit(storyId);
  });
  expect(phone.counted.uploads).toBe(3);
  const storage = room.cloud.sdk();
  const cloudPath = `incoming/${room.lin.openid}/${photos[1]?.sha256}.jpg`;
  const { data } = await storage.getUploadMetadata({ cloudPath });
  await storage.deleteFile({ fileList: [data.fileId] });
  await phone.passTime(outbox);
  expect(outbox.lines()).toMatchObject([{ storyId, status: 'filed' }]);
  expect(phone.counted.uploads).toBe(4);
});

test.each([3, -3])('a phone %s days ahead keeps its receipts for two days', async (days) => {
  const { phone, outbox, drafts } = await phoneWith(1, () => ({}));
  const [draft] = drafts as [Draft];
  phone.clock.aheadMs = days * dayMs;
  phone.clock.now += phone.clock.aheadMs;
  await phone.act(outbox, async () => {
    outbox.saveDraft(draft);
    await outbox.submit(draft.storyId);
  });
  const filed = [{ storyId: draft.storyId, status: 'filed' }];
  expect((await phone.start()).lines()).toMatchObject(filed);
  phone.clock.now += 1.9 * dayMs;
  expect((await phone.start()).lines()).toMatchObject(filed);
  phone.clock.now += 0.2 * dayMs;
  expect((await phone.start()).lines()).toEqual([]);
});
