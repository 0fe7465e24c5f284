/**
 * @jest-environment node
 *
 * The real outbox and the real functions between a phone and a line that do everything wrong, once
 * each: whatever happens, there is exactly one story with all its photos.
 */
import { startNewsroom, type Newsroom } from '../../support/newsroom';
import { aDraft } from './drafts';
import { lineFaults } from './fake-line';
import { fakePhone, type FakePhone } from './fake-phone';
import type { Draft } from '../../../miniprogram/outbox/kept-story';
import type { Outbox } from '../../../miniprogram/outbox/outbox';

const photoCount = 3;
/** session.open, three uploads, story.file. */
const requestsOfOne = photoCount + 2;

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

/** A phone with a draft, saved and submitted; what then happened stands in the cloud. */
async function submitOne(phone: FakePhone) {
  const outbox = await phone.start();
  const draft = aDraft(room, phone, photoCount);
  await phone.act(outbox, async () => {
    outbox.saveDraft(draft);
    await outbox.submit(draft.storyId);
  });
  return { outbox, draft };
}

/** Lets it come to an end: time passes, the person submits again what is still a draft. */
async function bringToEnd(phone: FakePhone, outbox: Outbox, draft: Draft): Promise<void> {
  for (let hour = 0; hour < 4; hour += 1) {
    if (outbox.draft(draft.storyId)) await phone.act(outbox, () => outbox.submit(draft.storyId));
    await phone.passTime(outbox);
  }
}

async function expectFiledOnce(outbox: Outbox, draft: Draft): Promise<void> {
  const story = await room.show(room.lin, draft.storyId);
  expect(story.timeline.filter(({ kind }) => kind === 'story_filed')).toHaveLength(1);
  expect(story.content.photos.map(({ sha256 }) => sha256)).toEqual(
    draft.photos.map(({ sha256 }) => sha256),
  );
  const sizes = await Promise.all(
    story.content.photos.map(async ({ url }) =>
      (await fetch(url ?? '')).arrayBuffer().then(({ byteLength }) => byteLength),
    ),
  );
  expect(sizes).toEqual(draft.photos.map(({ bytes }) => bytes));
  expect(outbox.lines()).toMatchObject([{ status: 'filed', number: story.number, percent: 100 }]);
}

test('a story goes up file by file, is filed, and leaves a receipt and no files', async () => {
  const phone = fakePhone(room, room.lin);
  const { outbox, draft } = await submitOne(phone);
  await expectFiledOnce(outbox, draft);
  expect(phone.line.requests).toBe(requestsOfOne);
  expect([...phone.files.keys()]).toEqual([]);
});

const everyRequest = Array.from({ length: requestsOfOne }, (_, index) => index);

describe.each(lineFaults)('%s', (fault) => {
  test.each(everyRequest)('at request %i: one story, all photos', async (request) => {
    const phone = fakePhone(room, room.lin);
    phone.line.faults.set(request, fault);
    const { outbox, draft } = await submitOne(phone);
    await bringToEnd(phone, outbox, draft);
    await expectFiledOnce(outbox, draft);
  });
});

test('the app killed before any single step: one story, all photos, nothing written is lost', async () => {
  const whole = fakePhone(room, room.lin);
  const { draft: first } = await submitOne(whole);
  expect(first.photos).toHaveLength(photoCount);
  const steps = whole.counted.steps;
  expect(steps).toBeGreaterThan(20);
  for (let step = 0; step < steps; step += 1) {
    const phone = fakePhone(room, room.lin);
    phone.plan.killAt = step;
    const { draft, isKept } = await submitUntilOff(phone);
    const restarted = await phone.start();
    // Killed before the draft was saved: what was not yet on the phone cannot be.
    if (!restarted.draft(draft.storyId) && restarted.lines().length === 0) {
      expect({ step, isKept }).toEqual({ step, isKept: false });
      continue;
    }
    await bringToEnd(phone, restarted, draft);
    await expectFiledOnce(restarted, draft);
  }
});

/** As submitOne; says whether the draft was kept before the phone went off. */
async function submitUntilOff(phone: FakePhone) {
  const outbox = await phone.start();
  const draft = aDraft(room, phone, photoCount);
  let isKept = false;
  await phone.act(outbox, async () => {
    isKept = outbox.saveDraft(draft);
    await outbox.submit(draft.storyId);
  });
  return { draft, isKept };
}

test('the phone full at any single write: one story, and a draft that could not be kept is told', async () => {
  const whole = fakePhone(room, room.lin);
  await submitOne(whole);
  for (let write = 0; write < whole.counted.writes; write += 1) {
    const phone = fakePhone(room, room.lin);
    phone.plan.fullAt = write;
    const outbox = await phone.start();
    const draft = aDraft(room, phone, photoCount);
    await phone.act(outbox, async () => {
      // The page says so and the person makes room.
      if (!outbox.saveDraft(draft)) expect(outbox.saveDraft(draft)).toBe(true);
      if ((await outbox.submit(draft.storyId)) === 'full') await outbox.submit(draft.storyId);
    });
    await bringToEnd(phone, outbox, draft);
    await expectFiledOnce(outbox, draft);
  }
});
