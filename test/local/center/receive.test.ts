/** What the center takes, and what it does not. */
import {
  aNinjs,
  aPicture,
  centerSecret,
  startCenter,
  type RunningCenter,
} from '../../support/center/center';
import { startFarSide, type FarSide } from '../../support/center/far-side';

let center: RunningCenter;
let far: FarSide;

beforeEach(async () => {
  [center, far] = await Promise.all([startCenter(), startFarSide()]);
});
afterEach(async () => {
  await center.stop();
  await far.stop();
});

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]);
const uri = 'urn:xiangxun:organ:story:5f3c';
const otherSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const arrived = async () => (await center.inbox()).stories.flatMap(({ versions }) => versions);

test('a story is received with its photos, over the redirect, and kept raw', async () => {
  const href = far.photo('p1', jpeg);
  const ninjs = aNinjs({ associations: [aPicture(href)] });
  const answered = await center.push(ninjs, { id: 'event-1:channel-1' });
  expect(answered).toEqual({ status: 200, body: { status: 'received', uri, version: 1 } });
  const { stories, attempts } = await center.inbox();
  const file = stories[0]?.versions[0]?.files[0];
  expect(file).toMatchObject({ bytes: jpeg.length, caption: '议事现场', credit: '林示例' });
  const photo = await fetch(`${center.base}/photos/${file?.file}`);
  expect(photo.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await photo.arrayBuffer())).toEqual(jpeg);
  expect(attempts).toMatchObject([
    { webhookId: 'event-1:channel-1', status: 200, outcome: 'received' },
  ]);
  expect(JSON.parse(attempts[0]?.body ?? '')).toEqual(ninjs);
  expect(attempts[0]?.headers['webhook-signature']).toMatch(/^v1,/);
});

test('the same message again gets the same answer and doubles nothing, at once or later', async () => {
  const ninjs = aNinjs({ associations: [aPicture(far.photo('p1', jpeg))] });
  const both = await Promise.all([1, 2].map(() => center.push(ninjs, { id: 'same' })));
  const later = await center.push(ninjs, { id: 'same' });
  for (const answered of [...both, later])
    expect(answered).toEqual({ status: 200, body: { status: 'received', uri, version: 1 } });
  expect(await arrived()).toHaveLength(1);
});

test('who asks is told whether a message has come', async () => {
  expect(await center.ask('event:channel')).toMatchObject({ status: 404 });
  await center.push(aNinjs(), { id: 'event:channel' });
  expect(await center.ask('event:channel')).toEqual({
    status: 200,
    body: { status: 'received', uri, version: 1 },
  });
  expect(await center.ask('event:channel', { secrets: [otherSecret] })).toMatchObject({
    status: 401,
  });
  // Signed for one message, asked of another.
  expect(await center.ask('event:channel', { id: 'other' })).toMatchObject({ status: 401 });
});

const minute = 60_000;

test.each([
  ['signed with another secret', { secrets: [otherSecret] }, 'unsigned'],
  ['without a signature', { headers: { 'webhook-signature': '' } }, 'unsigned'],
  [
    'with a signature of another version',
    { headers: { 'webhook-signature': 'v2,AAAA' } },
    'unsigned',
  ],
  ['with another id than was signed', { headers: { 'webhook-id': 'other' } }, 'unsigned'],
  ['with another time than was signed', { headers: { 'webhook-timestamp': '1' } }, 'unsigned'],
  ['with a time that is no number', { headers: { 'webhook-timestamp': 'now' } }, 'unsigned'],
  ['captured six minutes ago', { at: Date.now() - 6 * minute }, 'stale'],
  ['from six minutes ahead', { at: Date.now() + 6 * minute }, 'stale'],
])('a message %s is refused', async (_, options, error) => {
  const answered = await center.push(aNinjs(), options);
  expect(answered).toMatchObject({ status: 401, body: { error } });
  expect(await arrived()).toEqual([]);
});

test('a body changed after it was signed is refused', async () => {
  const { attempts } = (await center.push(aNinjs(), { id: 'one' })) && (await center.inbox());
  const headers = Object.fromEntries(
    Object.entries(attempts[0]?.headers ?? {}).filter(([name]) => name.startsWith('webhook-')),
  ) as Record<string, string>; // single headers of ours
  const changed = JSON.stringify(aNinjs({ uri: 'urn:xiangxun:organ:story:other' }));
  const answered = await center.push(changed, { id: 'one', headers });
  expect(answered).toMatchObject({ status: 401, body: { error: 'unsigned' } });
});

