import { aStoryView, anEvent, type StoryView } from '../a-story';
import { renderPage, stubWx, until } from '../simulate';

/** What the cloud answers by call; a call without an answer finds no network. */
let answers: Record<string, object> = {};

beforeEach(() => {
  answers = {};
  stubWx({
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    stopPullDownRefresh: () => undefined,
    cloud: {
      callFunction: ({ data }: { data: { call: string } }) => {
        const result = answers[data.call];
        if (!result) return Promise.reject(new Error('cloud.callFunction:fail'));
        return Promise.resolve(result).then((answer) => ({ result: answer }));
      },
    },
  });
});

const shows = (change: Partial<StoryView> = {}) => ({
  ok: true,
  value: { story: aStoryView(change) },
});
const query = { storyId: 'story-00000001' };

test('the page shows the text and where the story stands', async () => {
  answers = { 'story.show': shows() };
  const page = renderPage('pages/story/story', query);
  await until(() => page.text().includes('等待初审'));
  expect(page.text()).toContain('城关镇议事室解决路灯难题');
  expect(page.text()).toContain('撤回稿件');
  page.detach();
});

test('a returned story offers to mend it and, beside that, to withdraw it', async () => {
  const allowed: StoryView['allowed'] = ['refile', 'withdraw'];
  answers = { 'story.show': shows({ state: 'returned', allowed }) };
  const page = renderPage('pages/story/story', query);
  await until(() => page.text().includes('修改后重新投稿'));
  expect(page.text().match(/撤回/g)).toHaveLength(1);
  page.detach();
});

test('a story that is not there says so, and one whose answer did not come is asked for again at a tap', async () => {
  answers = { 'story.show': { ok: false, refusal: 'not_found' } };
  const gone = renderPage('pages/story/story', query);
  await until(() => gone.text().includes('没有找到'));
  expect(gone.text()).not.toContain('重试');
  gone.detach();
  answers = {};
  const page = renderPage('pages/story/story', query);
  await until(() => page.text().includes('没有网络'));
  answers = { 'story.show': shows() };
  await page.tap('重试');
  await until(() => page.text().includes('等待初审'));
  page.detach();
});

test('without a network and without an answer the page says what happened', async () => {
  const page = renderPage('pages/story/story', query);
  await until(() => page.text().includes('没有网络'));
  page.detach();
});

test('a revision opens to what was changed, and closes again', async () => {
  answers = {
    'story.show': shows({
      revision: 2,
      timeline: [anEvent('story_filed'), anEvent('story_refiled', { revision: 2 })],
    }),
    'revision.compare': {
      ok: true,
      value: {
        headline: [{ change: 'same', text: '路灯' }],
        body: [{ change: 'added', text: '坐满了委员' }],
        others: ['place', 'photos'],
      },
    },
  };
  const page = renderPage('pages/story/story', query);
  await until(() => page.text().includes('第1稿→第2稿'));
  await page.tap('第 1 稿 → 第 2 稿');
  await until(() => page.text().includes('另有改动：地点、图片'));
  await page.tap('第 1 稿 → 第 2 稿');
  await until(() => !page.text().includes('另有改动'));
  page.detach();
});

const titled = (headline: string, version: number) =>
  shows({ version, content: { ...aStoryView().content, headline } });

test('an answer that a later look at the story was quicker than is not shown', async () => {
  answers = { 'story.show': shows({ version: 1 }) };
  const page = renderPage('pages/story/story', query);
  await until(() => page.text().includes('等待初审'));
  let answerLate = (): void => undefined;
  // The network takes its time over this one alone.
  const late = new Promise<object>((resolve) => {
    answerLate = () => resolve(titled('旧的标题', 1));
  });
  answers = { 'story.show': late };
  const read = page.instance.onPullDownRefresh as () => Promise<void>;
  const slow = read.call(page.instance);
  answers = { 'story.show': titled('新的标题', 2) };
  await read.call(page.instance);
  answerLate();
  await slow;
  await until(() => page.text().includes('标题'));
  expect(page.text()).toContain('新的标题');
  page.detach();
});

test('when a claim has run out, which is no new version, the page says so and offers the desk', async () => {
  const claim = { name: '孙示例', until: 0, isMine: false };
  answers = { 'story.show': shows({ claim, allowed: [] }) };
  const page = renderPage('pages/story/story', query);
  await until(() => page.text().includes('孙示例正在处理'));
  answers = { 'story.show': shows({ allowed: ['claim', 'approve'] }) };
  await (page.instance.read as () => Promise<void>).call(page.instance);
  await until(() => page.text().includes('等待初审'));
  expect(page.has('.primary')).toBe(true);
  page.detach();
});
