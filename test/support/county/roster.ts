/** Rosters as people fill them in, and the upload of one as a phone does it. */
import { createHash } from 'node:crypto';
import ExcelJS, { type CellValue } from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { County, Phone } from './county';
import { upload } from './newsroom';

export interface RosterCells {
  units?: CellValue[][];
  people?: CellValue[][];
}

const headings = {
  units: ['单位名称', '单位类别', '上级单位', '分类'],
  people: ['姓名', '所在单位', '身份', '手机', '单位负责人', '职责', '职责范围'],
};

/** An .xlsx with the template's headings. */
export async function rosterOf({ units = [], people = [] }: RosterCells): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('单位').addRows([headings.units, ...units]);
  workbook.addWorksheet('人员').addRows([headings.people, ...people]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The same workbook with the XML of one part changed. */
export function withPart(bytes: Buffer, part: string, change: (xml: string) => string): Buffer {
  const parts = unzipSync(bytes);
  const before = Buffer.from(parts[part] ?? []).toString('utf8');
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(change(before)) }));
}

/** Uploads a roster; answers how the calls name it. */
export async function uploadRoster(
  county: Pick<County, 'cloud'>,
  phone: Pick<Phone, 'openid'>,
  bytes: Buffer,
): Promise<{ sha256: string; bytes: number }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await upload(county, phone, { name: `${sha256}.xlsx`, bytes });
  return { sha256, bytes: bytes.length };
}
