/** Reads the two sheets of an opening into tidy texts. */
import type {
  BalanceColumn,
  OpeningProblem,
  OpeningRow,
  OpeningSheet,
  PrintingColumn,
} from '../../domain/opening/opening-shape';
import { openingHeadings, openingNeeds, openingSheets } from '../../wording/opening';
import { loadWorkbook } from '../workbook/load-workbook';
import { readSheet, type ReadSheet, type SheetShape } from '../workbook/read-sheet';

/** As many as a phone can import in one go, some minutes; the template says so. */
const rowsMax = 2000;

const printingShape: SheetShape<PrintingColumn> = {
  ...{ name: openingSheets.printings, headings: openingHeadings.printings, padded: [] },
  ...{ needs: openingNeeds.printings, dates: ['printedOn'], rowsMax },
};
const balanceShape: SheetShape<BalanceColumn> = {
  ...{ name: openingSheets.balances, headings: openingHeadings.balances, padded: ['owner'] },
  ...{ needs: openingNeeds.balances, dates: ['through'], rowsMax },
};

export interface OpeningBook {
  printings: OpeningRow<PrintingColumn>[];
  balances: OpeningRow<BalanceColumn>[];
  problems: OpeningProblem[];
  /** Where the columns stand in this file, by `<sheet>.<column>`. */
  places: Map<string, number>;
}

/** The rows of an uploaded .xlsx; a sheet that is not there is empty, but one of them must be. */
export async function readOpeningBook(
  bytes: Uint8Array,
): Promise<OpeningBook | { refusal: 'file_too_large' | 'file_unreadable' }> {
  const loaded = await loadWorkbook(bytes);
  if (loaded.refusal !== undefined) return loaded;
  const printings = readSheet(loaded.workbook, printingShape);
  const balances = readSheet(loaded.workbook, balanceShape);
  if (printings === 'too_many' || balances === 'too_many') return { refusal: 'file_too_large' };
  const problems = [...problemsOf('printings', printings), ...problemsOf('balances', balances)];
  if (!printings && !balances) {
    const about = openingSheets.printings;
    const whole = { row: null, column: null } as const;
    problems.push({ sheet: 'printings', ...whole, code: 'sheet_missing', about });
  }
  return {
    ...{ printings: printings?.rows ?? [], balances: balances?.rows ?? [], problems },
    places: new Map([...placesOf('printings', printings), ...placesOf('balances', balances)]),
  };
}

type Read = ReadSheet<PrintingColumn> | ReadSheet<BalanceColumn> | undefined;

function problemsOf(sheet: OpeningSheet, read: Read): OpeningProblem[] {
  return (read?.troubles ?? []).map(({ row, column, code, about }) => ({
    ...{ sheet, row, column: row === null ? null : column, code, about },
  }));
}

function placesOf(sheet: OpeningSheet, read: Read): [string, number][] {
  return [...(read?.columns ?? [])].map(([column, place]) => [`${sheet}.${column}`, place]);
}
