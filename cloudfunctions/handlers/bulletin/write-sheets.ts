/** A bulletin as .xlsx: a sheet of units, a sheet of people. */
import type { Worksheet } from 'exceljs';
import { bulletinWords } from '../../wording/bulletin';
import type { WholeBulletin } from './read-bulletin';
import { tablesOf, type Table } from './tables';

const font = { name: 'FangSong', size: 12 };
const titleFont = { name: 'FZXiaoBiaoSong-B05S', size: 18 };
const ruleRed = 'FFB5262B';

export async function writeSheets(whole: WholeBulletin): Promise<Uint8Array> {
  // Loaded here: no other call of the function has to wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const words = wordsBelow(whole);
  for (const table of tablesOf(whole)) {
    const sheet = workbook.addWorksheet(table.title);
    fill(sheet, table, bulletinWords.title(whole.period._id));
    if (table.title !== bulletinWords.units || words.length === 0) continue;
    sheet.addRow([]);
    for (const line of words) {
      const row = sheet.addRow([line]);
      row.font = font;
      // As wide as the table: a line of many names is read without opening its cell.
      sheet.mergeCells(row.number, 1, row.number, table.headings.length);
      row.alignment = { wrapText: true, vertical: 'top' };
      row.height = 18 * Math.ceil((2 * line.length) / (13 * (table.headings.length + 1)));
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Who filed nothing, who is named, and what the close is known by. */
function wordsBelow({ head, period }: WholeBulletin): string[] {
  return [
    ...(head.zero.length > 0 ? [bulletinWords.zero(head.zero)] : []),
    ...(head.named.length > 0 ? [bulletinWords.named(head.named)] : []),
    ...(period.headDigest ? [bulletinWords.digest(period.headDigest)] : []),
  ];
}

function fill(sheet: Worksheet, { headings, rows }: Table, title: string): void {
  sheet.addRow([title]).font = titleFont;
  sheet.mergeCells(1, 1, 1, headings.length);
  sheet.getRow(1).alignment = { horizontal: 'center' };
  const head = sheet.addRow(headings);
  head.font = { ...font, bold: true };
  head.alignment = { horizontal: 'center', wrapText: true };
  head.eachCell((cell) => {
    cell.border = { top: { style: 'medium', color: { argb: ruleRed } }, bottom: { style: 'thin' } };
  });
  for (const row of rows) sheet.addRow(row).font = font;
  headings.forEach((_heading, n) => (sheet.getColumn(n + 1).width = n === 1 ? 26 : 13));
  // Printed as wide as A4 across, its headings on every page.
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 };
  sheet.pageSetup.printTitlesRow = '1:2';
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: 2 }];
}
