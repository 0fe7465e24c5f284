import { likenessOf, sketchOf } from '../../../cloudfunctions/domain/draft/likeness';

const body =
  '11月18日，示例县政协组织委员视察新建的农贸市场，实地察看食品快检室、活禽宰杀区和公平秤，与三十多位经营户面对面交流，听取对摊位租金、停车和排水的意见。';
const of = (text: string) => sketchOf({ headline: '', body: text });
const alike = (left: string, right: string) => likenessOf(of(left).signature, of(right).signature);

/** The true share of trigrams in common, counted. */
function shareOf(left: string, right: string): number {
  const grams = (text: string) => {
    const letters = [...text.replace(/[\s\p{P}]/gu, '')];
    return new Set(letters.slice(2).map((_, n) => letters.slice(n, n + 3).join('')));
  };
  const [one, other] = [grams(left), grams(right)];
  const both = [...one].filter((gram) => other.has(gram)).length;
  return both / (one.size + other.size - both);
}

test.each([
  ['the same text', body, body],
  ['a text with a sentence more', body, `${body}委员们建议尽快增设停车位，完善排水。`],
  [
    'a text of which half is new',
    body,
    body.slice(0, 40) + '育秧大棚里一片嫩绿，农技员正在查看苗情，种粮大户说今年要扩种两百亩。',
  ],
  ['another text', body, '育秧大棚里一片嫩绿，农技员正在查看苗情，种粮大户说今年要扩种两百亩。'],
])('the estimate is near the counted share for %s', (_, left, right) => {
  expect(Math.abs(alike(left, right) - shareOf(left, right))).toBeLessThan(0.15);
});

test('blanks and punctuation make no difference', () => {
  expect(alike('一、老街亮灯了！居民 高兴。', '一老街亮灯了居民高兴')).toBe(1);
});

test('texts with a sentence of difference share a band, others do not', () => {
  const bands = new Set(of(body).bands);
  const shared = (text: string) => of(text).bands.filter((band) => bands.has(band)).length;
  expect(shared(`${body}委员们建议增设停车位。`)).toBeGreaterThan(3);
  expect(shared('育秧大棚里一片嫩绿，农技员正在查看苗情，种粮大户说今年要扩种。')).toBe(0);
});

test.each(['', '灯', '灯亮', '灯亮了'])('a text as short as «%s» has a sketch', (text) => {
  expect(of(text).bands).toHaveLength(24);
  expect(likenessOf(of(text).signature, of(text).signature)).toBe(1);
});
