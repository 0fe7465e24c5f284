/** Writes the opening's .xlsx for people to fill in: a sheet each, notes, and the outlets. */
import type { Worksheet } from 'exceljs';
import { openingHeadings, openingSheets } from '../../wording/opening';
import { openingTemplate } from '../../wording/opening-template';
import {
  headingsOf,
  listOf,
  offerChoices,
  prepareSheet,
  writeExample,
  writeNotes,
} from '../workbook/prepare-sheet';

/** Rows that get choices; more may be filled in. */
const preparedRows = 500;
const printingWidths = [14, 22, 40, 28, 22, 12, 10, 12, 12, 14, 8, 12, 8, 12, 30, 36, 10, 20];
const balanceWidths = [18, 22, 10, 10, 14, 12, 24];

const headings = {
  printings: headingsOf(openingHeadings.printings),
  balances: headingsOf(openingHeadings.balances),
};

/** The workbook's bytes. */
export async function writeOpeningTemplate(outlets: string[][]): Promise<ArrayBuffer> {
  // Loaded here: no other call of the function has to wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const printings = workbook.addWorksheet(openingSheets.printings);
  const balances = workbook.addWorksheet(openingSheets.balances);
  const notes = workbook.addWorksheet(openingTemplate.notesSheet);
  const directory = workbook.addWorksheet(openingTemplate.outletsSheet);
  prepareSheet(printings, headings.printings, printingWidths);
  prepareSheet(balances, headings.balances, balanceWidths);
  offerWords(printings, openingHeadings.printings, ['position', 'genre', 'mode', 'kind']);
  offerWords(printings, openingHeadings.printings, ['counting']);
  offerWords(balances, openingHeadings.balances, ['book']);
  prepareSheet(directory, openingTemplate.outletHeadings, [36, 12]);
  directory.addRows(outlets);
  const { examples, exampleTitle } = openingTemplate;
  writeNotes(notes, openingTemplate, 9);
  writeExample(notes, exampleTitle, [
    { headings: headings.printings, row: examples.printings },
    { headings: headings.balances, row: examples.balances },
  ]);
  return workbook.xlsx.writeBuffer();
}

function offerWords(
  sheet: Worksheet,
  columns: Record<string, unknown>,
  offered: (keyof typeof openingTemplate.choices)[],
): void {
  for (const name of offered) {
    const list = listOf(openingTemplate.choices[name]);
    const column = Object.keys(columns).indexOf(name) + 1;
    offerChoices(sheet, { column, list, rows: preparedRows }, openingTemplate);
  }
}
