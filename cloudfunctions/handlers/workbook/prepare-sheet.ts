/** What sheets to fill in have in common: a heading that stays, choices, notes with an example. */
import type { DataValidation, Worksheet } from 'exceljs';

const headGround = 'FFB5262B';
const headText = 'FFFFFFFF';
export const font = { name: 'Microsoft YaHei', size: 11 };

/** Headings that stay in sight, over columns of these widths. */
export function prepareSheet(sheet: Worksheet, headings: string[], widths: number[]): void {
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

/** A title and one note a line, across so many columns. */
export function writeNotes(
  sheet: Worksheet,
  { title, notes }: { title: string; notes: string[] },
  columns: number,
): void {
  sheet.getColumn(1).width = 22;
  for (let column = 2; column <= columns; column += 1) sheet.getColumn(column).width = 18;
  sheet.addRow([title]).font = { ...font, bold: true, size: 14 };
  for (const note of notes) {
    const row = sheet.addRow([note]);
    sheet.mergeCells(row.number, 1, row.number, columns);
    row.height = 34;
    row.getCell(1).alignment = { wrapText: true, vertical: 'middle' };
    row.font = font;
  }
}

/** Rows as they might be filled in, each below its headings. */
export function writeExample(
  sheet: Worksheet,
  title: string,
  parts: { headings: string[]; row: string[] }[],
): void {
  sheet.addRow([]);
  sheet.addRow([title]).font = { ...font, bold: true };
  for (const { headings, row } of parts) {
    sheet.addRow(headings).font = { ...font, bold: true };
    sheet.addRow(row).font = font;
  }
}

export interface ChoiceWords {
  listErrorTitle: string;
  listError: string;
}

/** Lets the cells of a column be chosen from a list: words, or a range of another sheet. */
export function offerChoices(
  sheet: Worksheet,
  { column, list, rows }: { column: number; list: string; rows: number },
  words: ChoiceWords,
): void {
  const validation: DataValidation = {
    ...{ type: 'list', allowBlank: true, formulae: [list], showErrorMessage: true },
    ...{ errorTitle: words.listErrorTitle, error: words.listError },
  };
  for (let row = 2; row <= rows + 1; row += 1)
    sheet.getCell(row, column).dataValidation = validation;
}

export const listOf = (words: string[]) => `"${words.join(',')}"`;

/** The template's own headings: the first of each column. */
export const headingsOf = (headings: Record<string, string[]>) =>
  Object.values(headings).map(([first = '']) => first);
