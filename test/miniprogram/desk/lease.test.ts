import { isReadAsItIs, openLease } from '../../../miniprogram/desk/review/lease';
import { aStoryView, type StoryView } from '../a-story';
import { randomSource, renderPage, stubWx } from '../simulate';

type Call = { call: string; input: { storyId: string } };

let calls: string[];
let answers: (() => void)[];
/** By the cloud's clock. */
let [updatedAt, until] = [0, 0];
const minuteMs = 60_000;

beforeEach(() => {
  [calls, answers] = [[], []];
  updatedAt = Date.now();
  until = updatedAt + 10 * minuteMs;
  stubWx({
    getStorageSync: () => '',
    setStorageSync: () => undefined,
    removeStorageSync: () => undefined,
    ...randomSource(),
    cloud: {
      callFunction: ({ data: { call, input } }: { data: Call }) => {
        calls.push(`${call} ${input.storyId}`);
        const story = { id: input.storyId, updatedAt, claim: { isMine: true, until } };
        return new Promise((resolve) => {
          answers.push(() => resolve({ result: { ok: true, value: { story } } }));
        });
      },
    },
  });
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

const turn = () => jest.advanceTimersByTimeAsync(0);
const answer = async (place: number) => {
  answers[place]?.();
  await turn();
};

test('a claim that is answered when the page is left is given back, and renewed no more', async () => {
  const lease = openLease(() => undefined);
  void lease.take('story-1');
  await turn();
  lease.leave();
  await answer(0);
  expect(calls).toEqual(['story.claim story-1', 'story.release story-1']);
  expect(jest.getTimerCount()).toBe(0);
});

test('of two stories opened fast the last is held, whichever is answered first', async () => {
  const lease = openLease(() => undefined);
  void lease.take('story-1');
  void lease.take('story-2');
  await turn();
  await answer(1);
  await answer(0);
  expect(calls.slice(2)).toEqual(['story.release story-1']);
  expect(jest.getTimerCount()).toBe(1);
});

test('a page that is hidden and shown again before the answer holds its story once', async () => {
  const lease = openLease(() => undefined);
  void lease.take('story-1');
  await turn();
  await lease.settle();
  void lease.take('story-1');
  await turn();
  await answer(0);
  await answer(1);
  expect(calls).toEqual(['story.claim story-1', 'story.claim story-1']);
  expect(jest.getTimerCount()).toBe(1);
});

const hours = [-26, -3, 0, 3, 26];

test.each(hours)(
  'a phone %s hours off holds what it opened and keeps what was passed on to it',
  async (off) => {
    updatedAt = Date.now() + off * 60 * minuteMs;
    for (const [minutes, isLong] of [
      [10, false],
      [24 * 60, true],
    ] as const) {
      [calls, answers] = [[], []];
      until = updatedAt + minutes * minuteMs;
      const line = { state: 'in_review', updatedAt, claim: { isMine: true, until, name: '' } };
      expect(isReadAsItIs(line as Parameters<typeof isReadAsItIs>[0])).toBe(isLong);
      const lease = openLease(() => undefined);
      void lease.take('story-1');
      await turn();
      await answer(0);
      lease.leave();
      await turn();
      expect(calls.slice(1)).toEqual(isLong ? [] : ['story.release story-1']);
    }
  },
);

const [mine, theirs] = [
  { name: '周示例', until: 600_000, isMine: true },
  { name: '孙示例', until: 600_000, isMine: false },
];
const actions: StoryView['allowed'] = ['approve', 'return'];

test.each([
  ['lets go', { version: 2 }],
  ['has run out of time, which is no new version', {}],
])('a story is taken by itself when its reviewer %s', async (_what, change) => {
  let story = aStoryView({ claim: theirs, allowed: [] });
  calls = [];
  const answerOf = (call: string) => {
    if (call === 'story.show') return { ok: true, value: { story } };
    if (call !== 'story.claim') return { ok: false, refusal: 'not_allowed' };
    if (story.claim) return { ok: false, refusal: 'claimed_by_other', detail: theirs };
    story = { ...story, claim: mine };
    return { ok: true, value: { story } };
  };
  stubWx({
    ...{ getWindowInfo: () => ({ windowWidth: 390 }), pageScrollTo: () => undefined },
    getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
    cloud: {
      callFunction: ({ data: { call } }: { data: Call }) => {
        calls.push(call);
        return Promise.resolve({ result: answerOf(call) });
      },
    },
  });
  const page = renderPage('desk/review/review', { storyId: story.id });
  await turn();
  expect(page.text()).toContain('孙示例正在处理这篇稿件');
  expect(page.text()).not.toContain('退改');
  // Nothing is taken before it is free.
  await jest.advanceTimersByTimeAsync(15_000);
  expect(calls.filter((call) => call === 'story.claim')).toHaveLength(1);
  story = { ...story, ...change, claim: null, allowed: actions };
  await jest.advanceTimersByTimeAsync(15_000);
  expect(page.text()).not.toContain('正在处理这篇稿件');
  expect(page.text()).toContain('退改');
  const looks = () => calls.filter((call) => call === 'story.show').length;
  const before = looks();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(looks()).toBe(before);
  (page.instance as unknown as { onUnload(): void }).onUnload();
  page.detach();
});
