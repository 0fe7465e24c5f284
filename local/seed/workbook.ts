/**
 * A plain .xlsx of texts. The library that reads such a file in the cloud takes a second to load, which
 * whoever waits for the first `npm start` would wait for.
 */
import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The rows of each sheet, by its name. */
export function workbookOf(sheets: Record<string, string[][]>): Buffer {
  const names = Object.keys(sheets);
  const files = {
    '[Content_Types].xml': contentTypes(names.length),
    '_rels/.rels': relations([[`${office}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
      names
        .map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n + 1}"/>`)
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      names.map((_, n) => [`${office}/worksheet`, `worksheets/sheet${n + 1}.xml`]),
    ),
    ...Object.fromEntries(
      Object.values(sheets).map((rows, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetOf(rows)]),
    ),
  };
  const packed = Object.entries(files).map(([name, xml]) => [name, strToU8(head + xml)] as const);
  return Buffer.from(zipSync(Object.fromEntries(packed), { level: 1 }));
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${typed}.${type}+xml"/>`;
  return (
    `<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    part('workbook', 'sheet.main') +
    Array.from({ length: sheets }, (_, n) => part(`worksheets/sheet${n + 1}`, 'worksheet')).join(
      '',
    ) +
    '</Types>'
  );
}

function relations(all: [type: string, target: string][]): string {
  const one = ([type, target]: [string, string], n: number) =>
    `<Relationship Id="r${n + 1}" Type="${type}" Target="${target}"/>`;
  return `<Relationships xmlns="${packaged}/relationships">${all.map(one).join('')}</Relationships>`;
}

/** Up to 26 columns. */
function sheetOf(rows: string[][]): string {
  const cell = (text: string, column: number, row: number) =>
    `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const lines = rows.map((texts, n) => {
    const cells = texts.map((text, column) => cell(text, column, n + 1));
    return `<row r="${n + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
