import { startSyndication, type Syndication } from '../../support/county/syndication';

let room: Syndication;
beforeAll(async () => {
  room = await startSyndication();
});
afterAll(() => room.stop());
beforeEach(() => {
  room.center.mood = 'receive';
  room.center.mayBeAsked = true;
  room.center.arrived.length = 0;
});

const minuteMs = 60_000;
/** Time passes, and the timers that fall due run. */
const later = (ms: number) => room.cloud.control('clock', 'advance', { ms });
const posts = (id?: string) =>
  room.center.arrived.filter((one) => one.method === 'POST' && (!id || one.id === id));
const at = async (storyId: string) => {
  const { version } = await room.show(room.zhou, storyId);
  return { storyId, version, note: '数字有误' };
};
const held = (storyId: string) =>
  room.center.inbox.filter(({ uri }) => uri === `urn:xiangxun:organ:story:${storyId}`);

test('a story that is signed off is at the center at once, without waiting for the timer', async () => {
  const story = await room.signOff();
  expect(held(story.id)).toMatchObject([{ version: 1, pubStatus: 'usable' }]);
  expect(posts()).toMatchObject([{ isSigned: true }]);
  const [message] = await room.messagesOf(story.id);
  expect(message).toMatchObject({ state: 'delivered', attemptCount: 1, lease: null });
  expect(posts()[0]?.id).toBe(message?._id);
  const { deliveries } = await room.show(room.lin, story.id);
  expect(deliveries).toMatchObject([
    { state: 'delivered', kind: 'publish', edition: 1, revision: 1, lastError: null, allowed: [] },
  ]);
});

test('a message is tried again under the same id until the center takes it', async () => {
  room.center.mood = 'fail';
  const story = await room.signOff();
  expect((await room.show(room.zhou, story.id)).deliveries).toMatchObject([
    { state: 'pending', attempts: 1, lastError: 'busy' },
  ]);
  await room.tick();
  expect(posts()).toHaveLength(1);
  room.center.mood = 'receive';
  await later(minuteMs);
  const [message] = await room.messagesOf(story.id);
  expect(message).toMatchObject({ state: 'delivered', attemptCount: 2 });
  expect(new Set(posts().map(({ id }) => id)).size).toBe(1);
});

test('when the answer is lost the center is asked before anything is sent again', async () => {
  room.center.mood = 'lost';
  const story = await room.signOff();
  const [unsure] = await room.messagesOf(story.id);
  expect(unsure).toMatchObject({ state: 'unknown' });
  await later(minuteMs);
  await room.tick();
  expect(posts()).toHaveLength(1);
  expect(room.center.arrived.map(({ method }) => method)).toEqual(['POST', 'GET']);
  expect(await room.messagesOf(story.id)).toMatchObject([{ state: 'delivered' }]);
});

test('while the center cannot be asked nothing is sent again', async () => {
  room.center.mood = 'garble';
  room.center.mayBeAsked = false;
  const story = await room.signOff();
  await later(minuteMs);
  await room.tick();
  expect(posts()).toHaveLength(1);
  expect(await room.messagesOf(story.id)).toMatchObject([{ state: 'unknown', attemptCount: 2 }]);
});

test('what the center refuses waits for a person, who may send it again', async () => {
  room.center.mood = 'refuse';
  const story = await room.signOff();
  const { deliveries } = await room.show(room.zhou, story.id);
  expect(deliveries).toMatchObject([
    { state: 'rejected', lastError: 'headline_forbidden', allowed: ['resend', 'mark_sent'] },
  ]);
  expect((await room.show(room.lin, story.id)).deliveries[0]?.allowed).toEqual([]);
  room.center.mood = 'receive';
  const [{ id: messageId, version } = { id: '', version: 0 }] = deliveries;
  const wanted = { messageId, version };
  expect(await room.zhou.call('message.resend', wanted)).toMatchObject({ ok: true });
  expect(await room.messagesOf(story.id)).toMatchObject([{ state: 'delivered' }]);
  const again = await room.zhou.call('message.resend', { messageId, version: version + 3 });
  expect(again).toMatchObject({ refusal: 'message_not_stuck' });
});

test('after the last attempt a message is dead, until the center says that it has it', async () => {
  room.center.mood = 'fail';
  const story = await room.signOff();
  for (let n = 0; n < 20; n += 1) {
    await later(15 * 60 * minuteMs);
    await room.tick();
  }
  const [message] = await room.messagesOf(story.id);
  expect(message).toMatchObject({ state: 'dead', attemptCount: 17, nextAttemptAt: null });
  const stuck = async () => {
    const wanted = { channelId: room.channelId, which: 'stuck' as const, after: null };
    return (await room.he.value('message.list', wanted)).messages;
  };
  const [dead] = await stuck();
  expect(dead).toMatchObject({ storyId: story.id, allowed: ['resend', 'mark_sent'] });
  const uri = `urn:xiangxun:organ:story:${story.id}`;
  const received = { kind: 'received', uri, version: 1, at: '2026-11-22T08:00:00Z' };
  expect((await room.answer(received)).status).toBe(200);
  expect(await room.messagesOf(story.id)).toMatchObject([{ state: 'delivered', lease: null }]);
  expect(await stuck()).not.toContainEqual(expect.objectContaining({ storyId: story.id }));
});

