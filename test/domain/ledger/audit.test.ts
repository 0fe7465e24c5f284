/** Whatever was posted, the entries alone say what every balance and standing must be. */
import fc from 'fast-check';
import {
  auditEntry,
  findDifference,
  startAudit,
  type ClosedHead,
  type Difference,
} from '../../../cloudfunctions/domain/ledger/audit';
import { damagedHead } from '../../../cloudfunctions/domain/ledger/chain';
import { digestAfter, digestOf, headsOf } from '../../../cloudfunctions/domain/ledger/digest';
import type { Account, Entry } from '../../../cloudfunctions/domain/ledger/entry';
import { ranksOf } from '../../../cloudfunctions/domain/ledger/rank';
import { sayDifference } from '../../../cloudfunctions/wording/audit';
import { aTarget, emptyLedger, post, type Ledger } from '../../support/domain/ledger';

/** One event: what each of two people and their unit should have of the work, and what is closed. */
const event = fc.record({
  amounts: fc.array(fc.integer({ min: -50, max: 500 }), { minLength: 3, maxLength: 3 }),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  closedThrough: fc.option(fc.constantFrom('2026-03-31', '2026-06-30', '2026-09-30')),
});

const owners = [
  { kind: 'person', id: 'lin' },
  { kind: 'person', id: 'zhao' },
  { kind: 'unit', id: 'township' },
] as const;

const history = fc.array(event, { minLength: 1, maxLength: 12 });
function ledgerAfter(
  events: { amounts: number[]; day: number; month: number; closedThrough: string | null }[],
): Ledger {
  return events.reduce((ledger, { amounts, day, month, closedThrough }, n) => {
    const on = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const targets = owners.map((account, place) =>
      aTarget({ causeId: `cause${n}`, amount: amounts[place] ?? 0, on, account }),
    );
    return post(ledger, targets, { closedThrough });
  }, emptyLedger());
}

/** The first difference of any account. */
function audited(ledger: Ledger, heads: ClosedHead[] = []): Difference | undefined {
  const ids = new Set([
    ...ledger.accounts.keys(),
    ...ledger.entries.map(({ accountId }) => accountId),
  ]);
  for (const id of [...ids].sort()) {
    const own = heads.filter(({ accountId }) => accountId === id);
    const audit = startAudit(id, own);
    const entries = ledger.entries.filter(({ accountId }) => accountId === id);
    entries.sort((left, right) => left.sequence - right.sequence);
    for (const entry of entries) auditEntry(audit, entry);
    const standings = [...ledger.standings.values()].filter(({ accountId }) => accountId === id);
    const account = ledger.accounts.get(id);
    const difference = findDifference(audit, { account, standings, heads: own });
    if (difference) return difference;
  }
  return undefined;
}

test('for any history, sum of entries = balances = standings, and the audit finds nothing', () => {
  fc.assert(
    fc.property(history, (events) => {
      const ledger = ledgerAfter(events);
      for (const account of ledger.accounts.values()) {
        const own = ledger.entries.filter(({ accountId }) => accountId === account._id);
        expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBe(account.balance);
        const of = [...ledger.standings.values()].filter(
          ({ accountId }) => accountId === account._id,
        );
        const total = (form: RegExp) =>
          of.filter(({ period }) => form.test(period)).reduce((sum, one) => sum + one.amount, 0);
        for (const form of [/^all$/, /^\d{4}$/, /Q/, /-/])
          expect(total(form)).toBe(account.balance);
      }
      expect(audited(ledger)).toBeUndefined();
    }),
  );
});

const tampering: ((entry: Entry) => Partial<Entry>)[] = [
  ({ amount }) => ({ amount: amount + 1 }),
  ({ derivation }) => ({ derivation: `${derivation}。` }),
  () => ({ occurredOn: '2025-01-01' }),
  () => ({ ownerName: '别人' }),
  () => ({ storyId: 'another' }),
  () => ({ hash: '0'.repeat(64) }),
];

test('whatever is changed in any one entry, that entry is named', () => {
  fc.assert(
    fc.property(history, fc.nat(), fc.constantFrom(...tampering), (events, place, change) => {
      const ledger = ledgerAfter(events);
      fc.pre(ledger.entries.length > 0);
      const victim = ledger.entries[place % ledger.entries.length] as Entry; // just counted
      const entries = ledger.entries.map((entry) =>
        entry === victim ? { ...entry, ...change(entry) } : entry,
      );
      expect(audited({ ...ledger, entries })).toMatchObject({
        ...{ what: 'entry_changed', accountId: victim.accountId, sequence: victim.sequence },
      });
    }),
  );
});

