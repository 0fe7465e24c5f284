/**
 * A filled-in opening workbook decided on: first what its rows say, then, beside what is known of
 * the days and accounts they name, which of them are new.
 */
import { accountIdOf, books, type Entry } from '../ledger/entry';
import { balanceEntryId, coveredBy, coveredByEntry, isCovered, type Covered } from './balance';
import type {
  BalanceColumn,
  OpeningPlace,
  OpeningProblem,
  OpeningRow,
  OpeningSheet,
  PrintingColumn,
  Trouble,
} from './opening-shape';
import { planBalances, type BalancesPlan, type CountedDay } from './plan-balances';
import { planPrintings, type KnownPrinting, type PrintingsPlan } from './plan-printings';
import { readBalance, type WantedBalance } from './read-balance';
import { namedIn, readPrinting, type WantedPrinting } from './read-printing';

export interface OpeningRows {
  printings: WantedPrinting[];
  balances: WantedBalance[];
  problems: OpeningProblem[];
}

/** What each row says; `rulebooks` are in force or will be. */
export function readOpening(
  typed: {
    printings: OpeningRow<PrintingColumn>[];
    balances: OpeningRow<BalanceColumn>[];
  },
  place: OpeningPlace,
  rulebooks: number,
): OpeningRows {
  const named = namedIn(place);
  const printings = typed.printings.map((row) => ({ row, ...readPrinting(row, place, named) }));
  const balances = typed.balances.map((row) => ({ row, ...readBalance(row, place, named) }));
  const problems = [
    ...printings.flatMap(({ row, troubles }) => problemsOf('printings', row.row, troubles)),
    ...balances.flatMap(({ row, troubles }) => problemsOf('balances', row.row, troubles)),
  ];
  // The first rulebook may reach back; it must not find printings that it never counted.
  if (typed.printings.length > 0 && rulebooks === 0) {
    const code = 'rulebook_missing';
    problems.unshift({ sheet: 'printings', row: null, column: null, code, about: '' });
  }
  return {
    printings: printings.flatMap(({ wanted }) => wanted ?? []),
    balances: balances.flatMap(({ wanted }) => wanted ?? []),
    problems,
  };
}

function problemsOf<Column extends PrintingColumn | BalanceColumn>(
  sheet: OpeningSheet,
  row: number,
  troubles: Trouble<Column>[],
): OpeningProblem[] {
  return troubles.map(([column, code, about]) => ({ sheet, row, column, code, about }));
}

/** What has to be looked up before the rows are decided on. */
export interface OpeningQuestions {
  /** Days of printing; null without printings. */
  days: { from: string; through: string } | null;
  /** Entries of opening balances that may be there. */
  entryIds: string[];
  /** Owners whose entries of these days would be in a balance once more. */
  ownerKeys: string[];
  span: { from: string; through: string } | null;
}

export function questionsOf({ printings, balances }: OpeningRows): OpeningQuestions {
  const days = printings.map(({ facts }) => facts.printedOn).sort();
  const years = balances.map(({ year }) => year).sort();
  const throughs = balances.map(({ through }) => through).sort();
  const ids = [
    ...printings.flatMap(({ work, facts }) =>
      ownersOf(work).flatMap((owner) =>
        books.map((book) => balanceEntryId(owner, book, facts.printedOn.slice(0, 4))),
      ),
    ),
    ...balances.map(({ owner, book, year }) => balanceEntryId(owner, book, year)),
  ];
  const keys = balances.map(({ owner }) => `${owner.kind}:${owner.id}`);
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  const [firstYear, lastThrough] = [years[0], throughs.at(-1)];
  return {
    days: firstDay && lastDay ? { from: firstDay, through: lastDay } : null,
    entryIds: [...new Set(ids)],
    ownerKeys: [...new Set(keys)],
    span: firstYear && lastThrough ? { from: `${firstYear}-01-01`, through: lastThrough } : null,
  };
}

function ownersOf({ unitId, credits }: WantedPrinting['work']) {
  const people = credits.flatMap(({ personId }) => personId ?? []);
  return [
    ...people.map((id) => ({ kind: 'person' as const, id })),
    { kind: 'unit' as const, id: unitId },
  ];
}

export interface OpeningKnown {
  printings: KnownPrinting[];
  posted: Entry[];
  counted: CountedDay[];
}

export interface OpeningPlan {
  printings: PrintingsPlan;
  balances: BalancesPlan;
  covered: Covered[];
  problems: OpeningProblem[];
}

export function planOpening(rows: OpeningRows, known: OpeningKnown): OpeningPlan {
  const printings = planPrintings(rows.printings, known.printings);
  const balances = planBalances(rows.balances, known);
  return {
    ...{ printings, balances },
    covered: [...known.posted.map(coveredByEntry), ...rows.balances.map(coveredBy)],
    problems: [...rows.problems, ...printings.problems, ...balances.problems],
  };
}

/** Does an opening balance hold what a printing would bring, to anybody, in any book? */
export function isInBalances({ work, facts }: WantedPrinting, covered: Covered[]): boolean {
  return ownersOf(work).some((owner) =>
    books.some((book) => isCovered(covered, accountIdOf(owner, book), facts.printedOn)),
  );
}
