import { showStory } from '../../../miniprogram/pages/story/view';
import { anEvent, aStoryView, now, type StoryView } from '../a-story';

const unitNames = { 'unit-township': '城关镇联工委' };
const shown = (change: Partial<StoryView> = {}) =>
  showStory(aStoryView(change), { unitNames, now });
const passage = { from: 20, to: 25, quote: '居民李大姐', note: '请写全名' };

test('a page says kind, number, unit, day and place, and who wrote it', () => {
  expect(shown()).toMatchObject({
    grey: '消息 · 2026-1123-城关-03 · 城关镇联工委',
    dateline: '发生于 11月20日 · 城关镇老街',
    byline: '文/林示例',
    sentence: '等待初审，应在今天 10:31 前办完',
  });
});

test('a unit whose name is not known yet is left out, not shown as an id', () => {
  const { grey } = showStory(aStoryView(), { unitNames: {}, now });
  expect(grey).toBe('消息 · 2026-1123-城关-03');
});

test('authors of several parts are named part by part', () => {
  const bylines: StoryView['content']['bylines'] = [
    { personId: null, name: '林示例', part: 'text' },
    { personId: null, name: '赵示例', part: 'photo' },
    { personId: null, name: '孙示例', part: 'text' },
  ];
  const { content } = aStoryView();
  expect(shown({ content: { ...content, bylines } }).byline).toBe('文/林示例 孙示例　图/赵示例');
});

test('the history is newest first, with the notes and the passages they are about', () => {
  const returned = anEvent('story_returned', { note: '请补充姓名', passages: [passage] });
  const { acts } = shown({ timeline: [anEvent('story_filed', { byName: '林示例' }), returned] });
  expect(acts.map(({ words, when }) => `${words} ${when}`)).toEqual([
    '周示例 初审退改 今天 09:20',
    '林示例 投稿 今天 09:20',
  ]);
  expect(acts[0]?.note).toBe('请补充姓名\n“居民李大姐”：请写全名');
});

test('notes stand in the text only while they are about the text shown', () => {
  const timeline = [anEvent('story_returned', { passages: [passage] })];
  expect(shown({ state: 'returned', timeline }).notes).toEqual([
    { from: 20, to: 25, note: '请写全名', byName: '周示例批注' },
  ]);
  expect(shown({ state: 'in_review', timeline, revision: 2 }).notes).toEqual([]);
  expect(shown({ state: 'returned', timeline, revision: 2 }).notes).toEqual([]);
});

test('each revision after the first can be compared with the one before, newest first', () => {
  const { changes } = shown({
    timeline: [
      anEvent('story_filed'),
      anEvent('story_refiled', { revision: 2, byName: '林示例' }),
      anEvent('story_edited', { revision: 3 }),
    ],
  });
  expect(changes).toEqual([
    { to: 3, words: '第 2 稿 → 第 3 稿', when: '周示例 · 今天 09:20' },
    { to: 2, words: '第 1 稿 → 第 2 稿', when: '林示例 · 今天 09:20' },
  ]);
});

test.each<[StoryView['allowed'], string, boolean]>([
  [['withdraw'], '', true],
  [['withdraw', 'refile'], 'refile', true],
  [['claim', 'approve', 'return'], 'review', false],
  [['resume'], 'resume', false],
  [['correct', 'kill'], 'correct', false],
  [[], '', false],
])('with %j allowed the one button is «%s»', (allowed, primary, mayWithdraw) => {
  expect(shown({ allowed })).toMatchObject({ primary, mayWithdraw });
});

test('whoever a tip was given to is led to write it, until it is written', () => {
  const tip = { kind: 'tip' as const, state: 'filed' as const, allowed: [] };
  expect(shown({ ...tip, isToWrite: true }).primary).toBe('write');
  expect(shown({ ...tip, assigneeName: '林示例' }).primary).toBe('');
});

test('a tip shows no stages', () => {
  expect(shown({ kind: 'tip', state: 'filed', stages: [] }).stages).toEqual([]);
  expect(shown().stages).toHaveLength(3);
});

test('a photo is named by its place and caption, its credit stands beside', () => {
  const { content } = aStoryView();
  const file = { sha256: 'a'.repeat(64), bytes: 1, ext: 'jpg' as const, width: 4, height: 3 };
  const photos = [{ ...file, caption: '协商现场', credit: '赵示例', url: 'https://x/1' }];
  expect(shown({ content: { ...content, photos } }).photos).toEqual([
    {
      url: 'https://x/1',
      ratio: '4 / 3',
      caption: '协商现场 （赵示例 摄）',
      label: '第 1 张图片，协商现场，点按放大',
    },
  ]);
});
