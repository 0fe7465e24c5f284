import { changeLexicon, findWords, wordsOf } from '../../../cloudfunctions/domain/draft/lexicon';
import { defaultLexicon } from '../../../cloudfunctions/wording/lexicon';

const wrong = (word: string, right: string) => ({ word, right, sort: 'wrong' as const, why: '' });

test('every place is found, in the order of the text, and of overlapping words the longest', () => {
  const words = [wrong('布署', '部署'), wrong('布署会', '部署会'), wrong('按装', '安装')];
  expect(findWords('按装后布署会，再布署', words).map(({ from, to }) => [from, to])).toEqual([
    [0, 2],
    [3, 6],
    [8, 10],
  ]);
});

test('a word is not found where the right one that contains it stands already', () => {
  const words = [wrong('政协委', '政协委员')];
  expect(findWords('政协委员与政协委', words).map(({ from }) => from)).toEqual([5]);
});

test('a text with more than a hundred findings gets a hundred', () => {
  expect(findWords('布署'.repeat(500), [wrong('布署', '部署')])).toHaveLength(100);
});

test('a word of the product that the office changes is the office’s; a dropped one comes back when put in', () => {
  const [first] = defaultLexicon;
  const word = first?.word ?? '';
  const dropped = changeLexicon(undefined, { put: [], drop: [word] });
  if (!dropped.accepted) throw new Error('refused');
  expect(wordsOf(defaultLexicon, dropped.changes.lexicon)).toHaveLength(defaultLexicon.length - 1);
  const put = changeLexicon(dropped.changes.lexicon, { put: [wrong(word, '对')], drop: [word] });
  if (!put.accepted) throw new Error('refused');
  expect(wordsOf(defaultLexicon, put.changes.lexicon)[0]).toMatchObject({ word, isDefault: false });
});

test('the product’s own words are whole and stand once', () => {
  const words = defaultLexicon.map(({ word }) => word);
  expect(new Set(words).size).toBe(words.length);
  expect(changeLexicon(undefined, { put: defaultLexicon, drop: [] }).accepted).toBe(true);
});
