import {
  draftRowsOf,
  endingOf,
  overtaken,
  readerOf,
  rowsOf,
  withFirstPage,
} from '../../../miniprogram/pages/stories/view';
import type { Draft, OutboxLine } from '../../../miniprogram/outbox';
import { aStoryView, now, type StoryView } from '../a-story';

const unitNames = { 'unit-township': '城关镇联工委' };
const line = (change: Partial<StoryView> = {}) => aStoryView(change);
const numbered = (order: number) => line({ id: `story-${order}`, filedAt: now - order });

test('a line says number, day and unit, and the stage it waits at', () => {
  expect(rowsOf([line()], { unitNames, earned: {}, now })[0]).toEqual({
    id: 'story-00000001',
    headline: '城关镇议事室解决路灯难题',
    state: 'in_review',
    word: '初审中',
    grey: '2026-1123-城关-03 · 今天 09:16 · 城关镇联工委',
    urgent: '',
    points: '',
    label: '城关镇议事室解决路灯难题，初审中，2026-1123-城关-03 · 今天 09:16 · 城关镇联工委',
  });
});

test('a line says what the story earned', () => {
  const earned = { 'story-00000001': 2050 };
  const [row] = rowsOf([line({ state: 'published' })], { unitNames, earned, now });
  expect(row?.points).toBe('+20.5 分');
  expect(row?.label).toContain('，+20.5 分');
});

test('urgency shows while it matters', () => {
  const urgent = (state: StoryView['state']) =>
    rowsOf([line({ state, isUrgent: true })], { unitNames, earned: {}, now })[0]?.urgent;
  expect(urgent('in_review')).toBe('加急');
  expect(urgent('signed_off')).toBe('');
});

test('who looks decides what the page is', () => {
  const organ = { name: '示例县政协', kind: 'cppcc' as const };
  const person = { id: 'p', name: '林', standing: 'staff' as const, memberships: [], duties: [] };
  expect(readerOf({ organ: null, person: null })).toBe('unfounded');
  expect(readerOf({ organ, person: null })).toBe('visitor');
  expect(readerOf({ organ, person })).toBe('bound');
});

test('reading the first page anew keeps the later pages, and nothing stands twice', () => {
  const listed = { stories: [1, 2, 3, 4].map(numbered), after: 'c4' };
  const first = { stories: [0, 1, 2].map(numbered), after: 'c2' };
  const merged = withFirstPage(listed, first);
  expect(merged.stories.map(({ id }) => id)).toEqual(
    [0, 1, 2, 3, 4].map((order) => `story-${order}`),
  );
  expect(merged.after).toBe('c4');
});

test('a first page that is all there is replaces what was known', () => {
  const listed = { stories: [1, 2, 3].map(numbered), after: null };
  const first = { stories: [numbered(2)], after: null };
  expect(withFirstPage(listed, first)).toBe(first);
  expect(endingOf(first)).not.toBe('');
  expect(endingOf({ stories: [], after: null })).toBe('');
});

test('a draft says its kind and when it was kept, and leads back to where it is written', () => {
  const { content } = aStoryView();
  const draft: Draft = {
    ...{ ...content, photos: [], video: null, attachments: [] },
    ...{ storyId: 'd1', unitId: null, tipId: null, refileVersion: null, savedAt: now },
  };
  const [news, tip] = draftRowsOf([draft, { ...draft, kind: 'tip', headline: ' ' }], now);
  expect(news).toMatchObject({ grey: '消息 · 已存草稿 今天 09:31' });
  expect(news?.url).toContain('/pages/filing/filing?');
  expect(tip).toMatchObject({ headline: '（无标题）' });
  expect(tip?.url).toContain('/pages/tip/tip?');
});

test.each<[string, Partial<StoryView>, boolean]>([
  ['one that is in review', { state: 'in_review' }, false],
  ['one that was returned since', { state: 'returned' }, true],
  ['a returned one that was filed again since', { state: 'returned', updatedAt: now - 2 }, false],
  ['one that was printed', { state: 'published' }, true],
])('the receipt of %s', (_what, change, isOld) => {
  const receipt = { storyId: 's', status: 'filed', filedAt: now - 1 } as OutboxLine; // what counts
  const story = line({ id: 's', updatedAt: now, ...change });
  expect(overtaken([receipt], [story])).toEqual(isOld ? ['s'] : []);
});
