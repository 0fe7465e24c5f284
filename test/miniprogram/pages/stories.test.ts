import { renderPage, stubWx, until } from '../simulate';
import { aStoryView } from '../a-story';

const organ = { name: '示例县政协', kind: 'cppcc' };
const person = { id: 'p1', name: '林示例', standing: 'staff', memberships: [], duties: [] };
const units = [{ id: 'unit-township', name: '城关镇联工委' }];

/** What the cloud answers by call; a call without an answer finds no network. */
let answers: Record<string, object> = {};
const asked: string[] = [];
/** The phone's storage, which the package does not keep. */
const storage = new Map<string, string>();

beforeEach(() => {
  answers = {};
  asked.length = 0;
  storage.clear();
  stubWx({
    setStorageSync: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)),
    getStorageSync: (key: string): unknown => JSON.parse(storage.get(key) ?? '""'),
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    stopPullDownRefresh: () => undefined,
    cloud: {
      callFunction: ({ data }: { data: { call: string } }) => {
        asked.push(data.call);
        const value = answers[data.call];
        if (!value) return Promise.reject(new Error('cloud.callFunction:fail'));
        return Promise.resolve(value).then((given) => ({ result: { ok: true, value: given } }));
      },
    },
  });
});

const session = (who: object | null) => ({ organ, person: who, uploadFolder: 'incoming/o' });
const { content: _content, ...line } = aStoryView();

test('a visitor reads what this is, what was published last, and how to join', async () => {
  const published = { headline: '老街路灯亮了', unitName: '城关镇联工委', filedAt: Date.now() };
  answers = { 'session.open': session(null), 'story.published': { stories: [published] } };
  const page = renderPage('pages/stories/stories');
  await until(() => page.text().includes('老街路灯亮了'));
  expect(page.text()).toContain('示例县政协');
  expect(page.text()).toContain('扫码加入');
  expect(asked).toEqual(['session.open', 'story.published']);
  page.detach();
});

test('a story that is printed while the list is looked at shows its points', async () => {
  const inReview = { stories: [line], after: null };
  answers = { 'session.open': session(person), 'story.list': inReview, 'unit.list': { units } };
  const page = renderPage('pages/stories/stories');
  await until(() => JSON.stringify(page.instance.data.rows).includes('城关镇联工委'));
  expect(asked).not.toContain('storyEntry.list');
  const printed = { ...line, state: 'published', version: line.version + 1 };
  const entry = { storyId: line.id, book: 'points', amount: 400 };
  answers = {
    'story.list': { stories: [printed], after: null },
    'storyEntry.list': { entries: [entry] },
  };
  await (page.instance as unknown as { look(): Promise<void> }).look();
  expect(JSON.stringify(page.instance.data.rows)).toContain('+4 分');
  await (page.instance as unknown as { look(): Promise<void> }).look();
  expect(asked.filter((call) => call === 'storyEntry.list')).toHaveLength(1);
  page.detach();
});

test('an answer that a later look at the list was quicker than is not shown', async () => {
  const stories = (state: string) => ({ stories: [{ ...line, state }], after: null });
  answers = { 'session.open': session(person), 'story.list': stories('in_review') };
  answers = { ...answers, 'unit.list': { units } };
  const page = renderPage('pages/stories/stories');
  await until(() => JSON.stringify(page.instance.data.rows).includes('城关镇联工委'));
  const look = () => (page.instance as unknown as { look(): Promise<void> }).look();
  let answerLate = (): void => undefined;
  const late = new Promise<object>((resolve) => {
    answerLate = () => resolve(stories('in_review'));
  });
  answers = { ...answers, 'story.list': late };
  const slow = look();
  answers = { ...answers, 'story.list': stories('returned') };
  await look();
  answerLate();
  await slow;
  expect(JSON.stringify(page.instance.data.rows)).toContain('已退改');
  page.detach();
});

test('a reviewer who opens the first page sees on the tab 待办 that stories wait', async () => {
  const duties = [{ duty: 'reviewer', stage: 2, unitIds: ['unit-township'] }];
  const returned = { ...line, state: 'returned' };
  const queue = { stories: Array.from({ length: 20 }, (_, id) => ({ ...line, id })), after: 'on' };
  const mine = { stories: [returned], after: null };
  const badges: string[] = [];
  stubWx({ setTabBarBadge: ({ text }: { text: string }) => badges.push(text) });
  answers = { 'session.open': session({ ...person, duties }), 'story.list': mine };
  answers = { ...answers, 'unit.list': { units }, 'queue.list': queue };
  const page = renderPage('pages/stories/stories');
  await until(() => badges.length > 0);
  expect(badges).toEqual(['21+']);
  page.detach();
});

