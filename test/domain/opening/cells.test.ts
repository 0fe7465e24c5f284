import fc from 'fast-check';
import { dayIn, hundredthsIn, wholeIn, yearIn } from '../../../cloudfunctions/domain/opening/cells';

test.each([
  ['2026-03-05', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026.3.5', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['3月5日', undefined],
  ['46000', undefined],
  ['', undefined],
])('the day %s is %s', (typed, day) => {
  expect(dayIn(typed)).toBe(day);
});

test.each([
  ['2026', '2026'],
  ['2026年', '2026'],
  ['2026年度', '2026'],
  ['26', undefined],
  ['2026-03', undefined],
])('the year %s is %s', (typed, year) => {
  expect(yearIn(typed)).toBe(year);
});

test.each([
  ['125.5', 12_550],
  ['1,200.00', 120_000],
  ['-3', -300],
  ['−3', -300],
  // As spreadsheets compute 0.1 + 0.2 and 8.2 − 0.2.
  ['0.30000000000000004', 30],
  ['7.999999999999999', 800],
  ['1.005', undefined],
  ['100000.01', undefined],
  ['1e5', undefined],
  ['12分', undefined],
  ['', undefined],
])('the amount %s is %s hundredths', (typed, hundredths) => {
  expect(hundredthsIn(typed, 10_000_000)).toBe(hundredths);
});

test('every amount of two decimals is read without loss', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (hundredths) => {
      expect(hundredthsIn((hundredths / 100).toFixed(2), 10_000_000)).toBe(hundredths);
      expect(hundredthsIn(String(hundredths / 100), 10_000_000)).toBe(hundredths);
    }),
  );
});

test.each([
  ['', null],
  ['320', 320],
  ['100001', undefined],
  ['3.5', undefined],
  ['-1', undefined],
])('the number %s is %s', (typed, number) => {
  expect(wholeIn(typed, 100_000)).toBe(number);
});
