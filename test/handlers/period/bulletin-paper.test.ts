/** A bulletin on paper: the figures of the page, on the margins of an official document. */
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { startNovemberRoom, type LedgerRoom } from '../../support/county/ledger-room';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startNovemberRoom();
  await room.aPrinted('county');
  await room.zhou.value('period.draft', { period: '2026-11', version: 0 });
});
afterAll(() => (room as LedgerRoom | undefined)?.stop());

async function exported(as: 'xlsx' | 'docx'): Promise<Buffer> {
  const { name, url } = await room.zhou.value('bulletin.export', { period: '2026-11', as });
  expect(name).toBe(`2026年11月信息通报.${as}`);
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

test('as .xlsx: a sheet of units with their sums, a sheet of people', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await exported('xlsx')) as never);
  const rowsOf = (name: string) =>
    (workbook.getWorksheet(name)?.getSheetValues() ?? []).flatMap((row) =>
      Array.isArray(row) ? [row.slice(1)] : [],
    );
  const units = rowsOf('单位');
  expect(units[1]).toEqual([
    ...['名次', '单位', '本期报送', '累计报送', '采用', '本级', '县级', '市级', '省级'],
    ...['国家级', '社情民意', '积分', '累计积分'],
  ]);
  expect(units[2]).toEqual([1, '城关镇联工委', 1, 1, 1, 0, 1, 0, 0, 0, 0, 10, 10]);
  expect(units[3]?.[1]).toBe('合计');
  expect(rowsOf('人员')[2]).toEqual([1, '林示例', '示例县政协', 1, 1, 10, 10]);
});

test('as .docx: A4 with 37, 35, 28 and 26 mm, a red rule, the date in full, page numbers', async () => {
  const zip = await JSZip.loadAsync(await exported('docx'));
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const margins = /<w:pgMar [^>]*>/.exec(document)?.[0] ?? '';
  expect(margins).toContain('w:top="2097"');
  expect(margins).toContain('w:bottom="1984"');
  expect(margins).toContain('w:left="1587"');
  expect(margins).toContain('w:right="1474"');
  expect(document).toContain('B5262B');
  expect(document).toContain('示例县政协2026年11月信息通报');
  expect(document).toContain('城关镇联工委');
  expect(document).toMatch(/20\d\d年\d{1,2}月\d{1,2}日/);
  const names = Object.keys(zip.files).filter((name) => name.startsWith('word/footer'));
  const footer = (await zip.file(names[0] ?? '')?.async('string')) ?? '';
  expect(footer).toContain('PAGE');
});