test('an entry taken out is missed, in the middle or at the end', () => {
  fc.assert(
    fc.property(history, fc.nat(), (events, place) => {
      const ledger = ledgerAfter(events);
      fc.pre(ledger.entries.length > 0);
      const victim = ledger.entries[place % ledger.entries.length] as Entry; // just counted
      const entries = ledger.entries.filter((entry) => entry !== victim);
      const found = audited({ ...ledger, entries });
      expect(['entry_missing', 'tail_missing']).toContain(found?.what);
      expect(found).toMatchObject({ accountId: victim.accountId, sequence: victim.sequence });
    }),
  );
});

test('a ledger that was replaced by another as a whole contradicts the printed heads', () => {
  fc.assert(
    fc.property(history, history, (events, forged) => {
      const [ledger, other] = [ledgerAfter(events), ledgerAfter(forged)];
      const heads = headsOf([...ledger.accounts.values()]);
      fc.pre(digestOf(heads) !== digestOf(headsOf([...other.accounts.values()])));
      const marks = heads.map((head) => ({ ...head, period: '2026' }));
      // Where the other one only adds to the very same entries, nothing was rewritten.
      const isLonger = heads.every(({ accountId, count, hash }) =>
        other.entries.some(
          (entry) =>
            entry.accountId === accountId && entry.sequence === count && entry.hash === hash,
        ),
      );
      fc.pre(!isLonger);
      const missing = heads.filter(({ accountId }) => !other.accounts.has(accountId));
      const found = missing.length > 0 ? 'an account is gone' : audited(other, marks)?.what;
      expect(['chain_rewritten', 'chain_cut', 'an account is gone']).toContain(found);
    }),
  );
});

test('the digest is the same for any order of the accounts, and another for any other head', () => {
  const account = (id: string, headHash: string) =>
    ({ _id: id, count: 1, headHash }) as Pick<Account, '_id' | 'count' | 'headHash'>;
  const [a, b] = [account('a', '1'), account('b', '2')];
  expect(digestOf(headsOf([a, b]))).toBe(digestOf(headsOf([b, a])));
  expect(digestOf(headsOf([a, { ...b, headHash: '3' }]))).not.toBe(digestOf(headsOf([a, b])));
  expect(digestOf(headsOf([a]))).not.toBe(digestOf(headsOf([a, b])));
  const [one, other] = headsOf([a, b]);
  const inPages = digestAfter(digestAfter('', one ? [one] : []), other ? [other] : []);
  expect(inPages).toBe(digestAfter('', headsOf([a, b])));
  expect(inPages).not.toBe(digestAfter('', headsOf([a])));
  expect(inPages).not.toBe(digestAfter('', headsOf([a, { ...b, headHash: '3' }])));
});

test.each([
  [[], []],
  [[50], [1]],
  [
    [50, 50, 30],
    [1, 1, 3],
  ],
  [
    [50, 30, 30, 30, 10],
    [1, 2, 2, 2, 5],
  ],
  [
    [0, 0, -5],
    [1, 1, 3],
  ],
])('amounts %j have ranks %j', (amounts, ranks) => {
  expect(ranksOf(amounts)).toEqual(ranks);
});

test('ranks go on from the last line of the page before', () => {
  expect(ranksOf([30, 10], { rank: 2, place: 3, amount: 30 })).toEqual([2, 5]);
  expect(ranksOf([20, 10], { rank: 2, place: 3, amount: 30 })).toEqual([4, 5]);
});

test('every difference has one plain sentence', () => {
  const kinds = [
    ...['entry_changed', 'entry_missing', 'tail_missing', 'account_missing', 'balance_wrong'],
    ...['account_wrong', 'entries_unaccounted', 'standing_wrong', 'standing_missing'],
    ...['standing_unexplained', 'digest_wrong', 'chain_rewritten', 'chain_cut'],
  ];
  const at = { accountId: 'person:lin:points', name: '林示例', sequence: 3, period: '2026Q4' };
  const sentences = kinds.map((what) => sayDifference({ ...at, what, stored: 100, computed: 250 }));
  expect(new Set(sentences).size).toBe(kinds.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[^。]+。$/);
});

test.each([
  ['as its newest entry says', [2, 'b'], [2, 'b'], false],
  ['another hash', [2, 'x'], [2, 'b'], true],
  ['entries missing at its end', [3, 'c'], [2, 'b'], true],
  ['no entry at all', [1, 'a'], undefined, true],
  ['more entries than it says', [1, 'a'], [2, 'b'], true],
  ['entries without an account', undefined, [2, 'b'], true],
] as const)('a head before posting: %s', (_about, head, end, isDamaged) => {
  const _id = 'person:lin:points';
  const accounts = head ? [{ _id, count: head[0], headHash: head[1] }] : [];
  const entries = end ? [{ accountId: _id, sequence: end[0], hash: end[1] }] : [];
  expect(damagedHead(accounts, entries) !== undefined).toBe(isDamaged);
});
