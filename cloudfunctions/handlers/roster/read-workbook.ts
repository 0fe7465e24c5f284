/** Reads the two sheets of a roster into tidy texts; knows headings, not what they mean. */
import type { Buffer as ExcelBuffer, CellValue, Row, Workbook, Worksheet } from 'exceljs';
import type {
  PersonColumn,
  RosterProblem,
  RosterRow,
  RosterSheet,
  UnitColumn,
} from '../../domain/people/roster-shape';
import { rosterHeadings, rosterNeeds, rosterSheets } from '../../wording/roster';
import { unpackWorkbook } from './unpack';

/** More rows than any county has; each takes its part of a minute. */
const rowsMax = { units: 600, people: 3000 };
/** The heading stands in one of the first rows, below a title perhaps. */
const headingRowMax = 5;
const columnsMax = 40;

/** Parts that a library would spread out cell by cell, and that no roster needs. */
const ignoreNodes = [
  ...['mergeCells', 'dataValidations', 'conditionalFormatting', 'hyperlinks', 'autoFilter'],
  ...['drawing', 'picture', 'tableParts', 'cols', 'sheetPr', 'extLst', 'rowBreaks', 'pageSetup'],
];

export interface RosterBook {
  units: RosterRow<UnitColumn>[];
  people: RosterRow<PersonColumn>[];
  problems: RosterProblem[];
}

type Read<Value> = Value | { refusal: 'file_too_large' | 'file_unreadable' };

/** The rows of an uploaded .xlsx; a sheet that is not there is empty, but one of them must be. */
export async function readWorkbook(bytes: Uint8Array): Promise<Read<RosterBook>> {
  const unpacked = unpackWorkbook(bytes);
  if (unpacked.refusal !== undefined) return unpacked;
  const workbook = await load(unpacked.bytes);
  if (!workbook) return { refusal: 'file_unreadable' };
  const problems: RosterProblem[] = [];
  const units = readSheet(workbook, 'units', problems);
  const people = readSheet(workbook, 'people', problems);
  if (units === 'too_many' || people === 'too_many') return { refusal: 'file_too_large' };
  if (!units && !people) {
    problems.push({
      sheet: 'people',
      row: null,
      code: 'sheet_missing',
      about: rosterSheets.people,
    });
  }
  return { units: units ?? [], people: people ?? [], problems };
}

async function load(bytes: Uint8Array): Promise<Workbook | undefined> {
  // Loaded here: no other call of the function has to wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    // Its types know only their own Buffer; any bytes will do.
    await workbook.xlsx.load(bytes as unknown as ExcelBuffer, { ignoreNodes });
    return workbook;
  } catch {
    // Broken inside: to the person who chose it, a file that cannot be read.
    return undefined;
  }
}

function readSheet<Sheet extends RosterSheet>(
  workbook: Workbook,
  name: Sheet,
  problems: RosterProblem[],
): RosterRow<Sheet extends 'units' ? UnitColumn : PersonColumn>[] | 'too_many' | undefined {
  const sheet = workbook.getWorksheet(rosterSheets[name]);
  if (!sheet) return undefined;
  const heading = findHeading(sheet, rosterHeadings[name]);
  const missing = rosterNeeds[name].filter((column) => !heading?.columns.has(column));
  for (const column of missing) {
    // Every needed column has its headings, the template's first.
    const about = (rosterHeadings[name] as Record<string, string[]>)[column]?.[0] ?? '';
    problems.push({ sheet: name, row: null, code: 'heading_missing', about });
  }
  if (!heading || missing.length > 0) return [];
  const rows: RosterRow<string>[] = [];
  sheet.eachRow((row, number) => {
    if (number <= heading.row || rows.length > rowsMax[name]) return;
    const { cells, troubles } = readRow(row, heading.columns, rosterHeadings[name]);
    problems.push(...troubles.map((trouble) => ({ sheet: name, row: number, ...trouble })));
    if (Object.values(cells).some((text) => text !== '')) rows.push({ row: number, cells });
  });
  // `cells` has every column of `headings`, which are those of the sheet.
  return rows.length > rowsMax[name] ? 'too_many' : (rows as never);
}

function findHeading(sheet: Worksheet, headings: Record<string, string[]>) {
  for (let row = 1; row <= headingRowMax; row += 1) {
    const columns = new Map<string, number>();
    for (let column = 1; column <= columnsMax; column += 1) {
      const { text } = textOf(sheet.getRow(row).findCell(column)?.value);
      const meant = Object.keys(headings).find((key) => headings[key]?.includes(text));
      if (meant && !columns.has(meant)) columns.set(meant, column);
    }
    if (columns.has('name')) return { row, columns };
  }
  return undefined;
}

function readRow(row: Row, columns: Map<string, number>, headings: Record<string, string[]>) {
  const cells: Record<string, string> = {};
  const troubles: { code: 'cell_date' | 'cell_error'; about: string }[] = [];
  for (const key of Object.keys(headings)) {
    const column = columns.get(key);
    const { text, trouble } = textOf(column ? row.findCell(column)?.value : null);
    cells[key] = key === 'name' || key === 'head' ? withoutPadding(text) : text;
    if (trouble) troubles.push({ code: trouble, about: headings[key]?.[0] ?? '' });
  }
  return { cells, troubles };
}

/** What a cell shows, as tidy text: full-width forms, hard spaces and invisible marks are gone. */
export function textOf(value: CellValue | undefined): {
  text: string;
  trouble?: 'cell_date' | 'cell_error';
} {
  if (value === null || value === undefined) return { text: '' };
  if (value instanceof Date) return { text: '', trouble: 'cell_date' };
  if (typeof value !== 'object') return { text: tidy(String(value)) };
  if ('error' in value) return { text: '', trouble: 'cell_error' };
  if ('richText' in value) return { text: tidy(value.richText.map(({ text }) => text).join('')) };
  if ('hyperlink' in value) return textOf(value.text);
  // A formula counts as what it came to; without a result nobody has ever computed it.
  if (value.result === undefined) return { text: '', trouble: 'cell_error' };
  return textOf(value.result);
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Short names are often padded to the width of long ones: 张　三. */
const withoutPadding = (text: string) =>
  /^[\p{Script=Han} ]+$/u.test(text) ? text.replaceAll(' ', '') : text;
