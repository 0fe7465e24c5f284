/** Works, printings and facts as rules see them; what is not named is plain. */
import type { Credit } from '../../../cloudfunctions/domain/adoption/adoption';
import type {
  PrintingFacts,
  RegisteredFact,
  WorkFacts,
} from '../../../cloudfunctions/domain/points/facts';
import type { RuleEntry } from '../../../cloudfunctions/domain/points/rule-entry';
import { ownerKeyOf } from '../../../cloudfunctions/domain/ledger/entry';
import {
  periodRulesFor,
  type PeriodAccount,
  type PeriodFacts,
} from '../../../cloudfunctions/domain/points/period-facts';
import { askedBy, itemsOf } from '../../../cloudfunctions/domain/points/period-items';
import { withItems } from '../../../cloudfunctions/domain/points/period-parts';
import {
  noSums,
  nothingGathered,
  withEntries,
  type Gathered,
} from '../../../cloudfunctions/domain/points/period-sums';
import type { Rulebook } from '../../../cloudfunctions/domain/points/rulebook';
import type { Target } from '../../../cloudfunctions/domain/points/target';

let printings = 0;

export function aPrinting(
  level: PrintingFacts['outlet']['level'],
  {
    outletClass = 'paper',
    group = null,
    ...printing
  }: Partial<PrintingFacts> & Partial<Pick<PrintingFacts['outlet'], 'outletClass' | 'group'>> = {},
): PrintingFacts {
  printings += 1;
  const printedOn = printing.printedOn ?? '2026-11-10';
  return {
    adoptionId: `printing${String(printings).padStart(4, '0')}`,
    outlet: { outletId: `outlet-${level}`, name: level, level, outletClass, group },
    printedOn,
    verifiedOn: printedOn,
    reportedOn: printedOn,
    position: 'other',
    genre: 'news',
    mode: 'single',
    words: 800,
    durationSeconds: null,
    feeFen: null,
    reads: null,
    forwards: null,
    photoCount: 0,
    ...printing,
  };
}

export function aCredit(personId: string | null, credit: Partial<Credit> = {}): Credit {
  return { personId, name: personId ?? '外来作者', part: 'text', isJournalist: false, ...credit };
}

export function aWork(printed: PrintingFacts[], work: Partial<WorkFacts> = {}): WorkFacts {
  return {
    workId: 'work0001',
    headline: '春耕时节看水渠',
    kind: 'news',
    column: null,
    unitId: 'chengguan',
    unitClass: null,
    credits: [aCredit('lin')],
    chosenAdoptionId: null,
    printings: printed,
    ...work,
  };
}

export function aFact(
  kind: RegisteredFact['kind'],
  fact: Partial<RegisteredFact> = {},
): RegisteredFact {
  return {
    ...{ _id: 'fact0001', kind, title: '', level: null, personId: 'lin', unitId: 'chengguan' },
    unitPath: ['chengguan'],
    ...{ quantity: 1, mark: null, occurredOn: '2026-11-10', workId: null, note: '', fileId: null },
    ...{ state: 'registered', byId: 'zhou', byName: '周', at: 0, version: 1 },
    ...fact,
  };
}

/** An account with its entries one by one, as a test writes them. */
export type AccountByEntries = Omit<PeriodAccount, 'sums'> & { entries: PeriodEntry[] };
export type PeriodEntry = Pick<
  RuleEntry,
  'book' | 'amount' | 'category' | 'causeId' | 'workId' | 'title'
>;

/** What the rulebook's rules of the period see of such accounts. */
export function seenIn(
  rulebook: Rulebook,
  {
    period,
    accounts: all,
    jury = [],
  }: Pick<PeriodFacts, 'period'> & {
    accounts: AccountByEntries[];
    jury?: PeriodFacts['jury'];
  },
): PeriodFacts {
  const entries = all.flatMap(({ account, entries: own }) =>
    own.map((entry): RuleEntry => ({
      ...{ ...entry, ownerKey: ownerKeyOf(account), causeKind: 'adoption' },
    })),
  );
  const asked = askedBy(periodRulesFor(rulebook, period));
  const seenWith = ({ owners, works }: Gathered): PeriodFacts => ({
    ...{ period, jury, works },
    accounts: all.map(({ entries: _entries, ...account }) => {
      const sums = owners.find(({ ownerKey }) => ownerKey === ownerKeyOf(account.account));
      return { ...account, sums: sums ?? noSums };
    }),
  });
  const summed = { ...withEntries(nothingGathered, period, entries), jury };
  const items = itemsOf(asked, entries, { period, place: 0 });
  return seenWith(withItems(summed, asked, items, seenWith(summed).accounts));
}

/** `lin points 20: 省级报纸头版 40 × 联合署名 ½ = 20`, one line for each target. */
export function saidOf(targets: Target[]): string[] {
  return targets.map(
    ({ account, book, amount, derivation }) =>
      `${account.id} ${book} ${amount / 100}: ${derivation}`,
  );
}
