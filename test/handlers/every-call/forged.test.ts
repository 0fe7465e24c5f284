/** Events that nobody but the platform or a center may send, sent by others: refused, nothing changed. */
import fc from 'fast-check';
import { newId } from '../../support/county/county';
import { awaitNone } from '../../support/cloud/await-none';
import { changedSince, keepAll } from '../../support/cloud/dump';
import { startSyndication, type Syndication } from '../../support/county/syndication';

let room: Syndication;
beforeAll(async () => {
  room = await startSyndication();
  await room.signOff();
});
afterAll(() => (room as Syndication | undefined)?.stop());

/** The long run sends thousands; these are what a change would break first. */
const isLong = process.env.LONG === '1';

/** All but the counters of what was refused. */
async function changed(): Promise<string[]> {
  return (await changedSince(room.cloud)).filter((key) => !key.startsWith('counters/'));
}

async function refusedSoFar(): Promise<number> {
  const counters = room.cloud.sdk().database().collection('counters');
  const { data } = await counters.where({ _id: /^message_refused/ }).get();
  // What the collection holds.
  return (data as { version: number }[]).reduce((sum, { version }) => sum + version, 0);
}

async function changesNothing(forge: () => Promise<void>): Promise<void> {
  const sent = room.center.arrived.length;
  await keepAll(room.cloud);
  await forge();
  expect(await changed()).toEqual([]);
  expect(room.center.arrived).toHaveLength(sent);
}

const timerEvent = { Type: 'Timer', TriggerName: 'everyMinute', Time: '2026-11-22T00:00:00Z' };
const bodies = [
  timerEvent,
  { ...timerEvent, TRIGGER_SRC: 'timer', environment: 'TRIGGER_SRC=timer' },
  { channelId: { $ne: null }, until: 9e15 },
  { httpMethod: 'POST', path: '/inbound', headers: {}, body: '{}' },
  [timerEvent],
];

test.each(['closing', 'relay'])('%s refuses what claims to be the timer', async (name) => {
  const due = await room.signOff();
  const messages = room.cloud.sdk().database().collection('outbox_messages');
  // Something is due, so that a run would be seen.
  await messages.where({ storyId: due.id }).update({ state: 'pending', nextAttemptAt: 1 });
  const sdk = room.cloud.sdk();
  await changesNothing(async () => {
    for (const data of bodies) {
      const { result } = await sdk.callFunction({ name, data });
      const refusal = name === 'relay' ? { refused: true } : { done: 0, outrun: 0 };
      expect(result).toEqual(refusal);
    }
  });
  await room.tick();
});

test.each(['closing', 'relay', 'inbound'])('no phone starts %s', async (name) => {
  await changesNothing(async () => {
    for (const body of bodies) {
      const response = await fetch(`${room.cloud.base}/call/${name}`, {
        ...{ method: 'POST', headers: { 'x-openid': room.lin.openid }, body: JSON.stringify(body) },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    }
  });
});

const strange = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const someValue = fc.oneof(
  ...[
    strange,
    fc.double(),
    fc.constant(null),
    fc.constant({ $gt: '' }),
    fc.constant({ $ne: null }),
  ],
  fc.constant('a'.repeat(64)),
);
const push = fc.record(
  {
    Event: fc.oneof(fc.constant<unknown>('wxa_media_check'), someValue),
    MsgType: fc.constant('event'),
    trace_id: fc.oneof(someValue, fc.constantFrom('constructor', '__proto__', newId())),
    errcode: someValue,
    result: fc.oneof(someValue, fc.constant({ suggest: 'pass', label: 100 })),
    'a.b': someValue,
  },
  { requiredKeys: [] },
);

test('pushes with guessed traces and operators are counted and change nothing', async () => {
  const counted = await refusedSoFar();
  const pushes = fc.sample(push, isLong ? 300 : 30);
  await awaitNone(room.cloud);
  const sdk = room.cloud.sdk();
  await changesNothing(async () => {
    for (const data of pushes) {
      const { result } = await sdk.callFunction({ name: 'inbound', data });
      expect(result).toBe('success');
    }
  });
  expect(await refusedSoFar()).toBe(counted + pushes.length);
});

const segment = fc.constantFrom(
  ...['channels', 'answers', 'photos', '..', '%2e%2e', '%00', '$where', '', 'a'.repeat(64)],
  ...[newId(), '中文', '{"$gt":""}', '__proto__'],
);
const request = fc.record({
  path: fc.oneof(
    fc.array(segment, { maxLength: 5 }).map((parts) => parts.map(encodeURI).join('/')),
    fc.constant('the channel'),
  ),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
  headers: fc.dictionary(
    fc.constantFrom('webhook-id', 'webhook-timestamp', 'webhook-signature', 'x-openid', 'cookie'),
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aZ09,=+/ $.'), maxLength: 80 }),
      fc.constantFrom('v1,', String(Math.floor(Date.now() / 1000))),
    ),
  ),
  body: fc.oneof(strange, fc.json(), fc.constant('{"kind":"published","uri":{"$gt":""}}')),
});

test('strange requests from outside find no way in', async () => {
  await changesNothing(async () => {
    const left = fc.sample(request, isLong ? 2000 : 120);
    while (left.length > 0) {
      const statuses = await Promise.all(left.splice(0, 2).map(statusOf));
      expect(statuses.filter((status) => status < 300 || status >= 500)).toEqual([]);
    }
  });
});

type Asked = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

async function statusOf({ path, method, headers, body }: Asked): Promise<number> {
  const place = path === 'the channel' ? `channels/${room.channelId}/answers` : path;
  const hasBody = !['GET', 'HEAD'].includes(method);
  const { status } = await fetch(`${room.cloud.base}/inbound/${place}`, {
    ...{ method, headers, redirect: 'manual', ...(hasBody && { body }) },
  });
  return status;
}
