/** Openings as people fill them in, and the import of one as a phone does it. */
import ExcelJS, { type CellValue } from 'exceljs';
import type { ValueOf } from '../../../cloudfunctions/contract';
import type { Phone } from './county';

export interface OpeningCells {
  printings?: Record<string, CellValue>[];
  balances?: Record<string, CellValue>[];
}

const headings = {
  printings: [
    ...['刊发日期', '刊发媒体', '标题', '作者', '报送单位', '版位', '体裁', '采用方式'],
    ...['稿件类别', '专栏', '字数', '时长（秒）', '图片数', '稿酬（元）', '刊发标题', '链接'],
    ...['计分', '备注'],
  ],
  balances: ['姓名或单位', '所在单位', '账簿', '年度', '截至日期', '数额', '备注'],
};

/** An .xlsx with the template's headings; cells by heading. */
export async function openingOf(cells: OpeningCells): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook, '往期采用', headings.printings, cells.printings ?? []);
  fill(workbook, '期初余额', headings.balances, cells.balances ?? []);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill(
  workbook: ExcelJS.Workbook,
  name: string,
  columns: string[],
  rows: Record<string, CellValue>[],
): void {
  const sheet = workbook.addWorksheet(name);
  sheet.addRow(columns);
  for (const row of rows) sheet.addRow(columns.map((column) => row[column] ?? null));
}

/** Sends steps until nothing is left; answers what each did. */
export async function importOpening(
  phone: Phone,
  file: { sha256: string; bytes: number },
): Promise<ValueOf<'opening.import'>[]> {
  const steps = [];
  for (;;) {
    const step = await phone.value('opening.import', { file });
    steps.push(step);
    if (step.left === 0) return steps;
  }
}
