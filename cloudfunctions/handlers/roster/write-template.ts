/** Writes the roster's .xlsx for people to fill in: notes first, then a sheet each. */
import type { DataValidation, Worksheet } from 'exceljs';
import { rosterHeadings, rosterSheets, templateWords } from '../../wording/roster';

/** Rows that get choices and text format; more may be filled in. */
const preparedRows = { units: 200, people: 400 };
const headGround = 'FFB5262B';
const headText = 'FFFFFFFF';
const font = { name: 'Microsoft YaHei', size: 11 };

/** The workbook's bytes. */
export async function writeTemplate(unitRows: string[][]): Promise<ArrayBuffer> {
  // Loaded here: no other call of the function has to wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const units = workbook.addWorksheet(rosterSheets.units);
  const people = workbook.addWorksheet(rosterSheets.people);
  writeNotes(workbook.addWorksheet(rosterSheets.notes));
  prepare(units, headingsOf(rosterHeadings.units), [28, 16, 28, 10]);
  units.addRows(unitRows);
  prepare(people, headingsOf(rosterHeadings.people), [14, 28, 12, 18, 14, 28, 28]);
  people.getColumn(4).numFmt = '@';
  choices(units, 2, listOf(templateWords.unitChoices), preparedRows.units);
  choices(people, 3, listOf(templateWords.standingChoices), preparedRows.people);
  choices(people, 5, listOf(templateWords.flagChoices), preparedRows.people);
  return workbook.xlsx.writeBuffer();
}

function prepare(sheet: Worksheet, headings: string[], widths: number[]): void {
  sheet.addRow(headings);
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
    sheet.getColumn(index + 1).font = font;
  });
  const head = sheet.getRow(1);
  head.height = 26;
  head.font = { ...font, bold: true, color: { argb: headText } };
  head.alignment = { vertical: 'middle', horizontal: 'center' };
  headings.forEach((_heading, index) => {
    const fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: headGround } } as const;
    head.getCell(index + 1).fill = fill;
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

function writeNotes(sheet: Worksheet): void {
  const { title, notes, example } = templateWords;
  sheet.getColumn(1).width = 22;
  for (let column = 2; column <= 7; column += 1) sheet.getColumn(column).width = 18;
  sheet.addRow([title]).font = { ...font, bold: true, size: 14 };
  for (const note of notes) {
    const row = sheet.addRow([note]);
    sheet.mergeCells(row.number, 1, row.number, 7);
    row.height = 34;
    row.getCell(1).alignment = { wrapText: true, vertical: 'middle' };
    row.font = font;
  }
  sheet.addRow([]);
  sheet.addRow([example.title]).font = { ...font, bold: true };
  for (const key of ['units', 'people'] as const) {
    sheet.addRow(headingsOf(rosterHeadings[key])).font = { ...font, bold: true };
    sheet.addRow(example[key]).font = font;
  }
}

function choices(sheet: Worksheet, column: number, list: string, rows: number): void {
  const validation: DataValidation = {
    ...{ type: 'list', allowBlank: true, formulae: [list], showErrorMessage: true },
    ...{ errorTitle: templateWords.listErrorTitle, error: templateWords.listError },
  };
  for (let row = 2; row <= rows + 1; row += 1)
    sheet.getCell(row, column).dataValidation = validation;
}

const listOf = (words: string[]) => `"${words.join(',')}"`;

const headingsOf = (headings: Record<string, string[]>) =>
  Object.values(headings).map(([first = '']) => first);
