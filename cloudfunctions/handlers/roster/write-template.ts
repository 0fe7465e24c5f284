/** Writes the roster's .xlsx for people to fill in: a sheet each, then notes. */
import { rosterHeadings, rosterSheets, templateWords } from '../../wording/roster';
import {
  headingsOf,
  listOf,
  offerChoices,
  prepareSheet,
  writeExample,
  writeNotes,
} from '../workbook/prepare-sheet';

/** Rows that get choices and text format; more may be filled in. */
const preparedRows = { units: 200, people: 400 };

/** The workbook's bytes. */
export async function writeTemplate(unitRows: string[][]): Promise<ArrayBuffer> {
  // Loaded here: no other call of the function has to wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const units = workbook.addWorksheet(rosterSheets.units);
  const people = workbook.addWorksheet(rosterSheets.people);
  const { example } = templateWords;
  const headings = {
    units: headingsOf(rosterHeadings.units),
    people: headingsOf(rosterHeadings.people),
  };
  const notes = workbook.addWorksheet(rosterSheets.notes);
  writeNotes(notes, templateWords, 7);
  writeExample(notes, example.title, [
    { headings: headings.units, row: example.units },
    { headings: headings.people, row: example.people },
  ]);
  prepareSheet(units, headings.units, [28, 16, 28, 10]);
  units.addRows(unitRows);
  prepareSheet(people, headings.people, [14, 28, 12, 18, 14, 28, 28]);
  people.getColumn(4).numFmt = '@';
  const offer = (sheet: typeof units, column: number, words: string[], rows: number) =>
    offerChoices(sheet, { column, list: listOf(words), rows }, templateWords);
  offer(units, 2, templateWords.unitChoices, preparedRows.units);
  offer(people, 3, templateWords.standingChoices, preparedRows.people);
  offer(people, 5, templateWords.flagChoices, preparedRows.people);
  return workbook.xlsx.writeBuffer();
}
