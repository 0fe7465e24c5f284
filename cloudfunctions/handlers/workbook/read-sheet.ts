/** Reads a sheet into tidy texts by column; knows headings, not what they mean. */
import type { CellValue, Row, Workbook, Worksheet } from 'exceljs';

/** The heading stands in one of the first rows, below a title perhaps. */
const headingRowMax = 5;
const columnsMax = 40;

/** What a sheet is called, and what stands in its columns. */
export interface SheetShape<Column extends string> {
  name: string;
  /** Headings by column; the first is the template's, the others are understood too. */
  headings: Record<Column, string[]>;
  /** Headings without which nothing can be read; the first tells the row of headings. */
  needs: readonly Column[];
  /** Columns whose dates are meant as dates. */
  dates: readonly Column[];
  /** Columns of names, which are often padded to the width of long ones: 张　三. */
  padded: readonly Column[];
  /** More rows than anybody has; each takes its part of a minute. */
  rowsMax: number;
}

/** One row as it was typed: tidy texts by column; a column that is not there is ''. */
export interface ReadRow<Column extends string> {
  row: number;
  cells: Record<Column, string>;
}

export interface CellTrouble<Column extends string> {
  /** Null: the whole sheet. */
  row: number | null;
  column: Column;
  code: 'heading_missing' | 'cell_date' | 'cell_error';
  /** The column's heading. */
  about: string;
}

export interface ReadSheet<Column extends string> {
  rows: ReadRow<Column>[];
  /** Where each column stands, from 1. */
  columns: Map<Column, number>;
  troubles: CellTrouble<Column>[];
}

/** The rows that say anything; undefined where there is no such sheet. */
export function readSheet<Column extends string>(
  workbook: Workbook,
  shape: SheetShape<Column>,
): ReadSheet<Column> | 'too_many' | undefined {
  const sheet = workbook.getWorksheet(shape.name);
  if (!sheet) return undefined;
  const heading = findHeading(sheet, shape);
  const missing = shape.needs.filter((column) => !heading?.columns.has(column));
  const troubles: CellTrouble<Column>[] = missing.map((column) => ({
    ...{ row: null, column, code: 'heading_missing', about: shape.headings[column][0] ?? '' },
  }));
  if (!heading || missing.length > 0) return { rows: [], columns: new Map(), troubles };
  const rows: ReadRow<Column>[] = [];
  sheet.eachRow((row, number) => {
    if (number <= heading.row || rows.length > shape.rowsMax) return;
    const cells = readRow(row, { number, columns: heading.columns, shape, troubles });
    if (Object.values(cells).some((text) => text !== '')) rows.push({ row: number, cells });
  });
  if (rows.length > shape.rowsMax) return 'too_many';
  return { rows, columns: heading.columns, troubles };
}

const columnsOf = <Column extends string>({ headings }: SheetShape<Column>) =>
  Object.keys(headings) as Column[]; // its keys are the columns, by its type

function findHeading<Column extends string>(sheet: Worksheet, shape: SheetShape<Column>) {
  for (let row = 1; row <= headingRowMax; row += 1) {
    const columns = new Map<Column, number>();
    for (let place = 1; place <= columnsMax; place += 1) {
      const { text } = textOf(sheet.getRow(row).findCell(place)?.value);
      const meant = columnsOf(shape).find((column) => shape.headings[column].includes(text));
      if (meant && !columns.has(meant)) columns.set(meant, place);
    }
    if (shape.needs[0] && columns.has(shape.needs[0])) return { row, columns };
  }
  return undefined;
}

interface Reading<Column extends string> {
  number: number;
  columns: Map<Column, number>;
  shape: SheetShape<Column>;
  troubles: CellTrouble<Column>[];
}

function readRow<Column extends string>(
  row: Row,
  { number, columns, shape, troubles }: Reading<Column>,
): Record<Column, string> {
  const cells = columnsOf(shape).map((column) => {
    const place = columns.get(column);
    const value = place ? row.findCell(place)?.value : null;
    const { text, trouble } = textOf(shape.dates.includes(column) ? dayOf(value) : value);
    if (trouble) {
      const about = shape.headings[column][0] ?? '';
      troubles.push({ row: number, column, code: trouble, about });
    }
    return [column, shape.padded.includes(column) ? withoutPadding(text) : text];
  });
  return Object.fromEntries(cells) as Record<Column, string>; // one for each column
}

/** A date as text; the library reads what has no time zone as UTC. */
function dayOf(value: CellValue | undefined): CellValue | undefined {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  }
  if (value && typeof value === 'object' && 'result' in value) return dayOf(value.result);
  return value;
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

const withoutPadding = (text: string) =>
  /^[\p{Script=Han} ]+$/u.test(text) ? text.replaceAll(' ', '') : text;
