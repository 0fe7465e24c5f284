import { newId } from '../../support/county/county';
import { uploadPhoto, type StoryView } from '../../support/county/newsroom';
import {
  startSyndication,
  type Envelope,
  type Syndication,
} from '../../support/county/syndication';

let room: Syndication;
beforeAll(async () => {
  room = await startSyndication();
});
afterAll(() => room.stop());

const dayMs = 24 * 60 * 60 * 1000;
const uriOf = ({ id }: Pick<StoryView, 'id'>) => `urn:xiangxun:organ:story:${id}`;
const about = (story: StoryView) => ({ uri: uriOf(story), version: 1, at: '2026-11-22T08:00:00Z' });
const published = (story: StoryView, change: object = {}) => ({
  ...{ kind: 'published', ...about(story), outlet: '示例日报', url: 'https://news.example/1' },
  ...{ headline: '老街路灯亮了', printedAt: '2026-11-22T00:30:00+08:00', ...change },
});
const show = (story: StoryView) => room.show(room.zhou, story.id);
const errorOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { error?: string }).error,
];
/** What the database holds of refused answers. */
const counted = async (why: string) => {
  const { data } = await room.cloud.sdk().database().collection('counters').get();
  const counters = data as { _id: string; version: number }[]; // what the collection holds
  const ours = counters.filter(({ _id }) => _id.startsWith(`answer_${why}:`));
  return ours.reduce((sum, { version }) => sum + version, 0);
};

test('what the center printed is an adoption with its link, and the story is published', async () => {
  const outletId = newId();
  await room.he.value('outlet.add', {
    ...{ outletId, name: '示例日报', aliases: [], channelIds: [room.channelId] },
    ...{ level: 'county', outletClass: 'paper', group: null, since: '2020-01-01' },
  });
  const story = await room.signOff();
  expect((await room.answer(published(story))).status).toBe(200);
  const seen = await show(story);
  expect(seen.state).toBe('published');
  expect(seen.timeline.at(-1)).toMatchObject({
    ...{ kind: 'story_published', note: '示例日报 老街路灯亮了' },
  });
  expect(seen.deliveries[0]?.answers).toMatchObject([
    { kind: 'published', url: 'https://news.example/1' },
  ]);
  expect(seen.adoptions).toMatchObject([{ state: 'verified', printedOn: '2026-11-22' }]);

  const reads = { kind: 'metrics', ...about(story), outlet: '示例日报', reads: 320, forwards: 5 };
  expect((await room.answer(reads)).status).toBe(200);
  const { data } = await room.cloud
    .sdk()
    .database()
    .collection('adoptions')
    .where({ 'work.storyId': story.id })
    .get();
  expect(data).toMatchObject([
    { metrics: [{ reads: 320, forwards: 5, source: 'channel' }], evidence: [{}] },
  ]);
});

test('an outlet that is not bound to the channel makes a report for a person to look at', async () => {
  const story = await room.signOff();
  await room.answer(published(story, { outlet: '外地晚报' }));
  expect((await show(story)).adoptions).toMatchObject([{ state: 'reported' }]);
});

test('published after a kill is kept, with an alarm, and the story stays killed', async () => {
  const story = await room.signOff();
  const { version } = await show(story);
  await room.zhou.value('story.kill', { storyId: story.id, version, note: '事实有误' });
  expect((await room.answer(published(story))).status).toBe(200);
  const seen = await show(story);
  expect(seen.state).toBe('killed');
  expect(seen.timeline.at(-1)?.kind).toBe('story_published_after_kill');
  expect(seen.deliveries[0]?.answers.at(-1)?.kind).toBe('published_after_kill');
  expect(seen.adoptions).toMatchObject([{ state: 'reported' }]);
});

test('received and rejected are told on the delivery', async () => {
  const story = await room.signOff();
  await room.answer({ kind: 'received', ...about(story) });
  await room.answer({ kind: 'rejected', ...about(story), reason: '版面已满' });
  const [delivery] = (await show(story)).deliveries;
  expect(delivery?.answers).toMatchObject([
    { kind: 'received' },
    { kind: 'rejected', note: '版面已满' },
  ]);
});

test('an answer about a story proves that it arrived', async () => {
  room.center.mood = 'fail';
  const story = await room.signOff();
  room.center.mood = 'receive';
  await room.answer({ kind: 'received', ...about(story) });
  expect((await show(story)).deliveries).toMatchObject([{ state: 'delivered' }]);
});

