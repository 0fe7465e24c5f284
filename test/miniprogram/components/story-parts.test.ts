/** The small parts of a story's pages: what they show, and that colour never says it alone. */
import { outboxText } from '../../../miniprogram/text/outbox';
import { todoText } from '../../../miniprogram/text/review';
import { stateText } from '../../../miniprogram/text/story';
import { renderComponent } from '../simulate';

test.each(Object.entries(stateText))('a chip of %s carries the word %s', (state, word) => {
  const chip = renderComponent('components/state-chip/state-chip', { state });
  expect(chip.text()).toBe(word);
  expect(chip.instance.data.tone).not.toBe('');
  chip.detach();
});

test('a chip says the closer word where it is given one', () => {
  const chip = renderComponent('components/state-chip/state-chip', {
    state: 'in_review',
    word: '初审中',
  });
  expect(chip.text()).toBe('初审中');
  expect(chip.has('.review')).toBe(true);
  chip.detach();
});

test('a line shows headline, state and the grey line, and opens at a tap', async () => {
  const line = renderComponent('components/story-line/story-line', {
    ...{ headline: '路灯亮了', state: 'returned', grey: '2026-1123-城关-03 · 昨天' },
    urgent: '加急',
  });
  expect(line.text()).toContain('加急2026-1123-城关-03·昨天');
  expect(line.has('.chip')).toBe(true);
  const opened = line.hear('open');
  await line.tap('路灯亮了');
  expect(opened).toHaveLength(1);
  line.detach();
});

test('a draft has no state and so no chip', () => {
  const line = renderComponent('components/story-line/story-line', { headline: '草稿' });
  expect(line.has('.chip')).toBe(false);
  line.detach();
});

test('a history is told act by act with the notes', () => {
  const timeline = renderComponent('components/timeline/timeline', {
    acts: [
      { id: '2', words: '周示例 初审退改', when: '今天 09:31', note: '请补充姓名' },
      { id: '1', words: '林示例 投稿', when: '昨天 20:10', note: '' },
    ],
  });
  expect(timeline.text()).toBe('周示例初审退改今天09:31请补充姓名林示例投稿昨天20:10');
  timeline.detach();
});

test('a difference keeps the text readable and says aloud what was added and removed', () => {
  const difference = renderComponent('components/difference/difference', {
    pieces: [
      { change: 'same', text: '居民李' },
      { change: 'removed', text: '大姐' },
      { change: 'added', text: '秀兰' },
    ],
  });
  expect(difference.text()).toBe('居民李大姐秀兰');
  expect(difference.has('.removed') && difference.has('.added')).toBe(true);
  const labels = difference.instance.data.shown as { label: string }[]; // its own data
  expect(labels.map(({ label }) => label)).toEqual(['居民李', '删除 大姐', '新增 秀兰']);
  difference.detach();
});

test('stages are named with how far they are', () => {
  const steps = renderComponent('components/stage-steps/stage-steps', {
    stages: [
      { name: '初审', progress: 'passed' },
      { name: '复审', progress: 'skipped' },
      { name: '终审签发', progress: 'current' },
    ],
  });
  expect(steps.text()).toBe('初审复审终审签发');
  const labels = steps.instance.data.shown as { label: string }[]; // its own data
  expect(labels.map(({ label }) => label)).toEqual([
    '初审，已通过',
    '复审，已跳过',
    '终审签发，进行中',
  ]);
  steps.detach();
});

test('an entry line opens at a tap', async () => {
  const line = renderComponent('components/entry-line/entry-line', { words: '管理', note: '单位' });
  const opened = line.hear('open');
  await line.tap('管理');
  expect(opened).toHaveLength(1);
  line.detach();
});

test.each([
  ['story_incomplete', ['修改']],
  ['day_ahead', ['修改']],
  ['file_changed', ['修改']],
  ['file_lost', ['修改']],
  ['unit_closed', ['修改', '重试']],
])('a filing refused as %s says why in red, and offers what may help', (refusal, acts) => {
  const line = { storyId: 's', headline: '路灯亮了', status: 'refused', refusal };
  const strip = renderComponent('components/outbox-strip/outbox-strip', {
    lines: [{ ...line, waitingFor: null, thumbnail: null, percent: 0, isChangeable: true }],
  });
  expect(strip.text()).toBe(`路灯亮了${outboxText.refused(refusal)}${acts.join('')}`);
  expect(strip.has('.refused')).toBe(true);
  strip.detach();
});

test('a line that was not passed says so once, in red', () => {
  const line = { headline: '路灯亮了', marks: [], about: '消息', claim: '孙示例正在处理' };
  const result = todoText.notApproved('孙示例正在处理。');
  const refused = renderComponent('components/queue-line/queue-line', { line, result });
  expect(refused.text()).toBe('路灯亮了消息未通过：孙示例正在处理。');
  expect(refused.has('.result')).toBe(true);
  refused.setProperties({ result: todoText.approved });
  expect(refused.has('.result')).toBe(false);
  refused.detach();
});
