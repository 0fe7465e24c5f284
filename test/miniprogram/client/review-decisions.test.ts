import {
  decidedStoryIds,
  dropDecision,
  keepDecision,
  keptDecisions,
  sendDecisions,
  undoDecision,
  undoMs,
} from '../../../miniprogram/client/decisions';
import { sentWords } from '../../../miniprogram/text/review';
import { randomSource, stubWx } from '../simulate';

type Sent = { call: string; commandId: string; input: { storyId: string } };

let sent: Sent[];
let answer: () => Promise<unknown>;
const done = { ok: true, value: {} };

beforeEach(() => {
  const kept = new Map<string, unknown>();
  sent = [];
  answer = () => Promise.resolve(done);
  let made = 0;
  stubWx({
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    ...randomSource(() => (made += 1)),
    cloud: {
      callFunction: async ({ data }: { data: Sent }) => {
        sent.push(data);
        return { result: await answer() };
      },
    },
  });
  jest.useFakeTimers({ now: 1_000_000, doNotFake: ['nextTick', 'setImmediate'] });
});

afterEach(() => jest.useRealTimers());

const approve = (storyId: string) => {
  const input = { storyId, version: 1, note: '', isCleared: false };
  return keepDecision({ call: 'story.approve', input }, '标题');
};

test('a decision is kept before it is sent, sent when due, and forgotten when answered', async () => {
  const { commandId } = await approve('story-1');
  expect(decidedStoryIds()).toEqual(['story-1']);
  await sendDecisions('due');
  expect(sent).toEqual([]);
  jest.setSystemTime(1_000_000 + undoMs);
  await sendDecisions('due');
  expect(sent).toMatchObject([{ call: 'story.approve', commandId }]);
  expect(keptDecisions()).toEqual([]);
});

test('an undone decision is never sent', async () => {
  const { commandId } = await approve('story-1');
  expect(undoDecision(commandId)).toBe(true);
  await sendDecisions('all');
  expect(sent).toEqual([]);
});

test('what the cloud has done is told once, with which story; what it refused is not', async () => {
  await approve('story-1');
  await approve('story-2');
  answer = () => Promise.resolve(sent.length === 2 ? { ok: false, refusal: 'not_found' } : done);
  // The page that is left and the list that comes back both ask.
  const [first, second] = await Promise.all([sendDecisions('all'), sendDecisions('all')]);
  expect(first).toMatchObject([{ headline: '标题', decided: { input: { storyId: 'story-1' } } }]);
  expect(second).toEqual([]);
});

const decided = (headline: string, call: 'story.approve' | 'story.return' = 'story.approve') => ({
  ...{ call, headline },
});

test.each([
  ['', []],
  ['已通过并送出：《老街路灯一夜亮起》', [decided('老街路灯一夜亮起')]],
  ['已退改并送出：《老街路灯一夜亮起》', [decided('老街路灯一夜亮起', 'story.return')]],
  [
    '已通过并送出：《城关镇老街议事室三次协商解决路…》',
    [decided('城关镇老街议事室三次协商解决路灯难题')],
  ],
  ['2 条审核意见已送出', [decided('其一'), decided('其二')]],
])('a toast says «%s»', (words, decisions) => {
  expect(sentWords(decisions)).toBe(words);
});

test('a decision on its way can be undone no more', async () => {
  const { commandId } = await approve('story-1');
  let isUndone = true;
  answer = () => {
    isUndone = undoDecision(commandId);
    return Promise.resolve({ ok: true, value: {} });
  };
  await sendDecisions('all');
  expect(isUndone).toBe(false);
});

test('without an answer all stay in their order, and go again under the same ids', async () => {
  const first = await approve('story-1');
  const second = await approve('story-2');
  answer = () => Promise.reject(new Error('no network'));
  await sendDecisions('all');
  expect(sent.map(({ commandId }) => commandId)).toEqual([first.commandId]);
  answer = () => Promise.resolve({ ok: true, value: {} });
  await sendDecisions('all');
  expect(sent.map(({ commandId }) => commandId)).toEqual([
    first.commandId,
    first.commandId,
    second.commandId,
  ]);
  expect(keptDecisions()).toEqual([]);
});

test('a refused decision stays with why until it is read, and hides its story no longer', async () => {
  const { commandId } = await approve('story-1');
  answer = () =>
    Promise.resolve({ ok: false, refusal: 'claimed_by_other', detail: { name: '周示例' } });
  await sendDecisions('all');
  expect(keptDecisions()).toMatchObject([{ refusal: 'claimed_by_other', holderName: '周示例' }]);
  expect(decidedStoryIds()).toEqual([]);
  await sendDecisions('all');
  expect(sent).toHaveLength(1);
  dropDecision(commandId);
  expect(keptDecisions()).toEqual([]);
});

test('one that is taken back while another is sent is not sent', async () => {
  await approve('story-1');
  const { commandId } = await approve('story-2');
  answer = () => {
    undoDecision(commandId);
    return Promise.resolve({ ok: true, value: {} });
  };
  await sendDecisions('all');
  expect(sent.map(({ input }) => input.storyId)).toEqual(['story-1']);
  expect(keptDecisions()).toEqual([]);
});

test('a phone too full to note an answer sends again once it has room', async () => {
  await approve('story-1');
  const { setStorageSync } = wx;
  wx.setStorageSync = () => {
    throw new Error('setStorageSync:fail exceed storage max size');
  };
  await expect(sendDecisions('all')).rejects.toThrow('exceed');
  wx.setStorageSync = setStorageSync;
  await sendDecisions('all');
  expect(sent).toHaveLength(2);
  expect(keptDecisions()).toEqual([]);
});

test('a clock that is set back keeps no decision from being sent', async () => {
  await approve('story-1');
  jest.setSystemTime(1_000_000 - 3_600_000);
  await sendDecisions('due');
  expect(sent).toHaveLength(1);
});
