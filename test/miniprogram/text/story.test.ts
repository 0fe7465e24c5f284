import { eventText, withChecksTogether } from '../../../miniprogram/text/story-event';
import { kindText, stateSentence, stateText } from '../../../miniprogram/text/story';
import { anEvent, aStoryView, now, type StoryView } from '../a-story';

const day = 24 * 60 * 60 * 1000;
const embargoUntil = Date.parse('2026-11-24T08:00:00+08:00');
const claim = { name: '徐示例', until: now, isMine: false };
const printedBy = (outletName: string, state = 'verified') =>
  ({ state, outletName }) as StoryView['adoptions'][number];
const printed = printedBy('示例县报');
const four = ['县报', '市报', '省报', '国报'].map((name) => printedBy(name));
const returned = anEvent('story_returned', { note: '请补充采访对象姓名' });

test.each<[string, Partial<StoryView>, string]>([
  ['in review', {}, '等待初审，应在今天 10:31 前办完'],
  ['due tomorrow', { dueAt: now + day }, '等待初审，应在明天 09:31 前办完'],
  ['due after that', { dueAt: now + 2 * day }, '等待初审，应在11月25日 09:31 前办完'],
  ['overdue', { dueAt: now - 1 }, '等待初审，已过办理时限'],
  ['in review without a limit', { dueAt: null }, '等待初审'],
  ['being read', { claim }, '初审：徐示例正在处理，应在今天 10:31 前办完'],
  ['being read by me', { claim: { ...claim, isMine: true }, dueAt: null }, '初审：您正在处理'],
  ['returned', { state: 'returned', timeline: [returned] }, '周示例退改：请补充采访对象姓名'],
  ['a tip', { state: 'filed', kind: 'tip' }, '线索已送达，等待宣传办分派'],
  ['an assigned tip', { state: 'filed', assigneeName: '赵示例' }, '线索已分派给赵示例采写'],
  ['withdrawn', { state: 'withdrawn' }, '稿件已撤回，不再送审'],
  ['held', { state: 'held' }, '暂缓处理，等待宣传办恢复'],
  ['embargoed', { state: 'held', embargoUntil }, '暂缓刊发，11月24日 08:00后继续'],
  ['signed off', { state: 'signed_off' }, '已签发，等待媒体采用'],
  ['signed off and printed', { state: 'signed_off', adoptions: [printed] }, '已签发，示例县报采用'],
  [
    'only reported',
    { state: 'signed_off', adoptions: [printedBy('县报', 'reported')] },
    '已签发，等待媒体采用',
  ],
  ['printed twice', { state: 'published', adoptions: [printed, printed] }, '刊于示例县报'],
  ['printed widely', { state: 'published', adoptions: four }, '刊于县报、市报、省报等 4 家'],
  ['published', { state: 'published' }, '已刊发'],
  ['corrected', { state: 'corrected' }, '签发后已更正'],
  ['killed', { state: 'killed' }, '签发后已撤稿，不得再使用'],
  [
    'spiked',
    { state: 'spiked', timeline: [anEvent('story_spiked', { note: '时效已过' })] },
    '没有采用：时效已过',
  ],
  [
    'merged',
    { state: 'spiked', timeline: [anEvent('story_merged', { note: '2026-1123-城关-01' })] },
    '内容重复，已并入 2026-1123-城关-01',
  ],
])('a story that is %s says so', (_standing, change, sentence) => {
  expect(stateSentence(aStoryView(change), now)).toBe(sentence);
});

test('the last return speaks, not an earlier one', () => {
  const earlier = anEvent('story_returned', { note: '请补充地点' });
  const story = aStoryView({ state: 'returned', timeline: [earlier, returned] });
  expect(stateSentence(story, now)).toContain('采访对象');
});

test('every word is short and no two states or kinds share one', () => {
  for (const words of [Object.values(stateText), Object.values(kindText)]) {
    expect(new Set(words).size).toBe(words.length);
    expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(4);
  }
});

test('every act can be said with and without a stage', () => {
  // The keys of the record are the kinds of events, every one.
  const kinds = Object.keys(eventText) as (keyof typeof eventText)[];
  for (const kind of kinds) {
    expect(eventText[kind](anEvent(kind))).toMatch(/\p{Script=Han}/u);
    expect(eventText[kind](anEvent(kind, { stageName: null }))).not.toContain('null');
  }
});

test('a content check says of what', () => {
  const said = (checked: ('text' | 'photo')[]) =>
    eventText.content_checked(anEvent('content_checked', { checked }));
  expect(said(['text'])).toBe('内容安全检查：文字未见问题');
  expect(said(['text', 'photo'])).toBe('内容安全检查：文字和图片未见问题');
});

test('checks one after another that came to the same are one line, as late as the last', () => {
  const check = (id: string, part: 'text' | 'photo', change: Partial<typeof filed> = {}) =>
    anEvent('content_checked', { id, checked: [part], byName: '', stageName: null, ...change });
  const filed = anEvent('story_filed');
  const doubtful = check('4', 'photo', { kind: 'content_doubtful' });
  const together = withChecksTogether([
    ...[filed, check('1', 'text'), check('2', 'photo'), check('3', 'photo')],
    ...[
      doubtful,
      anEvent('story_claimed'),
      check('5', 'photo'),
      check('6', 'photo', { revision: 2 }),
    ],
  ]);
  expect(together.map(({ id }) => id)).toEqual([
    'story_filed-1',
    '3',
    '4',
    'story_claimed-1',
    '5',
    '6',
  ]);
  expect(together[1]).toMatchObject({ checked: ['text', 'photo'] });
  // Acts of people are never put together.
  const twice = [anEvent('story_claimed'), anEvent('story_claimed', { id: 'again' })];
  expect(withChecksTogether(twice)).toEqual(twice);
});
