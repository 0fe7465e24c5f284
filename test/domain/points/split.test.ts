import fc from 'fast-check';
import { divide, splitAmong } from '../../../cloudfunctions/domain/points/split';
import type { Split } from '../../../cloudfunctions/domain/points/rulebook';
import { aCredit } from '../../support/domain/points';

const lin = aCredit('lin');
const zhao = aCredit('zhao', { part: 'photo' });
const qian = aCredit('qian', { part: 'edit' });
const journalist = aCredit('sun', { isJournalist: true });
const outsider = aCredit(null);

const saidOf = (amount: number, how: Split['how'], credits = [lin, zhao, qian]) =>
  splitAmong(amount, credits, { how, holdPlaces: [] }).map(
    ({ personId, amount: portion, factor }) => `${personId} ${portion} ${factor}`,
  );

test('equal parts: the first author has what cannot be divided', () => {
  expect(saidOf(1000, { kind: 'equal' })).toEqual([
    'lin 334 联合署名 ⅓',
    'zhao 333 联合署名 ⅓',
    'qian 333 联合署名 ⅓',
  ]);
});

test('the first author has a percentage, the others share the rest', () => {
  expect(saidOf(1001, { kind: 'first', percent: 50 })).toEqual([
    'lin 501 第一作者 ½',
    'zhao 250 其他作者 ½ × ½',
    'qian 250 其他作者 ½ × ½',
  ]);
  expect(saidOf(1001, { kind: 'first', percent: 50 }, [lin])).toEqual(['lin 1001 null']);
});

test('by parts, each person once with all that it did', () => {
  const weights = { text: 6, photo: 3, video: 3, edit: 1 };
  const credits = [lin, zhao, aCredit('lin', { part: 'photo' })];
  expect(saidOf(1200, { kind: 'parts', weights }, credits)).toEqual([
    'lin 900 文字摄影 9/12',
    'zhao 300 摄影 3/12',
  ]);
});

test('by places, the last percentage for all further ones', () => {
  expect(saidOf(1500, { kind: 'places', percents: [100, 20] })).toEqual([
    'lin 1500 null',
    'zhao 300 第2作者 0.2',
    'qian 300 第3作者 0.2',
  ]);
});

test('journalists and outsiders hold a place only where the rule says so', () => {
  const credits = [journalist, lin, outsider];
  const amountsWith = (holdPlaces: Split['holdPlaces']) =>
    splitAmong(900, credits, { how: { kind: 'equal' }, holdPlaces }).map(({ amount }) => amount);
  expect(amountsWith([])).toEqual([900]);
  expect(amountsWith(['outsider'])).toEqual([450]);
  expect(amountsWith(['outsider', 'journalist'])).toEqual([300]);
  expect(splitAmong(900, [journalist], { how: { kind: 'equal' }, holdPlaces: [] })).toEqual([]);
});

test('no split loses a hundredth, whatever the weights', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (amount, given) => {
      const parts = divide(amount, given);
      expect(parts.every(Number.isInteger)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
    }),
  );
});

test('of equal weights nobody has more than one who stands before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 1, max: 20 }),
      (amount, count) => {
        const parts = divide(
          amount,
          Array.from({ length: count }, () => 1),
        );
        expect(parts).toEqual([...parts].sort((one, two) => two - one));
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
