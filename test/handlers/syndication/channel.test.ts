import { newId } from '../../support/county/county';
import { startSyndication, type Syndication } from '../../support/county/syndication';

let room: Syndication;
beforeAll(async () => {
  room = await startSyndication();
});
afterAll(() => room.stop());

const show = async (channelId: string) =>
  (await room.he.value('channel.show', { channelId })).channel;

const fields = () => ({
  ...{ name: newId(), endpoint: null, kinds: ['news' as const], columns: [] },
  ...{ isInternal: false, ratePerMinute: 60 },
});

test('a secret is stored encrypted and never comes back', async () => {
  const { secret } = room.center;
  const stored = await room.cloud.sdk().database().collection('channels').get();
  expect(JSON.stringify(stored.data)).not.toContain(secret.slice(6));
  const receipts = await room.cloud.sdk().database().collection('receipts').limit(1000).get();
  expect(JSON.stringify(receipts.data)).not.toContain(secret.slice(6));
  const { channels } = await room.he.value('channel.list', {});
  expect(channels).toMatchObject([{ hasSecret: true, formerSecretUntil: null }]);
  // What the administrator tells the other side besides.
  const [{ id, answersUrl } = { id: '', answersUrl: '' }] = channels;
  expect(answersUrl).toBe(`${room.cloud.base}/inbound/channels/${id}/answers`);
  expect(JSON.stringify(channels)).not.toContain('whsec');
});

test('the kinds are those that have a folder, and each says what it needs', async () => {
  const { kinds } = await room.he.value('channel.list', {});
  expect(kinds.map(({ kind }) => kind)).toEqual(['export', 'fusion_center', 'manual', 'noop']);
  expect(kinds.filter(({ needsSecret }) => needsSecret)).toMatchObject([
    { kind: 'fusion_center', name: '融媒体中心', needsEndpoint: true, publishes: true },
  ]);
});

test.each([
  ['channel_name_taken', { name: '同名' }],
  ['endpoint_missing', { endpoint: null }],
  ['secret_missing', { secret: null }],
  ['channel_public', { isInternal: true }],
  ['channel_kind_unknown', { kind: 'pigeon' }],
] as const)('a center is refused: %s', async (refusal, change) => {
  if (refusal === 'channel_name_taken') await room.addChannel({ name: '同名' });
  const { endpoint, secret } = room.center;
  const input = {
    channelId: newId(),
    kind: 'fusion_center' as const,
    ...fields(),
    endpoint,
    secret,
  };
  expect(await room.he.call('channel.add', { ...input, ...change })).toMatchObject({ refusal });
});

test('a change needs the version that was on the screen', async () => {
  const channelId = await room.addChannel();
  const { version } = await show(channelId);
  const change = { channelId, ...fields(), endpoint: room.center.endpoint, name: '县融媒体中心' };
  await room.he.value('channel.change', { ...change, version });
  expect(await show(channelId)).toMatchObject({ name: '县融媒体中心', version: version + 1 });
  const again = await room.he.call('channel.change', { ...change, version });
  expect(again).toMatchObject({ refusal: 'changed_meanwhile' });
});

test('an internal kind never reaches a public channel, and reaches an internal one', async () => {
  const kinds = ['public_opinion' as const];
  const open = await room.addChannel({ kinds });
  const inside = await room.addChannel({
    ...{ kind: 'export', endpoint: null, secret: null, kinds, isInternal: true },
  });
  const body = '反映群众诉求'.repeat(30);
  const story = await room.signOff({ kind: 'public_opinion', body, happenedOn: null });
  const told = (await room.messagesOf(story.id)).map(({ channelId }) => channelId);
  expect(told).toEqual([inside]);
  expect(told).not.toContain(open);
});

test('what goes by hand waits for the office, which says that it was sent', async () => {
  const channelId = await room.addChannel({
    ...{ kind: 'manual', endpoint: null, secret: null, kinds: ['duty_story'] },
  });
  const body = '履职故事'.repeat(40);
  const story = await room.signOff({ kind: 'duty_story', body, happenedOn: null });
  const [delivery] = (await room.show(room.zhou, story.id)).deliveries;
  expect(delivery).toMatchObject({ state: 'pending', nextAttemptAt: null, attempts: 0 });
  expect(delivery?.allowed).toEqual(['mark_sent']);
  const target = { messageId: delivery?.id ?? '', version: delivery?.version ?? 0 };
  const { message } = await room.zhou.value('message.markSent', { ...target, note: '已发邮件' });
  expect(message).toMatchObject({
    state: 'delivered',
    answers: [{ note: '已发邮件' }],
    allowed: [],
  });
  const again = await room.zhou.call('message.markSent', { ...target, version: 9, note: '' });
  expect(again).toMatchObject({ refusal: 'message_not_by_hand' });
  const { messages } = await room.zhou.value('message.list', {
    channelId,
    which: 'all',
    after: null,
  });
  expect(messages).toMatchObject([{ storyId: story.id, state: 'delivered' }]);
});

test('a hand-sent version gives way to the one that corrects it', async () => {
  await room.addChannel({
    ...{ kind: 'manual', endpoint: null, secret: null, kinds: ['feature'] },
  });
  const { id, version } = await room.signOff({ kind: 'feature', body: '通讯正文'.repeat(90) });
  await room.zhou.value('story.kill', { storyId: id, version, note: '有误' });
  expect((await room.show(room.zhou, id)).deliveries).toMatchObject([
    { kind: 'publish', state: 'dead', lastError: 'superseded', allowed: [] },
    { kind: 'kill', state: 'pending', allowed: ['mark_sent'] },
  ]);
});

test('health says how the channel fares', async () => {
  const channelId = await room.addChannel({ kinds: ['photo_story'], columns: ['健康'] });
  expect(await show(channelId)).toMatchObject({ lastOkAt: null, lastError: null, waiting: 0 });
});
