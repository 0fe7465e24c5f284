/** What opening balances hold is posted by no printing, whatever comes before or after it. */
import fc from 'fast-check';
import {
  auditFamilyEntry,
  findFamilyDifference,
  startFamilyAudit,
} from '../../../cloudfunctions/domain/ledger/audit-family';
import { appendEntries } from '../../../cloudfunctions/domain/ledger/append-entries';
import { postTargets } from '../../../cloudfunctions/domain/ledger/post-targets';
import {
  balanceDraft,
  balanceEntryId,
  beyondBalances,
  coveredBy,
  coveredByEntry,
  holding,
  isCovered,
  type Balance,
} from '../../../cloudfunctions/domain/opening/balance';
import type { Target } from '../../../cloudfunctions/domain/points/target';
import { aTarget, emptyLedger, knownOf, occasion, type Ledger } from '../../support/domain/ledger';

const balance: Balance = {
  ...{ owner: { kind: 'person', id: 'lin' }, ownerName: '林示例', unitId: 'township' },
  ...{ book: 'points', year: '2026', through: '2026-06-30', amount: 12_550, note: '' },
};
const lin = 'person:lin:points';

test('the entry says what it is, and which days it covers', () => {
  const moment = { eventId: 'opening', postedAt: 1, closedThrough: null };
  const { entries } = appendEntries([balanceDraft(balance, '何示例')], moment, {
    ...{ accounts: [], standings: [], names: new Map() },
  });
  expect(entries).toMatchObject([
    {
      ...{ _id: balanceEntryId(balance.owner, 'points', '2026'), eventId: 'opening-2026' },
      ...{ accountId: lin, amount: 12_550, causeKind: 'opening', periodOn: '2026-01-01' },
      derivation: '期初余额：2026年1月1日至2026年6月30日合计 125.5 分（何示例 从表格导入）',
    },
  ]);
  const [entry] = entries;
  expect(entry && coveredByEntry(entry)).toEqual(coveredBy(balance));
});

test.each([
  ['2026-01-01', true],
  ['2026-06-30', true],
  ['2026-07-01', false],
  ['2025-12-31', false],
])('a printing of %s is covered: %s', (on, covered) => {
  expect(isCovered([coveredBy(balance)], lin, on)).toBe(covered);
  expect(isCovered([coveredBy(balance)], 'person:lin:yuan', on)).toBe(false);
});

const causes = ['a', 'b', 'c', 'd'];
/** Printings of one work as they come: of which day, worth what, and whether it was withdrawn. */
const anyTargets = fc.array(
  fc.record({
    causeId: fc.constantFrom(...causes),
    on: fc.constantFrom('2026-03-05', '2026-08-01'),
    amount: fc.integer({ min: -500, max: 4000 }),
    isImported: fc.boolean(),
    isCounted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test('what is posted and what is held are together what the rules say, and the audit agrees', () => {
  fc.assert(
    fc.property(anyTargets, (steps) => {
      let ledger: Ledger = emptyLedger();
      const targets = new Map<string, Target>();
      for (const { isImported, isCounted, ...said } of steps) {
        targets.set(said.causeId, aTarget(said));
        const posted = postTargets(
          { family: ledger.family, familyId: 'w', targets: [...targets.values()] },
          occasion,
        );
        const printing = { printedOn: said.on, isCounted };
        const drafts = isImported
          ? beyondBalances(posted.drafts, [coveredBy(balance)], printing)
          : posted.drafts;
        const family = holding(posted.family, posted.drafts, drafts);
        const moment = { eventId: `e${ledger.events}`, postedAt: 1, closedThrough: null };
        ledger = ledger.with(appendEntries(drafts, moment, knownOf(ledger)), family);
      }
      const entries = ledger.entries.reduce((all, { amount }) => all + amount, 0);
      const held = ledger.family?.posted.reduce((all, one) => all + (one.held ?? 0), 0) ?? 0;
      const wanted = [...targets.values()].reduce((all, { amount }) => all + amount, 0);
      expect(entries + held).toBe(wanted);
      const audit = startFamilyAudit('w');
      for (const entry of ledger.entries) auditFamilyEntry(audit, entry);
      expect(findFamilyDifference(audit, ledger.family)).toBeUndefined();
    }),
  );
});
