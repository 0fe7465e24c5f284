/** An uploaded .xlsx, made harmless and opened; what its sheets mean is for others to say. */
import type { Buffer as ExcelBuffer, Workbook } from 'exceljs';
import { createHash } from 'node:crypto';
import type { Scene } from '../handler';
import { fileBytesMax, unpackWorkbook } from './unpack';

export type FileRefusal = 'file_missing' | 'file_changed' | 'file_too_large' | 'file_unreadable';

/** Parts that a library would spread out cell by cell, and that no list of rows needs. */
const ignoreNodes = [
  ...['mergeCells', 'dataValidations', 'conditionalFormatting', 'hyperlinks', 'autoFilter'],
  ...['drawing', 'picture', 'tableParts', 'cols', 'sheetPr', 'extLst', 'rowBreaks', 'pageSetup'],
];

/** The file as it lies in the asker's folder, if it is the one that its hash names. */
export async function readUploaded(
  { sha256, bytes }: { sha256: string; bytes: number },
  { store, openid }: Pick<Scene, 'store' | 'openid'>,
): Promise<{ bytes: Uint8Array; refusal?: undefined } | { refusal: FileRefusal }> {
  if (bytes > fileBytesMax) return { refusal: 'file_too_large' };
  const found = await store.readUpload(`incoming/${openid}/${sha256}.xlsx`, fileBytesMax);
  if (!found) return { refusal: 'file_missing' };
  const isWhole = createHash('sha256').update(found).digest('hex') === sha256;
  return isWhole ? { bytes: found } : { refusal: 'file_changed' };
}

/** The workbook with its cells alone. */
export async function loadWorkbook(
  bytes: Uint8Array,
): Promise<
  { workbook: Workbook; refusal?: undefined } | { refusal: 'file_too_large' | 'file_unreadable' }
> {
  const unpacked = unpackWorkbook(bytes);
  if (unpacked.refusal !== undefined) return unpacked;
  // Loaded here: no other call of the function has to wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    // Its types know only their own Buffer; any bytes will do.
    await workbook.xlsx.load(unpacked.bytes as unknown as ExcelBuffer, { ignoreNodes });
    return { workbook };
  } catch {
    // Broken inside: to the person who chose it, a file that cannot be read.
    return { refusal: 'file_unreadable' };
  }
}
