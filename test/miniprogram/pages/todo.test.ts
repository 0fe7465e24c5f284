/** 待办 under answers that come late or in another order than they were asked for. */
import { renderPage, stubWx, until } from '../simulate';
import { aStoryView } from '../a-story';

const organ = { name: '示例县政协', kind: 'cppcc' };
const duties = [{ duty: 'reviewer', stage: null, unitIds: ['unit-root'] }];
const person = { id: 'p1', name: '周示例', standing: 'staff', memberships: [], duties };
const { content: _content, ...line } = aStoryView();

interface Asked {
  input: { pressing?: string; after: string | null; storyId?: string };
  answer(value: object): void;
  fail(): void;
}
/** Questions for the queue, which wait; everything else is answered at once. */
let queues: Asked[] = [];
let answers: Record<string, object> = {};
/** What is refused of a story, by its id. */
let refused: Record<string, string> = {};

beforeEach(() => {
  queues = [];
  refused = {};
  answers = {
    'session.open': { organ, person, uploadFolder: 'incoming/o' },
    'story.list': { stories: [], after: null },
    'unit.list': { units: [] },
    'story.approve': {},
  };
  type Call = { data: { call: string; input: Asked['input'] } };
  const nothing = () => undefined;
  stubWx({
    ...{ setStorageSync: nothing, getStorageSync: () => '', removeStorageSync: nothing },
    ...{ getStorageInfoSync: () => ({ keys: [] }), getWindowInfo: () => ({ windowWidth: 390 }) },
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    ...{ showTabBar: nothing, setTabBarBadge: nothing, removeTabBarBadge: nothing },
    cloud: {
      callFunction: ({ data }: Call) => {
        const refusal = refused[data.input.storyId ?? ''];
        if (refusal) return Promise.resolve({ result: { ok: false, refusal } });
        if (data.call !== 'queue.list')
          return Promise.resolve({ result: { ok: true, value: answers[data.call] } });
        return new Promise((resolve, reject) => {
          const answer = (value: object) => resolve({ result: { ok: true, value } });
          const fail = () => reject(new Error('cloud.callFunction:fail'));
          queues.push({ input: data.input, answer, fail });
        });
      },
    },
  });
});

const waits = (headlines: string[], after: string | null = null) => ({
  stories: headlines.map((headline) => ({ ...line, id: headline, headline, claim: null })),
  after,
});

test('what was asked for under another filter is not shown when it comes late', async () => {
  const page = renderPage('pages/todo/todo');
  await until(() => queues.length === 1);
  queues[0]?.answer(waits(['老街路灯亮了']));
  await until(() => page.text().includes('老街路灯亮了'));

  await page.tap('加急');
  await until(() => queues.length === 2);
  await page.tap('超时');
  await until(() => queues.length === 3);
  expect(queues.map(({ input }) => input.pressing)).toEqual([undefined, 'urgent', 'overdue']);
  queues[2]?.answer(waits(['超时的一篇']));
  await until(() => page.text().includes('超时的一篇'));
  queues[1]?.answer(waits(['加急的一篇']));
  // It is looked at again, for which the late answer has had all the time.
  await page.tap('超时');
  await until(() => queues.length === 4);
  queues[3]?.answer(waits(['超时的两篇']));
  await until(() => page.text().includes('篇'));
  expect(page.text()).toContain('超时的两篇');
  page.detach();
});

test('another choice leaves what else waits in sight, and says so when it cannot be read', async () => {
  answers['story.list'] = { stories: [{ ...line, state: 'returned' }], after: null };
  const page = renderPage('pages/todo/todo');
  await until(() => queues.length === 1);
  queues[0]?.answer(waits(['老街路灯亮了']));
  await until(() => page.text().includes('老街路灯亮了'));
  await page.tap('超时');
  await until(() => queues.length === 2);
  expect(page.text()).toContain('要我修改的稿件');
  expect(page.text()).not.toContain('老街路灯亮了');
  queues[1]?.fail();
  await until(() => page.text().includes('没有网络'));
  expect(page.text()).toContain('要我修改的稿件');
  await page.tap('重试');
  await until(() => queues.length === 3);
  queues[2]?.answer(waits(['超时的一篇']));
  await until(() => page.text().includes('超时的一篇'));
  expect(page.text()).not.toContain('没有网络');
  page.detach();
});

test('the end of the queue, reached twice, brings its next page once', async () => {
  const page = renderPage('pages/todo/todo');
  await until(() => queues.length === 1);
  queues[0]?.answer(waits(['第一篇'], 'mark'));
  await until(() => page.text().includes('第一篇'));
  const reach = page.instance.onReachBottom as () => Promise<void>;
  const reached = [reach.call(page.instance), reach.call(page.instance)];
  await until(() => queues.length === 2);
  queues[1]?.answer(waits(['第二篇']));
  queues[2]?.answer(waits(['第二篇']));
  await Promise.all(reached);
  const { view } = page.instance.data as { view: { lines: { headline: string }[] } };
  expect(view.lines.map(({ headline }) => headline)).toEqual(['第一篇', '第二篇']);
  page.detach();
});

test('what the check has not looked at says so, and why it is not among those to approve', async () => {
  const toasts: string[] = [];
  stubWx({ showToast: ({ title }: { title: string }) => void toasts.push(title) });
  const page = renderPage('pages/todo/todo');
  await until(() => queues.length === 1);
  const { stories } = waits(['看过的一篇', '没看过的一篇']);
  const [seen, unseen] = stories;
  queues[0]?.answer({ stories: [seen, { ...unseen, verdict: 'unchecked' }], after: null });
  await until(() => page.text().includes('未检'));
  expect(page.text()).not.toContain('不能批量通过');
  await page.tap('批量通过');
  expect(page.text()).toContain('未检的不能批量通过，请打开读过再决定');
  await page.tap('没看过的一篇');
  expect(toasts).toEqual(['未检的不能批量通过，请打开读过再决定']);
  expect(page.text()).toContain('请先选择稿件');
  await page.tap('看过的一篇');
  expect(page.text()).toContain('通过所选1篇');
  page.detach();
});

test('what the cloud found out meanwhile is told story by story, and the line says it from then on', async () => {
  const page = renderPage('pages/todo/todo');
  await until(() => queues.length === 1);
  const { stories } = waits(['会通过的一篇', '刚变未检的一篇']);
  queues[0]?.answer({ stories, after: null });
  await until(() => page.text().includes('会通过的一篇'));
  refused = { 刚变未检的一篇: 'story_unchecked' };
  stubWx({ showModal: () => Promise.resolve({ confirm: true }), showToast: () => undefined });
  await page.tap('批量通过');
  await page.tap('会通过的一篇');
  await page.tap('刚变未检的一篇');
  await page.tap('通过所选 2 篇');
  await until(() => queues.length === 2);
  const left = stories.slice(1).map((one) => ({ ...one, verdict: 'unchecked' }));
  queues[1]?.answer({ stories: left, after: null });
  await until(() => !page.text().includes('会通过的一篇'));
  const why = '未通过：内容检查没能看这篇稿件（未检），请打开读过再决定。';
  expect(page.text()).toContain(why);
  expect(page.text()).not.toContain('不能批量通过');
  page.detach();
});
