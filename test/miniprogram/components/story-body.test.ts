import { splitBody } from '../../../miniprogram/components/story-body/passages';
import { renderComponent } from '../simulate';

const body = '第一段说路灯。\n\n　　第二段说居民李大姐。';
const noteOn = (quote: string, note = '请核实') => {
  const from = body.indexOf(quote);
  return { from, to: from + quote.length, note, byName: '周示例批注' };
};

test('a body without notes is its paragraphs, without empty lines and typed indents', () => {
  expect(splitBody(body, []).map(({ runs }) => runs.map(({ text }) => text))).toEqual([
    ['第一段说路灯。'],
    ['第二段说居民李大姐。'],
  ]);
});

test('a note stands under its paragraph and marks its words', () => {
  const [first, second] = splitBody(body, [noteOn('居民李大姐')]);
  expect(first?.notes).toEqual([]);
  expect(second?.notes).toHaveLength(1);
  expect(second?.runs).toEqual([
    { text: '第二段说', isNoted: false },
    { text: '居民李大姐', isNoted: true },
    { text: '。', isNoted: false },
  ]);
});

test('notes that overlap and notes over two paragraphs mark every word once', () => {
  const over = { ...noteOn('路灯'), to: body.indexOf('居民') };
  const paragraphs = splitBody(body, [over, noteOn('说路灯'), noteOn('说居民')]);
  const all = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
  expect(all).toBe('第一段说路灯。\n第二段说居民李大姐。');
  expect(paragraphs.map(({ notes }) => notes.length)).toEqual([1, 2]);
  expect(paragraphs[0]?.runs.filter(({ isNoted }) => isNoted).map(({ text }) => text)).toEqual([
    '说',
    '路灯',
    '。',
  ]);
});

test('a note on a whole paragraph and one at the very end are shown once', () => {
  const whole = splitBody(body, [noteOn('第一段说路灯。'), noteOn('。', '句号')]);
  expect(whole[0]?.notes.map(({ note }) => note)).toEqual(['请核实', '句号']);
  const last = { from: body.length - 1, to: body.length, note: '结尾', byName: '周' };
  expect(splitBody(body, [last])[1]?.notes.map(({ note }) => note)).toEqual(['结尾']);
});

test('the text and its notes are shown, whose they are too', () => {
  const shown = renderComponent('components/story-body/story-body', {
    body,
    notes: [noteOn('居民李大姐', '请写全名')],
  });
  expect(shown.text()).toBe('第一段说路灯。第二段说居民李大姐。周示例批注请写全名');
  expect(shown.has('.noted')).toBe(true);
  shown.detach();
});
