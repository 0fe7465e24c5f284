/** What a work's family posts: differences, of either sign, whatever the order. */
import fc from 'fast-check';
import type { Entry } from '../../../cloudfunctions/domain/ledger/entry';
import { postTargets } from '../../../cloudfunctions/domain/ledger/post-targets';
import type { Target } from '../../../cloudfunctions/domain/points/target';
import {
  aTarget,
  emptyLedger,
  occasion,
  post,
  reverse,
  type Ledger,
} from '../../support/domain/ledger';

/** The highest of the printings counts, as the evaluator would say. */
function highest(printings: Record<string, number>): Target[] {
  const [first] = Object.entries(printings).sort(([, left], [, right]) => right - left);
  return first ? [aTarget({ causeId: first[0], amount: first[1], on: '2026-10-05' })] : [];
}

const each = (printings: Record<string, number>) =>
  Object.entries(printings).map(([causeId, amount]) =>
    aTarget({ causeId, amount, ruleId: `each@${causeId}`, on: '2026-10-05' }),
  );

const balance = (ledger: Ledger) => ledger.accounts.get('person:lin:points')?.balance ?? 0;
const lastOf = (ledger: Ledger): Entry => ledger.entries.at(-1) as Entry; // just posted

test('a first printing posts its whole target with its derivation', () => {
  const ledger = post(emptyLedger(), highest({ a: 2000 }));
  expect(lastOf(ledger)).toMatchObject({
    ...{ _id: 'e1:base:points:person:lin:points', amount: 2000, sequence: 1, causeId: 'a' },
    ...{ derivation: 'a 20', periodOn: '2026-10-05', ownerName: '林示例', reverses: null },
  });
  expect(balance(ledger)).toBe(2000);
});

test('a later higher printing posts only the difference, and says so', () => {
  const ledger = post(post(emptyLedger(), highest({ a: 2000 })), highest({ a: 2000, b: 5000 }));
  expect(lastOf(ledger)).toMatchObject({ amount: 3000, causeId: 'b' });
  expect(lastOf(ledger).derivation).toContain('应计 50，已计 20，补记差额 30');
  expect(balance(ledger)).toBe(5000);
});

test('a later lower printing posts nothing, but the family is written', () => {
  const before = post(emptyLedger(), highest({ a: 5000 }));
  const after = post(before, highest({ a: 5000, b: 2000 }));
  expect(after.entries).toHaveLength(1);
  expect(after.family?.version).toBe(2);
});

test('withdrawing the highest brings the runner-up back', () => {
  const both = post(post(emptyLedger(), highest({ a: 2000 })), highest({ a: 2000, b: 5000 }));
  const withdrawn = post(both, highest({ a: 2000 }));
  expect(lastOf(withdrawn)).toMatchObject({ amount: -3000 });
  expect(balance(withdrawn)).toBe(2000);
  expect(balance(post(withdrawn, []))).toBe(0);
});

test('what is posted again changes nothing', () => {
  const ledger = post(post(emptyLedger(), each({ a: 100, b: 50 })), each({ a: 100, b: 50 }));
  expect(ledger.entries).toHaveLength(2);
});

test('what falls into a closed period counts on the first open day', () => {
  const ledger = post(emptyLedger(), highest({ a: 2000 }), { closedThrough: '2026-10-31' });
  expect(lastOf(ledger)).toMatchObject({ occurredOn: '2026-10-05', periodOn: '2026-11-01' });
  expect([...ledger.standings.keys()]).toEqual(
    ['2026-11', '2026Q4', '2026', 'all'].map((period) => `${period}:person:lin:points`),
  );
});

test('what the office reversed stays off, until its printing is withdrawn', () => {
  const both = post(post(emptyLedger(), highest({ a: 2000 })), highest({ a: 2000, b: 5000 }));
  const upheld = reverse(both, lastOf(both));
  expect(balance(upheld)).toBe(2000);
  const again = post(upheld, highest({ a: 2000, b: 5000 }));
  expect(again.entries).toHaveLength(upheld.entries.length);
  const withdrawn = post(again, highest({ a: 2000 }));
  expect(balance(withdrawn)).toBe(2000);
  expect(balance(post(withdrawn, []))).toBe(0);
});

test('a reversal of a reversal restores the balance', () => {
  const posted = post(emptyLedger(), highest({ a: 2000 }));
  const reversed = reverse(posted, lastOf(posted));
  expect(balance(reversed)).toBe(0);
  const restored = reverse(reversed, lastOf(reversed));
  expect(balance(restored)).toBe(2000);
  expect(balance(post(restored, []))).toBe(0);
});

const printings = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.integer({ min: 1, max: 9 }),
);

test('for any history of printings, sum of entries = balance = standing = target', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(printings, fc.boolean(), fc.option(fc.constant('2026-10-31')))),
      (history) => {
        let ledger = emptyLedger();
        let wanted: Target[] = [];
        for (const [known, isEach, closedThrough] of history) {
          wanted = isEach ? each(known) : highest(known);
          ledger = post(ledger, wanted, { closedThrough });
        }
        const sum = ledger.entries.reduce((all, { amount }) => all + amount, 0);
        const target = wanted.reduce((all, { amount }) => all + amount, 0);
        expect(sum).toBe(target);
        expect(balance(ledger)).toBe(target);
        expect(ledger.standings.get('all:person:lin:points')?.amount ?? 0).toBe(target);
      },
    ),
  );
});

test('the order in which printings arrive does not matter', () => {
  fc.assert(
    fc.property(printings, fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (known, order) => {
      const arrived: Record<string, number> = {};
      let ledger = emptyLedger();
      for (const id of [...order, ...Object.keys(known)]) {
        if (known[id] === undefined) continue;
        arrived[id] = known[id];
        ledger = post(ledger, highest(arrived));
      }
      expect(balance(ledger)).toBe(Math.max(0, ...Object.values(known)));
    }),
  );
});

test('the occasion is what the entry is about where no target says so', () => {
  const { drafts } = postTargets(
    {
      familyId: 'w',
      family: {
        ...{ _id: 'w', chosenAdoptionId: null, version: 1 },
        posted: [
          { accountId: 'person:lin:points', ruleId: 'base', amount: 10, causes: [], waived: [] },
        ],
      },
      targets: [],
    },
    occasion,
  );
  expect(drafts).toMatchObject([{ amount: -10, causeId: 'adoption', category: 'other' }]);
});
