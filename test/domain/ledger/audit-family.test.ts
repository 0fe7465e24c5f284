/** What a family keeps as posted follows from its entries, and whatever does not is named. */
import fc from 'fast-check';
import type { Difference } from '../../../cloudfunctions/domain/ledger/audit';
import {
  auditFamilyEntry,
  findFamilyDifference,
  startFamilyAudit,
} from '../../../cloudfunctions/domain/ledger/audit-family';
import type { Entry, Family, FamilyPosting } from '../../../cloudfunctions/domain/ledger/entry';
import { sayDifference } from '../../../cloudfunctions/wording/audit';
import { aTarget, emptyLedger, post, reverse, type Ledger } from '../../support/domain/ledger';

const owners = [
  { kind: 'person', id: 'lin' },
  { kind: 'unit', id: 'township' },
] as const;

/** What the printings a to d should bring each owner; or the entry so far back is reversed by hand. */
const event = fc.oneof(
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 })),
  fc.nat({ max: 3 }),
);
type Event = Record<string, number> | number;

function ledgerAfter(events: Event[]): Ledger {
  return events.reduce((ledger: Ledger, event) => {
    if (typeof event !== 'number') return post(ledger, targetsOf(event));
    const entry = ledger.entries.at(-1 - event);
    const isReversed = ledger.entries.some(({ reverses }) => reverses === entry?._id);
    return entry && !isReversed ? reverse(ledger, entry) : ledger;
  }, emptyLedger());
}

const targetsOf = (printings: Record<string, number>) =>
  owners.flatMap((account) =>
    Object.entries(printings).map(([causeId, amount]) =>
      aTarget({ causeId, amount, on: '2026-10-05', account }),
    ),
  );

function audited(family: Family | undefined, entries: Entry[]): Difference | undefined {
  const audit = startFamilyAudit('w');
  for (const entry of entries) auditFamilyEntry(audit, entry);
  return findFamilyDifference(audit, family);
}

test('for any history of printings and reversals, a family keeps what its entries say', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const { family, entries } = ledgerAfter(events);
      expect(audited(family, entries)).toBeUndefined();
    }),
  );
});

const tampering: ((posting: FamilyPosting) => Partial<FamilyPosting>)[] = [
  ({ amount }) => ({ amount: amount + 1 }),
  ({ accountId }) => ({ accountId: `${accountId}x` }),
  ({ ruleId }) => ({ ruleId: `${ruleId}x` }),
  ({ causes }) => ({ causes: causes.map((cause) => ({ ...cause, amount: cause.amount + 1 })) }),
  ({ waived }) => ({ waived: [...waived, { causeId: 'a', amount: -1 }] }),
];

test('whatever is changed in what a family keeps as posted is named', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 8 }),
      fc.constantFrom(...tampering),
      (events, change) => {
        const { family, entries } = ledgerAfter([{ a: 2, b: 1 }, ...events, { a: 2 }]);
        if (!family) throw new Error('a posting writes its family');
        const [first, ...others] = family.posted;
        // What was reversed of a printing that counts no longer hides in the sum until the next posting.
        fc.pre(first !== undefined && first.waived.length === 0 && first.amount !== 0);
        const posted = first ? [{ ...first, ...change(first) }, ...others] : [];
        expect(audited({ ...family, posted }, entries)?.what).toMatch(/^family_/);
      },
    ),
  );
});

const { family, entries } = ledgerAfter([{ a: 2000 }, { a: 2000, b: 3000 }]);
const changed = (change: Partial<FamilyPosting>): Family | undefined =>
  family && { ...family, posted: family.posted.map((posting) => ({ ...posting, ...change })) };

test.each([
  [changed({ amount: 1 }), '“标题”记入“林示例”的积分账户的合计记为 0.01，按分录应为 50。'],
  [changed({ causes: [] }), '“标题”记入“林示例”的积分账户的各项来由与已记合计不一致。'],
  [
    changed({ waived: [{ causeId: 'a', amount: 0 - 5 }] }),
    '“标题”记入“林示例”的积分账户的冲销记录与分录不一致。',
  ],
  [undefined, '“标题”有分录，但这一组的已记合计不见了。'],
])('case %#: one plain sentence', (stored, sentence) => {
  const found = audited(stored, entries);
  expect(found && sayDifference(found)).toBe(sentence);
});

test('what an opening balance holds of past printings needs no entry', () => {
  const held = changed({ amount: 6000, held: 1000, causes: [] });
  expect(audited(held, entries)?.what).toBe('family_causes_wrong');
  const whole = family && post({ ...emptyLedger(), family: held }, targetsOf({ b: 6000 })).family;
  expect(whole?.posted[0]).toMatchObject({ amount: 6000, held: 1000 });
  expect(audited(whole, entries)).toBeUndefined();
});

test('what a family keeps without any entry is named by its account', () => {
  const found = audited(family, []);
  expect(found).toMatchObject({ what: 'family_wrong', stored: 5000, computed: 0 });
});