test('while secrets rotate, one fitting signature of several is enough', async () => {
  const answered = await center.push(aNinjs(), { secrets: [otherSecret, centerSecret] });
  expect(answered.status).toBe(200);
});

test.each([
  ['no JSON', '{', 'invalid_json'],
  ['no object', '[]', 'invalid_ninjs'],
  ['an unknown property', aNinjs({ color: 'red' }), 'invalid_ninjs'],
  ['no uri', aNinjs({ uri: undefined }), 'invalid_ninjs'],
  ['a version that is a number', aNinjs({ version: 1 }), 'invalid_ninjs'],
  ['version zero', aNinjs({ version: '0' }), 'invalid_ninjs'],
  ['an unknown pubStatus', aNinjs({ pubStatus: 'killed' }), 'invalid_ninjs'],
  ['no headline', aNinjs({ headlines: [] }), 'invalid_ninjs'],
  ['no body', aNinjs({ bodies: [] }), 'invalid_ninjs'],
  ['a day for a time', aNinjs({ versionCreated: '2026-11-22' }), 'invalid_ninjs'],
  ['urgency ten', aNinjs({ urgency: 10 }), 'invalid_ninjs'],
  ['a photo without link', aNinjs({ associations: [aPicture('')] }), 'invalid_ninjs'],
  ['a photo in a file', aNinjs({ associations: [aPicture('file:///etc/hosts')] }), 'invalid_ninjs'],
])('a message with %s is refused for good', async (_, body, error) => {
  expect(await center.push(body)).toMatchObject({ status: 400, body: { error } });
  expect(await arrived()).toEqual([]);
});

test('a message too large is refused', async () => {
  const body = JSON.stringify(aNinjs({ edNote: '长'.repeat(1024 * 1024) }));
  expect(await center.push(body)).toMatchObject({ status: 413, body: { error: 'too_large' } });
});

test.each([
  ['answers 404', (side: FarSide) => aPicture(`${side.base}/photos/none`)],
  ['reaches nobody', () => aPicture('http://127.0.0.1:1/p')],
  [
    'brings fewer bytes than announced',
    (side: FarSide) =>
      aPicture(side.photo('p1', jpeg), {
        renditions: [{ name: 'original', href: `${side.base}/photos/p1`, sizeInBytes: 9999 }],
      }),
  ],
])('a story whose photo link %s is not received, and may be sent again', async (_, picture) => {
  const good = aPicture(far.photo('good', jpeg));
  const failed = await center.push(aNinjs({ associations: [good, picture(far)] }), { id: 'same' });
  expect(failed).toMatchObject({ status: 502, body: { error: 'photo_not_copied' } });
  expect(await arrived()).toEqual([]);
  expect(await center.ask('same')).toMatchObject({ status: 404 });
  expect(await center.push(aNinjs({ associations: [good] }), { id: 'same' })).toMatchObject({
    status: 200,
  });
});

test('a correction and a kill are newer versions; older ones that come late are refused', async () => {
  await center.push(aNinjs());
  await center.push(aNinjs({ version: '2', headlines: [{ value: '更正后的标题' }] }));
  await center.push(aNinjs({ version: '3', pubStatus: 'canceled', bodies: undefined }));
  expect(await center.push(aNinjs({ version: '2' }))).toMatchObject({
    status: 409,
    body: { error: 'older_version' },
  });
  expect(await center.push(aNinjs({ version: '3' }))).toMatchObject({
    status: 409,
    body: { error: 'version_taken' },
  });
  const { stories } = await center.inbox();
  expect(stories).toMatchObject([{ uri, state: 'killed' }]);
  expect(stories[0]?.versions.map(({ story }) => story.version)).toEqual([1, 2, 3]);
});

test('a kill that overtakes its story keeps the story out', async () => {
  await center.push(aNinjs({ version: '2', pubStatus: 'canceled', bodies: undefined }));
  expect(await center.push(aNinjs())).toMatchObject({ status: 409 });
  expect((await center.inbox()).stories).toMatchObject([{ state: 'killed' }]);
});

test('pages of other places reach nothing', async () => {
  const headers = { origin: 'http://elsewhere.example' };
  expect(await center.push(aNinjs(), { headers })).toMatchObject({ status: 403 });
  const form = await fetch(`${center.base}/desk/1/publish`, { method: 'POST', headers, body: '' });
  expect(form.status).toBe(403);
});
