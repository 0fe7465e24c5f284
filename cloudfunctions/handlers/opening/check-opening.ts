import type { ValueOf } from '../../contract';
import { books } from '../../domain/ledger/entry';
import type { OpeningProblem, OpeningSheet } from '../../domain/opening/opening-shape';
import { isInBalances } from '../../domain/opening/plan-opening';
import { rulebookOn } from '../../domain/points/rulebook';
import { openingHeadings, openingMet, openingProblems, openingSheets } from '../../wording/opening';
import { refused, type QueryHandler } from '../handler';
import { planOpeningFile, type PlannedOpening } from './plan-opening-file';

type Report = ValueOf<'opening.check'>;

/** As many as somebody mends before the next check; the count says how many there are in all. */
const remarksShown = 100;

const wordsOf: Record<OpeningProblem['code'], (about: string, heading: string) => string> =
  openingProblems;
const headings: Record<string, Record<string, string[]>> = openingHeadings;

/** `opening.check`: what an import would enter and post, and every bad cell; writes nothing. */
export const checkOpeningHandler: QueryHandler<'opening.check'> = async ({ file }, scene) => {
  const [planned, settings] = await Promise.all([
    planOpeningFile(file, scene),
    scene.store.readLedgerSettings(),
  ]);
  if (planned.refusal !== undefined) return refused(planned.refusal);
  const { printings, balances, problems } = planned.plan;
  const sorted = [...problems].sort((left, right) => inOrder(planned.places, left, right));
  return {
    ok: true,
    value: {
      ...countsOf(planned),
      sums: sumsOf(planned),
      known: printings.known + balances.known,
      closedThrough: settings?.closedThrough ?? null,
      met: printings.met.slice(0, remarksShown).map(({ row, state }) => ({
        ...{ sheet: openingSheets.printings, row, cell: null, words: openingMet(state) },
      })),
      metCount: printings.met.length,
      problems: sorted.slice(0, remarksShown).map((problem) => viewProblem(problem, planned)),
      problemCount: problems.length,
    },
  };
};

function countsOf({ plan, rulebooks }: PlannedOpening) {
  const { added } = plan.printings;
  const counted = added.filter(({ isCounted }) => isCounted);
  return {
    printings: added.length,
    uncounted: added.length - counted.length,
    covered: counted.filter((row) => isInBalances(row, plan.covered)).length,
    unruled: counted.filter(({ facts }) => !rulebookOn(rulebooks, facts.printedOn)).length,
    balances: plan.balances.added.length,
  };
}

function sumsOf({ plan }: PlannedOpening): Report['sums'] {
  return books.flatMap((book) => {
    const own = plan.balances.added.filter((balance) => balance.book === book);
    const amount = own.reduce((all, balance) => all + balance.amount, 0);
    return own.length > 0 ? [{ book, accounts: own.length, amount }] : [];
  });
}

const sheetOrder: OpeningSheet[] = ['printings', 'balances'];

/** By sheet, row and column: as one goes through the file. */
function inOrder(places: Map<string, number>, left: OpeningProblem, right: OpeningProblem): number {
  const placeOf = ({ sheet, column }: OpeningProblem) => places.get(`${sheet}.${column}`) ?? 0;
  const bySheet = sheetOrder.indexOf(left.sheet) - sheetOrder.indexOf(right.sheet);
  return bySheet || (left.row ?? 0) - (right.row ?? 0) || placeOf(left) - placeOf(right);
}

function viewProblem(
  { sheet, row, column, code, about }: OpeningProblem,
  { places }: PlannedOpening,
): Report['problems'][number] {
  const place = column === null ? undefined : places.get(`${sheet}.${column}`);
  const heading = column === null ? '' : (headings[sheet]?.[column]?.[0] ?? '');
  return {
    ...{ sheet: openingSheets[sheet], row },
    cell: place === undefined || row === null ? null : `${lettersOf(place)}${row}`,
    words: wordsOf[code](about, heading),
  };
}

/** A column as spreadsheets name it: 1 is A, 27 is AA. */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + ((place - 1) % 26));
  return place > 26 ? `${lettersOf(Math.floor((place - 1) / 26))}${last}` : last;
}