const old = { at: 0 };
const tomorrow = () => new Date(Date.now() + dayMs).toISOString();
/** What is turned away, by what, and with which HTTP code. */
const refusals: [why: string, status: number, (story: StoryView) => Promise<Response>][] = [
  ['signature_wrong', 401, (story) => send(story, { secret: aSecret(3) })],
  ['signature_wrong', 401, (story) => send(story, { sentBody: '{"kind":"received"}' })],
  ['envelope_missing', 400, (story) => send(story, { headers: { 'webhook-signature': '' } })],
  ['envelope_stale', 401, (story) => send(story, { at: Date.now() - 6 * 60_000 })],
  ['envelope_stale', 401, (story) => send(story, { at: Date.now() + dayMs })],
  ['envelope_stale', 401, (story) => send(story, old)],
  ['channel_unknown', 404, (story) => send(story, { channelId: 'channel-missing' })],
  ['answer_invalid', 422, (story) => room.answer({ kind: 'applauded', ...about(story) })],
  ['answer_invalid', 422, (story) => room.answer(published(story, { url: 'javascript:alert(1)' }))],
  [
    'story_unknown',
    404,
    (story) => room.answer({ ...received(story), uri: uriOf({ id: newId() }) }),
  ],
  ['story_unknown', 404, (story) => room.answer({ ...received(story), uri: 'urn:other:story:1' })],
  ['printed_in_future', 422, (story) => room.answer(published(story, { printedAt: tomorrow() }))],
  ['version_unknown', 422, (story) => room.answer({ ...received(story), version: 9 })],
  ['channel_wrong', 403, (story) => fromOtherChannel(story)],
  ['replayed', 409, (story) => twice(story)],
];

test.each(refusals)(
  '%s is refused with %i, counted, and changes nothing',
  async (why, status, ask) => {
    const story = await room.signOff();
    const before = [await show(story), await counted(why)] as const;
    const response = await ask(story);
    expect(await errorOf(response)).toEqual([status, why]);
    const seen = await show(story);
    if (why === 'replayed') expect(seen.deliveries[0]?.answers).toHaveLength(1);
    else expect(seen).toMatchObject({ deliveries: before[0].deliveries, state: before[0].state });
    expect(await counted(why)).toBe(before[1] + 1);
  },
);

test('only POST is taken, and no other path', async () => {
  const story = await room.signOff();
  expect((await send(story, { method: 'PUT' })).status).toBe(405);
  expect((await fetch(`${room.cloud.base}/inbound/nowhere`)).status).toBe(404);
});

test('both secrets are good while they change over, and the former one ends', async () => {
  const story = await room.signOff();
  const { channelId } = room;
  const { version } = (await room.he.value('channel.show', { channelId })).channel;
  const next = aSecret(5);
  await room.he.value('channelSecret.rotate', { channelId, version, secret: next });
  expect((await send(story, {})).status).toBe(200);
  expect((await send(story, { secret: next })).status).toBe(200);
  // The center that does not know the new one yet still finds a signature of its own.
  const during = await room.signOff();
  expect((await show(during)).deliveries).toMatchObject([{ state: 'delivered' }]);
  await room.cloud.control('clock', 'advance', { ms: 8 * dayMs });
  expect(await errorOf(await send(story, {}))).toEqual([401, 'signature_wrong']);
  expect((await send(story, { secret: next })).status).toBe(200);
  room.center.secret = next;
});

test('photo links lead to the photo for thirty days, and end with a kill', async () => {
  const photos = [
    await uploadPhoto(room, room.lin, newId()),
    await uploadPhoto(room, room.lin, newId()),
  ];
  const stories = [];
  for (const photo of photos) stories.push(await room.signOff({ photos: [photo] }));
  const hrefs = room.center.arrived
    .filter(({ method }) => method === 'POST')
    .slice(-2)
    .map(({ body }) => /"href":"([^"]+)"/.exec(body)?.[1] ?? '');
  const [kept = '', killed = ''] = hrefs;
  await room.cloud.control('clock', 'advance', { ms: dayMs });
  const bytes = Buffer.from(await (await fetch(kept)).arrayBuffer());
  expect(bytes).toHaveLength(photos[0]?.bytes ?? 0);
  const opened = await fetch(kept, { redirect: 'manual' });
  expect(opened.status).toBe(302);

  const { version } = await room.show(room.zhou, stories[1]?.id ?? '');
  const kill = { storyId: stories[1]?.id ?? '', version, note: '撤回' };
  await room.zhou.value('story.kill', kill);
  expect((await fetch(killed)).status).toBe(410);
  expect((await fetch(kept)).status).toBe(200);
  await room.cloud.control('clock', 'advance', { ms: 30 * dayMs });
  expect((await fetch(kept)).status).toBe(410);
  expect((await fetch(`${kept.slice(0, -4)}AAAA`)).status).toBe(404);
});

const aSecret = (seed: number) => `whsec_${Buffer.alloc(32, seed).toString('base64')}`;
const received = (story: StoryView) => ({ kind: 'received', ...about(story) });
const send = (story: StoryView, change: Partial<Envelope>) => room.answer(received(story), change);

async function twice(story: StoryView): Promise<Response> {
  const id = newId();
  await send(story, { id });
  return send(story, { id });
}

async function fromOtherChannel(story: StoryView): Promise<Response> {
  const channelId = await room.addChannel({ columns: ['没有的专栏'] });
  return send(story, { channelId });
}