test('a correction waits until the version before it has ended', async () => {
  room.center.mood = 'fail';
  const { id, content } = await room.signOff();
  const corrected = { ...plain(content), headline: '城关镇议事室三日修好路灯' };
  await room.zhou.value('story.correct', { ...(await at(id)), content: corrected });
  room.center.mood = 'receive';
  await later(2 * minuteMs);
  await room.tick();
  await room.tick();
  expect(held(id)).toMatchObject([
    { version: 1, headline: content.headline },
    { version: 2, headline: corrected.headline },
  ]);
});

test('a kill overtakes what has not arrived, and nothing of the story is sent after it', async () => {
  room.center.mood = 'fail';
  const { id } = await room.signOff();
  room.center.mood = 'receive';
  await room.zhou.value('story.kill', await at(id));
  expect(held(id)).toMatchObject([{ version: 2, pubStatus: 'canceled' }]);
  await later(60 * minuteMs);
  await room.tick();
  expect(held(id)).toHaveLength(1);
  const { deliveries } = await room.show(room.zhou, id);
  expect(deliveries).toMatchObject([
    { state: 'dead', lastError: 'superseded', allowed: [] },
    { state: 'delivered', kind: 'kill' },
  ]);
});

test('a paused channel sends nothing until it is resumed', async () => {
  const show = async () =>
    (await room.he.value('channel.show', { channelId: room.channelId })).channel;
  const { version } = await show();
  await room.zhou.value('channel.pause', { channelId: room.channelId, version });
  const story = await room.signOff();
  await room.tick();
  expect(posts()).toHaveLength(0);
  expect(await show()).toMatchObject({ isPaused: true, waiting: 1 });
  await room.zhou.value('channel.resume', { channelId: room.channelId, version: version + 1 });
  expect(held(story.id)).toHaveLength(1);
});

test('the rate limit holds back what is over it until the next minute', async () => {
  const slow = await room.addChannel({ columns: ['履职风采'], ratePerMinute: 2 });
  const { version } = (await room.he.value('channel.show', { channelId: slow })).channel;
  await room.he.value('channel.pause', { channelId: slow, version });
  for (let n = 0; n < 3; n += 1) await room.signOff({ column: '履职风采' });
  room.center.arrived.length = 0;
  await later(minuteMs);
  await room.he.value('channel.resume', { channelId: slow, version: version + 1 });
  const ofSlow = () => posts().filter(({ id }) => id.endsWith(slow));
  await room.tick();
  expect(ofSlow()).toHaveLength(2);
  await later(minuteMs);
  await room.tick();
  expect(ofSlow()).toHaveLength(3);
});

test('two relays at once send everything once', async () => {
  const { version } = (await room.he.value('channel.show', { channelId: room.channelId })).channel;
  await room.he.value('channel.pause', { channelId: room.channelId, version });
  const stories = [];
  for (let n = 0; n < 6; n += 1) stories.push(await room.signOff());
  await room.cloud
    .sdk()
    .database()
    .collection('channels')
    .doc(room.channelId)
    .update({ isPaused: false });
  await Promise.all([room.tick(), room.tick(), room.tick()]);
  for (const { id } of stories) {
    const [message] = await room.messagesOf(id);
    expect(posts(message?._id)).toHaveLength(1);
  }
});

test('phones may not start relay', async () => {
  const response = await fetch(`${room.cloud.base}/call/relay`, {
    ...{ method: 'POST', headers: { 'x-openid': room.lin.openid }, body: '{}' },
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
});

type Shown = Awaited<ReturnType<Syndication['signOff']>>['content'];

/** A content as it is filed, without the links that pages get. */
function plain({ photos, video: _video, attachments: _attachments, ...content }: Shown) {
  return {
    ...content,
    ...{ photos: photos.map(({ url: _url, ...photo }) => photo), video: null, attachments: [] },
  };
}

test('a channel whose secret no key opens holds up no other', async () => {
  const channelId = await room.addChannel({ name: '换过钥匙的融媒体中心' });
  const broken = room.cloud.sdk().database().collection('channels').doc(channelId);
  await broken.update({ secret: 'sealed with another key' });
  const { id } = await room.signOff();
  const messages = await room.messagesOf(id);
  const states = messages.map((one) => [one.channelId === channelId, one.state]);
  expect(new Map(states as [boolean, string][])).toEqual(
    new Map([
      [true, 'pending'],
      [false, 'delivered'],
    ]),
  );
  await broken.update({ isPaused: true });
});
