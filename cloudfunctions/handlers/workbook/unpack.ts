/**
 * Makes an .xlsx from outside harmless before a library reads it whole: only the parts that hold
 * cells, only so many bytes of them, and without the ranges that a library would spread out cell by
 * cell (a merged or named range over a whole sheet is seventeen thousand million cells).
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A county's roster is some 60 KB; what is larger is something else. */
export const fileBytesMax = 1024 * 1024;
const unpackedBytesMax = 16 * 1024 * 1024;
const partsMax = 40;

const wantedPart =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d{1,3}\.xml)$/;

export type Unpacked =
  { bytes: Uint8Array; refusal?: undefined } | { refusal: 'file_too_large' | 'file_unreadable' };

/** The same workbook with cells alone; or why it is not read. */
export function unpackWorkbook(bytes: Uint8Array): Unpacked {
  let total = 0;
  let parts = 0;
  let isTooLarge = false;
  try {
    const found = unzipSync(bytes, {
      // What an entry unpacks to is bounded by what it claims, so the claims are counted first.
      filter: ({ name, originalSize }) => {
        if (!wantedPart.test(name)) return false;
        total += originalSize;
        parts += 1;
        isTooLarge ||= total > unpackedBytesMax || parts > partsMax;
        return !isTooLarge;
      },
    });
    if (isTooLarge) return { refusal: 'file_too_large' };
    const book = found['xl/workbook.xml'];
    if (!book) return { refusal: 'file_unreadable' };
    found['xl/workbook.xml'] = strToU8(withoutNames(strFromU8(book)));
    return { bytes: zipSync(found, { level: 0 }) };
  } catch {
    // Not a zip, or a broken one: to the person who chose it that is the same.
    return { refusal: 'file_unreadable' };
  }
}

const withoutNames = (xml: string) =>
  xml.replace(/<(\w+:)?definedNames[\s>][^]*?<\/(\w+:)?definedNames>/g, '');
