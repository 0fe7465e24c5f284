/** The picture of a bulletin: whatever names and numbers come, all of it stays within its margins. */
import { linesOf } from '../../../miniprogram/standing/picture/lines';
import { heightMax, pictureOf } from '../../../miniprogram/standing/picture/layout';
import { widthOf, type Shape } from '../../../miniprogram/standing/paper/layout';
import { hasEnded, type Bulletin } from '../../../miniprogram/standing/wording/bulletin';

const now = Date.parse('2026-12-06T08:00:00+08:00');
const longName = '示例县经济技术开发区高新产业园片区政协委员联络工作委员会委员工作室（一）';

function aBulletin({ units = 3, people = 3, zero = 0, name = '城关镇联工委' } = {}): Bulletin {
  return {
    period: {
      ...{ period: '2026-11', state: 'closed', isComputing: false, draftedAt: now, closedAt: now },
      ...{ noticeUntil: '2026-12-06', closedByName: '周示例', digest: 'a1'.repeat(32) },
      ...{ allowed: [], version: 4 },
    },
    ...{ organName: '示例县政协', columns: ['filed', 'points'], pages: 1, openAppeals: null },
    units: Array.from({ length: units }, (_one, n) => ({
      ...{ id: `u${n}`, name, rank: n + 1 },
      figures: { filed: 12345, adopted: 1, points: 123456789 - n },
    })),
    people: Array.from({ length: people }, (_one, n) => ({
      ...{ id: `p${n}`, name: `阿卜杜热合曼·买买提${n}`, unitName: name, rank: n + 1 },
      ...{ filed: 2, adopted: 1, points: -250, pointsCumulative: 0 },
    })),
    totals: { filed: 40, adopted: 12, provincial: 2, national: 1, points: 123456789 },
    ...{ unitCount: units, personCount: people, named: [] },
    zero: Array.from({ length: zero }, (_one, n) => `${name}${n}`),
  };
}

const pictureFrom = (bulletin: Bulletin) => pictureOf({ units: bulletin, people: bulletin }, now);
const wordsIn = (shapes: Shape[]) =>
  shapes.flatMap((shape) => (shape.do === 'words' ? [shape] : []));
const saidIn = (bulletin: Bulletin) =>
  wordsIn(pictureFrom(bulletin).shapes).map(({ words }) => words);

test('it counts the units that filed', () => {
  const said = saidIn(aBulletin({ units: 62, zero: 40 }));
  expect(said[said.indexOf('报送单位（个）') - 1]).toBe('22');
});

test.each([
  ['a small county', aBulletin()],
  ['nothing at all', aBulletin({ units: 0, people: 0 })],
  ['long names and many', aBulletin({ units: 60, people: 200, zero: 60, name: longName })],
])('%s stays within the margins, line below line', (_name, bulletin) => {
  const { shapes, width, height } = pictureFrom(bulletin);
  expect(height).toBeLessThanOrEqual(heightMax);
  for (const { words, x, y, size, align, room } of wordsIn(shapes)) {
    const wide = Math.min(widthOf(words) * size, room ?? Infinity);
    const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
    expect([words, left >= 60, left + wide <= width - 60]).toEqual([words, true, true]);
    expect([words, y - size >= 0, y <= height]).toEqual([words, true, true]);
  }
  // Words of one line may stand side by side, never on each other.
  const boxes = wordsIn(shapes).map(({ words, x, y, size, align, room }) => {
    const wide = Math.min(widthOf(words) * size, room ?? Infinity);
    const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
    return { words, left, right: left + wide, top: y - size * 0.8, bottom: y + size * 0.1 };
  });
  const overlapping = boxes.flatMap((one, n) =>
    boxes
      .slice(n + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => [one.words, other.words]),
  );
  expect(overlapping).toEqual([]);
});

test('it says the period, the state, the sums, and the whole digest in small print', () => {
  const said = saidIn(aBulletin());
  expect(said).toEqual(
    expect.arrayContaining(['示例县政协', '2026年11月信息通报', '已结账', '40', '12', '3']),
  );
  expect(said.join('')).toContain('a1'.repeat(32));
  expect(said).toContain('示例县政协　2026年12月6日');
});

test('long lists are cut and say how many there are; short ones are not', () => {
  const long = saidIn(aBulletin({ units: 38, people: 46, zero: 60 }));
  expect(long).toContain('等 38 个单位，其余见通报');
  expect(long).toContain('等 46 人，其余见通报');
  expect(long.join('')).toMatch(/等 60 个/);
  expect(saidIn(aBulletin()).join('')).not.toMatch(/等 \d+ [人个]/);
});

test('a notice says until when one may appeal, a draft that it is one; neither has a digest', () => {
  const { period, ...rest } = aBulletin();
  const inState = (state: 'notice' | 'draft') =>
    saidIn({ ...rest, period: { ...period, state, closedAt: null, digest: null } });
  expect(inState('notice')).toContain('公示中，2026年12月6日前可以申诉');
  expect(inState('draft')).toContain('草稿，没有公示');
  expect(inState('draft')).toContain('数字以结账后的通报为准。');
});

test('there is neither a phone number nor money on it', () => {
  expect(saidIn(aBulletin({ zero: 5 })).join('\n')).not.toMatch(/元|1\d{10}/);
});

test.each([
  ['一二三四五六', 2, ['一二三', '四五六']],
  ['一二三四五六七八', 2, ['一二三', '四五…']],
  ['一二三、四', 3, ['一二', '三、四']],
])('%s in %i lines', (words, most, lines) => {
  expect(linesOf(words, { size: 10, room: 30, most })).toEqual(lines);
});

test.each([
  ['2026-11', true],
  ['2026-12', false],
  ['2026Q3', true],
  ['2026Q4', false],
  ['2025', true],
  ['2026', false],
])('on the sixth of December %s has ended: %s', (period, ended) => {
  expect(hasEnded(period, now)).toBe(ended);
});
