/** The platform's word on a photo, where it comes before the act that asked for it is written. */
import {
  awaitedMax,
  pausesMs,
  receiveCheck,
} from '../../../cloudfunctions/handlers/check/receive-check';
import { openStore } from '../../../cloudfunctions/store';
import { newId } from '../../support/county/county';
import { startNewsroom, uploadPhoto, type Newsroom } from '../../support/county/newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await startNewsroom();
});
afterAll(() => room.stop());

/** A result that meets a function, whose pauses are no time but what a test does in each. */
async function receive(traceId: string, on: string, during: (pauses: number) => unknown) {
  const pauses: number[] = [];
  const result = { suggest: 'pass', label: 100 };
  const receipt = await receiveCheck(
    { Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result },
    {
      ...{ store: openStore(room.cloud.sdk().database()), now: Date.now(), on, newId },
      pause: async (ms) => {
        pauses.push(ms);
        await during(pauses.length);
      },
    },
  );
  return { receipt, pauses };
}

test('a result that comes before what asked for it is written finds it at its next look', async () => {
  await room.cloud.control('wechat', 'media', { delayMs: 3_600_000 });
  const photos = [await uploadPhoto(room, room.lin, newId())];
  const { id: storyId } = await room.aStory({ photos });
  const events = room.cloud.sdk().database().collection('story_events');
  const { data } = await events.where({ storyId, kind: 'content_checked' }).get();
  // What the filing wrote.
  const [asked] = data as { _id: string; traces: { id: string }[] }[];
  const written = { ...asked };
  await events.doc(String(asked?._id)).remove();
  const { receipt, pauses } = await receive(String(asked?.traces[0]?.id), '2020-01-01', (looks) =>
    looks === 2 ? events.add(written) : undefined,
  );
  expect({ receipt, pauses }).toEqual({ receipt: 'written', pauses: pausesMs.slice(0, 2) });
  expect((await room.show(room.zhou, storyId)).checks[1]).toMatchObject({ verdict: 'pass' });
});

test('an unknown result is awaited some seconds, and after so many a day not at all', async () => {
  const counters = room.cloud.sdk().database().collection('counters');
  const on = '2020-01-02';
  const unknown = () => receive(newId(), on, () => undefined);
  expect(await unknown()).toEqual({ receipt: 'refused', pauses: pausesMs });
  await counters.doc(`message_awaited:${on}`).update({ version: awaitedMax });
  expect(await unknown()).toEqual({ receipt: 'refused', pauses: [] });
  const { data } = await counters.doc(`message_refused:${on}`).get();
  expect(data).toMatchObject([{ version: 2 }]);
});
