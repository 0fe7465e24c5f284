/** The phone's own table of what a kind needs says the same as the server's; and what helps while writing. */
import {
  kindNeeds,
  missingOf as missingOnServer,
} from '../../../cloudfunctions/domain/story/kinds';
import { countWords as countOnServer } from '../../../cloudfunctions/domain/story/story';
import { contentOf, type Draft } from '../../../miniprogram/outbox/kept-story';
import { adviceWords } from '../../../miniprogram/pages/filing/advice';
import {
  countWords,
  kindForms,
  missingOf,
  type StoryKind,
} from '../../../miniprogram/pages/filing/kinds';
import { shownOf } from '../../../miniprogram/pages/filing/view';

// The keys of a record of all kinds are the kinds.
const kinds = Object.keys(kindNeeds) as StoryKind[];

test.each(kinds)('%s needs on the phone what it needs on the server', (kind) => {
  const { wordsMin, photosMin, video, happenedOn, isReviewed } = kindNeeds[kind];
  expect(kindForms[kind]).toMatchObject({
    ...{ wordsMin, photosMin },
    needsVideo: video,
    needsDay: happenedOn,
    needsCaptions: isReviewed,
  });
});

const photo = { sha256: 'a'.repeat(64), bytes: 1, ext: 'jpg' as const, width: 1, height: 1 };
const blank: Draft = {
  ...{ storyId: 'story-0001', unitId: 'unit-0001', tipId: null, refileVersion: null },
  ...{ kind: 'news', headline: '标题', body: '', column: null, happenedOn: null, place: '' },
  bylines: [{ personId: null, name: '林示例', part: 'text' }],
  photos: [{ ...photo, path: null, caption: '', credit: '' }],
  ...{ video: null, attachments: [], noteToEditor: '', savedAt: 0 },
};

test.each(kinds)('an empty %s lacks the same on both sides', (kind) => {
  const draft = { ...blank, kind };
  expect(missingOf(draft)).toEqual(missingOnServer(contentOf(draft), 0));
});

test.each<[StoryKind, string | null, boolean]>([
  ['news', null, true],
  ['tip', null, true],
  ['public_opinion', null, false],
  ['public_opinion', '2026-11-20', true],
])('the form of a %s with the day %s shows the day: %s', (kind, happenedOn, isShown) => {
  expect(shownOf({ ...blank, kind, happenedOn }).hasDay).toBe(isShown);
});

test('words are counted alike, without blanks and line ends', () => {
  const text = ' 议事 室\n解决\t路灯😀 难题 ';
  expect(countWords(text)).toBe(countOnServer(text));
});

test('who files again is not told what the unit filed today', () => {
  const today = { headline: '路灯亮了', number: '2026-1123-城关-01' };
  const advice = { words: [], duplicates: [], filedToday: [today] };
  expect(adviceWords(advice, { isRefiling: false })).toEqual([expect.stringContaining('路灯亮了')]);
  expect(adviceWords(advice, { isRefiling: true })).toEqual([]);
});
