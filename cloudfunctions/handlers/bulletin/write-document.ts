/** A bulletin as .docx: A4 with the margins of an official document, red rule, page numbers. */
import type * as docxLibrary from 'docx';
import type { ISectionOptions, Paragraph, Table as PaperTable } from 'docx';
import { dayOf } from '../../kernel/days';
import { bulletinWords, fullDay, paperFonts } from '../../wording/bulletin';
import type { WholeBulletin } from './read-bulletin';
import { tablesOf, type Table } from './tables';

type Docx = typeof docxLibrary;

const titleFont = { ascii: 'Times New Roman', eastAsia: paperFonts.title };
const bodyFont = { ascii: 'Times New Roman', eastAsia: paperFonts.body };
const ruleRed = 'B5262B';
/** Half points: 二号 for the title, 三号 for the text, 小四 in tables, 五号 in wide ones. */
const sizes = { title: 44, body: 32, cell: 24, narrow: 21 };
/** Of a page, between its margins. */
const tableWidthMm = 210 - 28 - 26;
const wideFrom = 10;
const rowHeightMm = 7.5;
const peoplePrinted = 50;

export async function writeDocument(whole: WholeBulletin, now: number): Promise<Uint8Array> {
  // Loaded here: no other call of the function has to wait for it.
  const docx = await import('docx');
  const { period, head, organName } = whole;
  const [units, people] = tablesOf(whole);
  const children = [
    heading(docx, `${organName}${bulletinWords.title(period._id)}`),
    ...(units ? [tableOf(docx, units)] : []),
    ...(head.zero.length > 0 ? [words(docx, bulletinWords.zero(head.zero))] : []),
    ...(head.named.length > 0 ? [words(docx, bulletinWords.named(head.named))] : []),
    ...(people && people.rows.length > 0
      ? [
          words(docx, bulletinWords.topPeople),
          tableOf(docx, { ...people, rows: people.rows.slice(0, peoplePrinted) }),
        ]
      : []),
    ...(period.headDigest
      ? [words(docx, bulletinWords.digest(period.headDigest), { size: sizes.narrow })]
      : []),
    words(docx, organName, { alignment: 'right' }),
    words(docx, fullDay(dayOf(period.closedAt ?? now)), { alignment: 'right' }),
  ];
  const file = new docx.Document({ sections: [section(docx, children)] });
  return docx.Packer.toBuffer(file);
}

function section(docx: Docx, children: (Paragraph | PaperTable)[]): ISectionOptions {
  const mm = docx.convertMillimetersToTwip;
  const number = new docx.TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'], size: 28 });
  const footer = new docx.Paragraph({ alignment: 'center', children: [number] });
  return {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
      },
    },
    footers: { default: new docx.Footer({ children: [footer] }) },
    children,
  };
}

function heading(docx: Docx, text: string): Paragraph {
  return new docx.Paragraph({
    ...{ alignment: 'center', spacing: { after: 300 } },
    border: { bottom: { style: 'single', size: 18, color: ruleRed, space: 8 } },
    children: [new docx.TextRun({ text, font: titleFont, size: sizes.title })],
  });
}

function words(
  docx: Docx,
  text: string,
  { alignment = 'left', size = sizes.body }: { alignment?: 'left' | 'right'; size?: number } = {},
): Paragraph {
  return new docx.Paragraph({
    ...{ alignment, spacing: { before: 240, line: 560, lineRule: 'exact' } },
    // What introduces a table stands above it, and who signs above the day: on one page.
    keepNext: text.endsWith('\uff1a') || alignment === 'right',
    children: [new docx.TextRun({ text, font: bodyFont, size })],
  });
}

function tableOf(docx: Docx, { headings, rows, widths }: Table): PaperTable {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columnWidths = widths.map((width) =>
    docx.convertMillimetersToTwip((tableWidthMm * width) / sum),
  );
  const size = headings.length >= wideFrom ? sizes.narrow : sizes.cell;
  const side = docx.convertMillimetersToTwip(0.5);
  const row = (cells: (string | number)[], isHead: boolean) =>
    new docx.TableRow({
      // A table over several pages says again what its columns are.
      ...{ tableHeader: isHead, cantSplit: true },
      height: { value: docx.convertMillimetersToTwip(rowHeightMm), rule: 'atLeast' },
      children: cells.map((cell, n) => {
        const run = new docx.TextRun({
          ...{ text: String(cell), font: bodyFont, size, bold: isHead },
        });
        const paragraph = new docx.Paragraph({
          alignment: typeof cell === 'number' || isHead ? 'center' : 'left',
          children: [run],
        });
        return new docx.TableCell({
          ...{ verticalAlign: 'center', children: [paragraph] },
          width: { size: columnWidths[n] ?? 0, type: 'dxa' },
        });
      }),
    });
  return new docx.Table({
    // As wide as they are told to be: else a name is squeezed to one character a line.
    ...{ layout: 'fixed', columnWidths, margins: { left: side, right: side } },
    width: { size: columnWidths.reduce((total, width) => total + width, 0), type: 'dxa' },
    rows: [row(headings, true), ...rows.map((cells) => row(cells, false))],
  });
}