test('before the organ stands there is one thing to do', async () => {
  answers = { 'session.open': { organ: null, person: null, uploadFolder: '' } };
  const page = renderPage('pages/stories/stories');
  await until(() => page.text().includes('用开通码开通'));
  page.detach();
});

test('somebody without a story reads what will stand here', async () => {
  answers = { 'session.open': session(person), 'story.list': { stories: [], after: null } };
  const page = renderPage('pages/stories/stories');
  await until(() => page.text().includes('您还没有投过稿'));
  expect(page.text()).toContain('拍线索');
  page.detach();
});

test('without a network the last list stands and says how old it is', async () => {
  const stories = { stories: [line], after: null };
  const both = { 'session.open': session(person), 'story.list': stories };
  answers = { ...both, 'unit.list': { units } };
  const before = renderPage('pages/stories/stories');
  await until(() => JSON.stringify(before.instance.data.rows).includes('城关镇联工委'));
  before.detach();

  answers = {};
  const page = renderPage('pages/stories/stories');
  expect(page.text()).toContain('我的稿件');
  await until(() => /没有读到最新内容，显示的是[今昨]天/.test(page.text()));
  expect(JSON.stringify(page.instance.data.rows)).toContain('城关镇议事室解决路灯难题');
  page.detach();
});

test('another person on the same phone does not see the list of the one before', async () => {
  answers = {
    'session.open': session(person),
    'story.list': { stories: [line], after: null },
    'unit.list': { units },
  };
  const before = renderPage('pages/stories/stories');
  await until(() => before.instance.data.rows !== null);
  before.detach();
  answers = { 'session.open': session({ ...person, id: 'p2' }) };
  const page = renderPage('pages/stories/stories');
  await until(() => asked.filter((call) => call === 'session.open').length === 2);
  await until(() => !storage.has('answer:story.list'));
  expect(JSON.stringify(page.instance.data.rows)).not.toContain('路灯');
  page.detach();
});

test('a phone that never had a network says so and offers to try again', async () => {
  const page = renderPage('pages/stories/stories');
  await until(() => page.text().includes('没有网络'));
  await page.tap('重试');
  await until(() => asked.length >= 2);
  page.detach();
});

/** A page on a phone that knows nothing yet, and every list of rows that it has shown. */
function freshPage() {
  const page = renderPage('pages/stories/stories');
  const rows: { grey: string }[][] = [];
  const instance = page.instance as unknown as { setData(data: object): void };
  const setData = instance.setData.bind(instance);
  instance.setData = (data: { rows?: { grey: string }[] }) => {
    if (data.rows) rows.push(data.rows);
    setData(data);
  };
  return { page, rows };
}

test('on a fresh phone the names of units come with the first rows, asked for once', async () => {
  const stories = { stories: [line], after: null };
  let answerNames = (): void => undefined;
  const names = new Promise<object>((resolve) => (answerNames = () => resolve({ units })));
  answers = { 'session.open': session(person), 'story.list': stories, 'unit.list': names };
  const { page, rows } = freshPage();
  await until(() => asked.includes('unit.list') && asked.includes('story.list'));
  answerNames();
  await until(() => rows.length > 0 && asked.includes('draft.list'));
  expect(rows.map(([row]) => row?.grey.includes('城关镇联工委'))).not.toContain(false);
  expect(asked.filter((call) => call === 'unit.list')).toHaveLength(1);
  page.detach();
});

test('names that are long in coming keep no rows back', async () => {
  const stories = { stories: [line], after: null };
  const never = new Promise<object>(() => undefined);
  answers = { 'session.open': session(person), 'story.list': stories, 'unit.list': never };
  const waits = jest.spyOn(globalThis, 'setTimeout');
  const { page, rows } = freshPage();
  await until(() => waits.mock.calls.some(([, ms]) => ms === 1_500));
  waits.mock.calls.forEach(([run, ms]) => ms === 1_500 && run());
  await until(() => rows.length > 0);
  expect(page.text()).toContain(line.headline);
  waits.mockRestore();
  page.detach();
});
