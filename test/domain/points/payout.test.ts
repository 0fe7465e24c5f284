/** 起付线: what waits, what is due and what lapses, from nothing but what each period brought. */
import fc from 'fast-check';
import type { PeriodKey } from '../../../cloudfunctions/domain/ledger/period';
import { periodsOf } from '../../../cloudfunctions/domain/ledger/period';
import { lastDayOf } from '../../../cloudfunctions/domain/period/period';
import type { Held } from '../../../cloudfunctions/domain/points/period-facts';
import { heldAfter, lapseOf, payoutOf } from '../../../cloudfunctions/domain/points/payout';
import { presets } from '../../../cloudfunctions/domain/points/presets';

const fifty = { kind: 'payout' as const, least: 5000, months: 3 };
const lin = 'person:lin';

const month = (place: number): PeriodKey =>
  `${2026 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;

/** Each month's yuan as earned; what lapses is posted into its month, as closing does. */
function close(earned: number[], payout = fifty): { held: Held[]; lapsed: number[] } {
  let held: Held[] = [];
  const periods = [];
  const lapsed: number[] = [];
  for (const [place, yuan] of earned.entries()) {
    const brought = { period: month(place), amount: yuan * 100 };
    const lapse = lapseOf(held, brought, payout)?.amount ?? 0;
    lapsed.push(lapse / 100 || 0);
    const amounts = new Map([[lin, brought.amount + lapse]]);
    periods.push({ period: month(place), payout, amounts });
    // All from the beginning: nothing is kept between two closes but the ledger.
    held = heldAfter(periods).get(lin) ?? [];
  }
  return { held, lapsed };
}

const heldOf = (earned: number[], payout = fifty) =>
  close(earned, payout).held.map(({ amount, earnedOn }) => `${earnedOn} ${amount / 100}`);

test.each<[string, number[], string[], number[]]>([
  ['waits below the minimum', [20, 10], ['2026-01-31 20', '2026-02-28 10'], [0, 0]],
  ['is due once it has come to it', [20, 10, 25], [], [0, 0, 0]],
  ['begins anew after that', [20, 30, 10], ['2026-03-31 10'], [0, 0, 0]],
  ['lapses after three months', [20, 0, 0, 5], ['2026-04-30 5'], [0, 0, 0, -20]],
  [
    'lapses month by month',
    [20, 10, 0, 5, 5],
    ['2026-04-30 5', '2026-05-31 5'],
    [0, 0, 0, -20, -10],
  ],
  ['is saved by what comes in its last month', [20, 0, 0, 30], [], [0, 0, 0, 0]],
  ['is taken from what waited longest', [20, 10, -25], ['2026-02-28 5'], [0, 0, 0]],
  ['comes to nothing and not below', [20, -30], [], [0, 0]],
])('money %s', (_name, earned, held, lapsed) => {
  expect(heldOf(earned)).toEqual(held);
  expect(close(earned).lapsed).toEqual(lapsed);
});

test('what was due never lapses, however long it is not paid', () => {
  expect(close([60, 0, 0, 0, 0, 0]).lapsed).toEqual([0, 0, 0, 0, 0, 0]);
});

test('where a period had no such rule, nothing was held back before the next', () => {
  const periods = [
    { period: '2026-01', payout: fifty, amounts: new Map([[lin, 2000]]) },
    { period: '2026-02', payout: undefined, amounts: new Map([[lin, 1000]]) },
    { period: '2026-03', payout: fifty, amounts: new Map([[lin, 500]]) },
  ];
  expect(heldAfter(periods).get(lin)).toEqual([{ amount: 500, earnedOn: '2026-03-31' }]);
});

test('the rule is found for people, and for the length of the period alone', () => {
  expect(payoutOf(presets.site, '2026-11', 'person')).toEqual(fifty);
  expect(payoutOf(presets.site, '2026-11', 'unit')).toBeUndefined();
  expect(payoutOf(presets.site, '2026Q4', 'person')).toBeUndefined();
  expect(payoutOf(undefined, '2026-11', 'person')).toBeUndefined();
});

test('for any months, what waits is younger than three months, below the minimum, and no fen is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 }), (earned) => {
      const { held, lapsed } = close(earned);
      const waiting = held.reduce((sum, { amount }) => sum + amount, 0) / 100;
      expect(waiting).toBeLessThan(50);
      const [first] = held;
      const oldest = month(Math.max(0, earned.length - 3));
      if (first) expect((periodsOf(first.earnedOn)[0] ?? '') >= oldest).toBe(true);
      // Walked by hand: what every month had since the last time that all was due.
      let open: { place: number; yuan: number }[] = [];
      let gone = 0;
      for (const [place, yuan] of earned.entries()) {
        open.push({ place, yuan });
        if (open.reduce((sum, one) => sum + one.yuan, 0) >= 50) open = [];
        gone += open
          .filter((one) => one.place <= place - 3)
          .reduce((sum, one) => sum + one.yuan, 0);
        open = open.filter((one) => one.place > place - 3);
      }
      expect(held.map(({ amount, earnedOn }) => [earnedOn, amount / 100])).toEqual(
        open
          .filter(({ yuan }) => yuan > 0)
          .map(({ place, yuan }) => [lastDayOf(month(place)), yuan]),
      );
      expect(lapsed.reduce((sum, one) => sum + one, 0)).toBe(-gone || 0);
    }),
  );
});
