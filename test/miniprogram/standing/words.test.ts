import {
  bulletinWords,
  columnNames,
  periodName as paperPeriod,
} from '../../../cloudfunctions/wording/bulletin';
import { scannedPage, tokenIn } from '../../../miniprogram/client/scanned';
import { boardOf, cardOf as publicCardOf } from '../../../miniprogram/pages/code/view';
import { headOf, mineOutside, rowsOf } from '../../../miniprogram/pages/standing/view';
import { hundredthsOf, missingOf, type Form } from '../../../miniprogram/standing/adjustment/view';
import { optionOf } from '../../../miniprogram/standing/chart/view';
import { cardOf, fitted, posterOf } from '../../../miniprogram/standing/paper/layout';
import {
  bulletinText,
  columnText,
  periodWords as pagePeriod,
  pictureText,
  stateWords,
} from '../../../miniprogram/standing/wording/bulletin';
import {
  amountWords,
  monthsWords,
  periodAt,
  periodWords,
  pointsWords,
  rankWords,
} from '../../../miniprogram/text/standing';
import { aPeriod, aStanding } from '../a-standing';

const { owner, months } = aStanding;

test.each([
  [{}, '全县第 7，较上季升 3 位；距前一名差 12 分'],
  [{ movement: -2, toNext: null }, '全县第 7，较上季降 2 位'],
  [{ movement: 0, toNext: 0 }, '全县第 7，与上季持平'],
  [{ rank: 1, movement: null, toNext: null }, '全县第 1'],
  [{ rank: null, points: 0 }, '本季还没有积分'],
  [{ rank: null, points: 100 }, '暂无名次'],
])('a rank is said in words: %j', (change, words) => {
  expect(rankWords(aPeriod(change), 'quarter', 'person')).toBe(words);
});

test('a unit stands among units', () => {
  expect(rankWords(aPeriod({ movement: null, toNext: null }), 'year', 'unit')).toBe('全县单位第 7');
});

test.each([
  [1250, '12.5'],
  [-200, '−2'],
  [0, '0'],
  [1205, '12.05'],
])('%i hundredths are %s points', (hundredths, words) => {
  expect(pointsWords(hundredths)).toBe(words);
});

test('an amount bears its sign and its unit', () => {
  expect(amountWords('points', 2000)).toBe('+20 分');
  expect(amountWords('yuan', 3050)).toBe('+30.5 元');
  expect(amountWords('count', -50)).toBe('−0.5 篇');
});

test.each([
  ['month', '2026-01', '2026年1月'],
  ['quarter', '2026Q1', '2026年第一季度'],
  ['year', '2026', '2026年'],
  ['all', 'all', '累计'],
] as const)('the %s of a New Year at midnight in Shanghai', (name, period, words) => {
  expect(periodAt(name, Date.parse('2026-01-01T00:00:00+08:00'))).toBe(period);
  expect(periodWords(period)).toBe(words);
});

test('the big number and its words are those of the period', () => {
  const head = { title: '本季积分', points: '12.5' };
  expect(headOf(aStanding, 'quarter')).toMatchObject(head);
});

test('my own line stands apart where it is not among the first', () => {
  const line = { rank: 70, owner, amount: 300, isMine: true };
  const ranking = { lines: [], mine: line, after: null };
  expect(mineOutside(ranking, 'person')).toMatchObject({ rank: '70', grey: '城关镇联工委' });
  expect(mineOutside({ ...ranking, lines: [line] }, 'person')).toBeNull();
  expect(rowsOf([{ ...line, rank: null }], 'unit')).toMatchObject([{ rank: '—', grey: '' }]);
});

test('a board names its members with what they were printed', () => {
  const member = { id: 'lin', name: '林示例', points: 1250, count: 150, rank: 1, isMine: true };
  const none = { ...member, id: 'wu', name: '吴示例', points: 0, count: 0, rank: 2 };
  const { members } = boardOf({ standing: aStanding, members: [member, none] }, 'quarter');
  expect(members).toMatchObject([
    { rank: '1', grey: '采用 1.5 篇', amount: '12.5' },
    { rank: '—', amount: '0' },
  ]);
});

test('a public card says where and when somebody was printed', () => {
  const titles = [{ headline: '老街路灯亮了', outletName: '示例日报', printedOn: '2026-11-21' }];
  const card = { name: '林示例', unitName: '城关镇联工委', points: 100, pointsInAll: 900 };
  const now = Date.parse('2026-11-22T09:00:00+08:00');
  expect(publicCardOf({ ...card, rank: 3, titles }, now)).toMatchObject({
    ...{ initial: '林', inAll: '累计 9 分', head: { rank: '全县第 3' } },
    titles: [{ grey: '示例日报 · 11月21日' }],
  });
});

const token = `u${'0'.repeat(26)}`;
test.each([
  [`pages/code/code?scene=${token}`, `/pages/code/code?scene=${token}`],
  [`http://127.0.0.1:1/open?page=a&scene=${token}`, `/pages/code/code?scene=${token}`],
  ['ABCD-2345-ABCD-2345-ABCD', '/pages/join/join?code=ABCD2345ABCD2345ABCD'],
  ['https://x.cn/?code=ABCD2345ABCD2345ABCD', '/pages/join/join?code=ABCD2345ABCD2345ABCD'],
  ['https://example.cn/somewhere', undefined],
  ['%E0%A4%A', undefined],
])('a scan of %s leads to %s', (scanned, page) => {
  expect(scannedPage(scanned)).toBe(page);
});

