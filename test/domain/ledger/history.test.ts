/** Any history of a work's printings, through the evaluator and the ledger together, event by event. */
import fc from 'fast-check';
import { appendEntries } from '../../../cloudfunctions/domain/ledger/append-entries';
import type { Entry, Family } from '../../../cloudfunctions/domain/ledger/entry';
import { periodsOf } from '../../../cloudfunctions/domain/ledger/period';
import { familyAfterReversal, reversalOf } from '../../../cloudfunctions/domain/ledger/reverse';
import { evaluateFamily } from '../../../cloudfunctions/domain/points/evaluate-family';
import type { PrintingFacts } from '../../../cloudfunctions/domain/points/facts';
import {
  heading,
  is,
  line,
  list,
  people,
  rule,
  rulebook,
  unit,
} from '../../../cloudfunctions/domain/points/presets/parts';
import { emptyLedger, knownOf, post, type Ledger } from '../../support/domain/ledger';
import { aCredit, aPrinting, aWork } from '../../support/domain/points';

const worth = { county: 1000, city: 2000, provincial: 4001 } as const;
type Level = keyof typeof worth;

const office = rulebook({
  ...{ id: 'office', name: '办法' },
  rules: [
    rule({
      ...{ id: 'level', name: '分级', shares: [people('points'), unit('points')] },
      lines: [
        line(
          '',
          list(
            Object.entries(worth).map(([level, amount]) => ({
              ...{ heading: heading(level, is('level', level)), amount: amount / 100 },
            })),
          ),
        ),
      ],
    }),
  ],
});

const three = ['lin', 'zhao', 'qian'].map((personId) => aCredit(personId));
const targetsOf = (printings: PrintingFacts[]) =>
  evaluateFamily([office], aWork(printings, { credits: three }));

const places = ['a', 'b', 'c', 'd'];
const event = fc.oneof(
  fc.record({
    what: fc.constant('verify' as const),
    place: fc.constantFrom(...places),
    level: fc.constantFrom<Level>('county', 'city', 'provincial'),
  }),
  fc.record({ what: fc.constant('withdraw' as const), place: fc.constantFrom(...places) }),
  fc.record({ what: fc.constantFrom('again' as const, 'reverse' as const, 'close' as const) }),
);

const unitOf = (ledger: Ledger) => ledger.accounts.get('unit:chengguan:points')?.balance ?? 0;
const highestOf = (printed: Map<string, PrintingFacts>) =>
  Math.max(0, ...[...printed.values()].map(({ outlet }) => worth[outlet.level as Level]));

test('for any history every event posts the difference and nothing else, and can be undone', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 14 }), (history) => {
      let ledger = emptyLedger();
      let closedThrough: string | null = null;
      const printed = new Map<string, PrintingFacts>();
      for (const one of history) {
        const [before, highest] = [ledger, highestOf(printed)];
        if (one.what === 'verify') {
          printed.set(one.place, { ...aPrinting(one.level), adoptionId: one.place });
        }
        if (one.what === 'withdraw') printed.delete(one.place);
        if (one.what === 'close') closedThrough = '2026-11-30';
        ledger =
          one.what === 'reverse'
            ? undoneAndRedone(ledger)
            : post(ledger, targetsOf([...printed.values()]), { closedThrough });
        // What a later, higher printing brings, and what the runner-up is left with.
        expect(unitOf(ledger) - unitOf(before)).toBe(highestOf(printed) - highest);
        if (one.what === 'again') expect(ledger.entries).toHaveLength(before.entries.length);
        expectConsistent(ledger);
        expect(unitOf(ledger)).toBe(highestOf(printed));
      }
    }),
  );
});

/** The last entry reversed, and the reversal in turn: everything is as it was. */
function undoneAndRedone(ledger: Ledger): Ledger {
  const last = ledger.entries.at(-1);
  if (!last) return ledger;
  const undone = reverse(ledger, last);
  const account = (at: Ledger) => at.accounts.get(last.accountId)?.balance;
  expect(account(undone)).toBe((account(ledger) ?? 0) - last.amount);
  const redone = reverse(undone, undone.entries.at(-1) as Entry); // just posted
  expect(account(redone)).toBe(account(ledger));
  return redone;
}

function reverse(ledger: Ledger, entry: Entry): Ledger {
  const at = ledger.events + 1;
  const moment = { eventId: `e${at}`, postedAt: at, closedThrough: null };
  const appended = appendEntries([reversalOf(entry, '冲销')], moment, knownOf(ledger));
  return ledger.with(appended, familyAfterReversal(ledger.family as Family, entry)); // posted before
}

/** Sum of entries = balance = standing, of every account and period; the people have what the unit has. */
function expectConsistent(ledger: Ledger): void {
  const sums = new Map<string, number>();
  for (const { accountId, amount, periodOn } of ledger.entries) {
    for (const key of [accountId, ...periodsOf(periodOn).map((of) => `${of}:${accountId}`)]) {
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
  }
  const kept = [
    ...[...ledger.accounts].map(([id, { balance }]) => [id, balance] as const),
    ...[...ledger.standings].map(([id, { amount }]) => [id, amount] as const),
  ];
  expect(new Map(kept)).toEqual(sums);
  const ofPeople = [...ledger.accounts.values()].filter(({ kind }) => kind === 'person');
  expect(ofPeople.reduce((all, { balance }) => all + balance, 0)).toBe(unitOf(ledger));
}
