/**
 * The real outbox and the real functions between a phone and a line that do everything wrong, once
 * each: whatever happens, there is exactly one story with all its photos, byte by byte.
 */
import { createHash } from 'node:crypto';
import { aContent, startNewsroom, uploadPhoto, type Newsroom } from '../../support/county/newsroom';
import { aDraft } from './drafts';
import { lineFaults } from './fake-line';
import { fakePhone, type FakePhone } from './fake-phone';
import type { Draft } from '../../../miniprogram/outbox/kept-story';
import type { Outbox } from '../../../miniprogram/outbox/outbox';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

interface Way {
  draft(phone: FakePhone): Promise<Draft>;
  event: string;
  /** Requests of an undisturbed run. */
  requests: number;
}

/** session.open, three uploads, story.file. */
const filing: Way = {
  draft: async (phone) => aDraft(room, phone, 3),
  event: 'story_filed',
  requests: 5,
};
/** session.open, an upload, story.refile: what the cloud has already is not sent again. */
const refiling: Way = { draft: aReturnedDraft, event: 'story_refiled', requests: 3 };
const ways = { filing, refiling };

/** A story that came back, with a photo that the cloud has and a new one. */
async function aReturnedDraft(phone: FakePhone): Promise<Draft> {
  const old = await uploadPhoto(room, room.lin, `old ${phone.counted.steps}`);
  const { id: storyId, version } = await room.aStory({ photos: [old] });
  const words = { note: '请补一张图', passages: [] };
  const { story } = await room.zhou.value('story.return', { storyId, version, ...words });
  const fresh = aDraft(room, phone, 1);
  const photos = [{ ...old, path: null }, ...fresh.photos];
  const kept = { photos, video: null, attachments: [], refileVersion: story.version };
  return { ...fresh, ...aContent(), storyId, ...kept };
}

interface Sent {
  outbox: Outbox;
  draft: Draft;
  /** Was the draft on the phone before it went off? */
  isKept: boolean;
}

/** A phone with a draft, saved and submitted; what then happened stands in the cloud. */
async function submitOne(phone: FakePhone, way: Way): Promise<Sent> {
  const outbox = await phone.start();
  // Not before: what no draft names is swept at the start.
  const draft = await way.draft(phone);
  let isKept = false;
  await phone.act(outbox, async () => {
    // Where the phone is full the page says so, and the person makes room.
    isKept = outbox.saveDraft(draft) || outbox.saveDraft(draft);
    if ((await outbox.submit(draft.storyId)) === 'full') await outbox.submit(draft.storyId);
  });
  return { outbox, draft, isKept };
}

/** Lets it come to an end: time passes, the person submits again what is still a draft. */
async function bringToEnd(phone: FakePhone, { outbox, draft }: Sent): Promise<void> {
  for (let hour = 0; hour < 4; hour += 1) {
    if (outbox.draft(draft.storyId)) await phone.act(outbox, () => outbox.submit(draft.storyId));
    await phone.passTime(outbox);
  }
}

async function expectOnce({ outbox, draft }: Sent, { event }: Way): Promise<void> {
  const story = await room.show(room.lin, draft.storyId);
  expect(story.timeline.filter(({ kind }) => kind === event)).toHaveLength(1);
  const hashes = await Promise.all(
    story.content.photos.map(async ({ url }) => {
      const bytes = await (await fetch(url ?? '')).arrayBuffer();
      return createHash('sha256').update(Buffer.from(bytes)).digest('hex');
    }),
  );
  expect(hashes).toEqual(draft.photos.map(({ sha256 }) => sha256));
  expect(outbox.lines()).toMatchObject([{ status: 'filed', number: story.number, percent: 100 }]);
}

/** Declares the tests of one way. */
export function proveFaults(name: keyof typeof ways): void {
  const way = ways[name];
  test('goes up file by file, and leaves a receipt and no files', async () => {
    const phone = fakePhone(room, room.lin);
    const sent = await submitOne(phone, way);
    await expectOnce(sent, way);
    expect(phone.line.requests).toBe(way.requests);
    expect([...phone.files.keys()]).toEqual([]);
  });

  const everyRequest = Array.from({ length: way.requests }, (_, index) => index);
  describe.each(lineFaults)('%s', (fault) => {
    test.each(everyRequest)('at request %i: one story, all photos', async (request) => {
      const phone = fakePhone(room, room.lin);
      phone.line.faults.set(request, fault);
      const sent = await submitOne(phone, way);
      await bringToEnd(phone, sent);
      await expectOnce(sent, way);
      expect(phone.line.met).toEqual([fault]);
    });
  });

  test('the app killed before any single step: one story, all photos, nothing written is lost', async () => {
    const whole = fakePhone(room, room.lin);
    await submitOne(whole, way);
    const { steps } = whole.counted;
    expect(steps).toBeGreaterThan(way.requests * 3);
    for (let step = 0; step < steps; step += 1) {
      const phone = fakePhone(room, room.lin);
      phone.plan.killAt = step;
      const { draft, isKept } = await submitOne(phone, way);
      const outbox = await phone.start();
      // Killed before the draft was saved: what was not yet on the phone cannot be.
      if (!outbox.draft(draft.storyId) && outbox.lines().length === 0) {
        expect({ step, isKept }).toEqual({ step, isKept: false });
        continue;
      }
      await bringToEnd(phone, { outbox, draft, isKept });
      await expectOnce({ outbox, draft, isKept }, way);
    }
  });

  test('the phone full at any single write: one story, and a draft that could not be kept is told', async () => {
    const whole = fakePhone(room, room.lin);
    await submitOne(whole, way);
    for (let write = 0; write < whole.counted.writes; write += 1) {
      const phone = fakePhone(room, room.lin);
      phone.plan.fullAt = write;
      const sent = await submitOne(phone, way);
      expect(sent.isKept).toBe(true);
      await bringToEnd(phone, sent);
      await expectOnce(sent, way);
    }
  });

  test("the cloud's disk full or broken under any single file: one story, all photos", async () => {
    const uploads = way.requests - 2;
    for (const code of ['ENOSPC', 'EIO']) {
      for (const at of Array.from({ length: uploads }, (_, index) => index)) {
        const phone = fakePhone(room, room.lin);
        phone.plan.disk = { at, code, afterBytes: 10 };
        const sent = await submitOne(phone, way);
        expect(sent.outbox.lines()).toMatchObject([{ status: 'waiting', waitingFor: 'cloud' }]);
        await bringToEnd(phone, sent);
        await expectOnce(sent, way);
      }
    }
  });
}