test('a scene that WeChat encoded is the same token', () => {
  expect(tokenIn(`?scene=${encodeURIComponent(token)}`)).toBe(token);
  expect(tokenIn('?scene=%75x')).toBeUndefined();
});

const inks = { newest: 'red', bar: 'pink', text: 'grey', line: 'grey', fontFamily: 'serif' };

test('the chart marks the newest month and says it all in words', () => {
  const { series, xAxis } = optionOf(months, { ...inks, fontPx: 14, widthPx: 326 });
  const bars = series[0]?.data ?? [];
  expect(bars.map(({ value }) => value)).toEqual(months.map(({ points }) => points / 100));
  expect(bars.map(({ itemStyle }) => itemStyle.color)).toEqual([...Array(11).fill('pink'), 'red']);
  expect(xAxis.data.at(-1)).toBe('12');
  expect(monthsWords(months)).toMatch(/^近十二个月积分：2026年1月 0 分，.*2026年12月 11 分$/);
});

test('at large type every second month is named, the newest always', () => {
  const { xAxis } = optionOf(months, { ...inks, fontPx: 20, widthPx: 300 });
  const named = months.map((_one, place) => xAxis.axisLabel.interval(place));
  expect(named).toEqual(months.map((_one, place) => place % 2 === 1));
});

test.each([
  ['12.5', 'more', 1250],
  ['3', 'less', -300],
  ['0.05', 'more', 5],
  ['0', 'more', undefined],
  ['1.234', 'more', undefined],
  ['-3', 'more', undefined],
  ['', 'less', undefined],
] as const)('%j typed as %s is %s hundredths', (amount, sign, hundredths) => {
  expect(hundredthsOf({ amount, sign })).toBe(hundredths);
});

test('an adjustment names what is missing, one thing after the other', () => {
  const whole: Form = {
    ownerId: 'lin',
    ownerName: '林示例',
    sign: 'more',
    book: 'points',
    amount: '2',
    occurredOn: '2026-11-20',
    reason: '漏记',
  };
  const today = '2026-11-22';
  expect(missingOf(whole, today)).toBe('');
  expect(missingOf({ ...whole, ownerId: '' }, today)).toContain('人员或单位');
  expect(missingOf({ ...whole, amount: 'x' }, today)).toContain('数额');
  expect(missingOf({ ...whole, occurredOn: '2026-11-23' }, today)).toContain('不能晚于今天');
  expect(missingOf({ ...whole, reason: ' ' }, today)).toContain('理由');
});

test('all of a poster stays within the margins of a document, however long the name', () => {
  const title = '政协示例县委员会提案和委员联络工作委员会';
  const { shapes, width, height } = posterOf({ kind: 'unit', title }, { organ: '示例', day: '今' });
  for (const shape of shapes) {
    expect(shape.y).toBeGreaterThan(0);
    expect(shape.y).toBeLessThan(height);
    if (shape.do !== 'words') continue;
    const half = (shape.words.length * shape.size) / 2;
    const left = shape.align === 'center' ? shape.x - half : shape.x;
    expect(left).toBeGreaterThanOrEqual(160);
    expect(left + 2 * half).toBeLessThanOrEqual(width - 150);
  }
});

test("a card's words keep clear of its code", () => {
  const { shapes } = cardOf({
    name: '欧阳示例示例',
    unit: '提案和委员联络委',
    organ: '示例县政协',
  });
  const code = shapes.find((shape) => shape.do === 'code');
  for (const shape of shapes) {
    if (shape.do === 'words') {
      expect(shape.x + shape.words.length * shape.size).toBeLessThan(code?.x ?? 0);
    }
  }
});

test('words shrink to their room and never grow', () => {
  expect(fitted('四个汉字', 100, 200)).toBe(50);
  expect(fitted('四个汉字', 100, 900)).toBe(100);
});

test.each(['2026-01', '2026-12', '2026Q1', '2026Q4', '2026'])(
  'the bulletin of %s is called the same on the page and on paper',
  (period) => {
    expect(pagePeriod(period)).toBe(paperPeriod(period));
    expect(bulletinText.title(period)).toBe(bulletinWords.title(period));
  },
);

test('a column is called the same on the page, in the picture and on paper', () => {
  expect(columnText).toEqual(columnNames);
  const { rank, person, unit, filed, adopted, points } = pictureText.headings;
  const cumulative = columnNames.pointsCumulative;
  expect([rank, person, unit, `本期${filed}`, adopted, points, cumulative]).toEqual(
    bulletinWords.personHeadings,
  );
});

test('a period whose figures are on their way says how far they are, where that is known', () => {
  const view = {
    ...{ period: '2026', state: 'draft' as const, isComputing: true, draftedAt: null },
    ...{ noticeUntil: null, closedAt: null, closedByName: '', digest: null, allowed: [] },
    version: 1,
  };
  expect(stateWords(view, 0)).toBe('数字正在汇总，几分钟内自动完成');
  const far = { ...view, progress: { stage: 5, of: 9 } };
  expect(stateWords(far, 0)).toBe('数字正在汇总（第 5 步，共 9 步），几分钟内自动完成');
});
