/**
 * The Word sheet (稿签) as an office writes its papers: A4 with the margins of GB/T 9704, headline,
 * byline, unit and number over a red rule, text in 仿宋, the review chain, the page's number.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type * as Library from 'docx';
import type { IParagraphOptions, Paragraph, Table } from 'docx';
import { sheetWords } from '../../wording/package';
import type { PackageFacts } from './tell-package';

type Docx = typeof Library;

const { fonts } = sheetWords;
const red = 'B5262B';
/** In half points: 三号 for the text, 二号 for the headline, 四号 for what is beside it. */
const sizes = { title: 56, headline: 44, body: 32, small: 28 };
/** Lines of 28 points, as the standard sets 22 to a page. */
const line = 560;
/** Two characters of the text. */
const indent = 640;

/** Millimetres as Word counts, in twentieths of a point; the library's own function cuts them off. */
const mm = (length: number) => Math.round((length / 25.4) * 1440);

/** The sheet's bytes. */
export async function writeSheet(facts: PackageFacts): Promise<Uint8Array> {
  // Loaded here: no other call of the function has to wait for it.
  const docx = await import('docx');
  const { Document, Packer } = docx;
  const font = faceOf(fonts.body.name);
  const document = new Document({
    ...{ title: facts.headline, creator: facts.title },
    styles: { default: { document: { run: { font, size: sizes.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) },
          },
        },
        footers: { default: footerOf(docx) },
        children: [...headOf(docx, facts), ...textOf(docx, facts), ...reviewsOf(docx, facts)],
      },
    ],
  });
  return withSubstitutes(await Packer.toBuffer(document));
}

/** The library's own default would set Western letters in another face than the Chinese. */
const faceOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

interface Look {
  face?: keyof typeof fonts;
  size?: number;
  color?: string;
}

function paragraph(
  { Paragraph, Tab, TextRun }: Docx,
  text: string,
  { face = 'body', size = sizes.body, color, ...options }: Look & IParagraphOptions = {},
): Paragraph {
  const pieces = text.split('\t').flatMap((piece, n) => (n === 0 ? [piece] : [new Tab(), piece]));
  const run = new TextRun({ children: pieces, font: faceOf(fonts[face].name), size, color });
  return new Paragraph({ spacing: { line, lineRule: 'exact' }, ...options, children: [run] });
}

function headOf(docx: Docx, facts: PackageFacts): Paragraph[] {
  const { AlignmentType, BorderStyle, TabStopType } = docx;
  const centred = { alignment: AlignmentType.CENTER };
  const rule = { style: BorderStyle.SINGLE, size: 18, space: 6, color: red };
  const open = { line: 760, lineRule: 'atLeast' as const };
  return [
    paragraph(docx, facts.title, {
      ...{ ...centred, face: 'title', size: sizes.title, color: red, spacing: open },
    }),
    // The number at the left margin, the day at the right one, over the rule.
    paragraph(docx, `${facts.number}\t${facts.day}`, {
      ...{
        size: sizes.small,
        border: { bottom: rule },
        spacing: { ...open, before: 240, after: 360 },
      },
      tabStops: [{ type: TabStopType.RIGHT, position: mm(156) }],
    }),
    ...(facts.notice === ''
      ? []
      : [
          paragraph(docx, facts.notice, {
            face: 'strong',
            color: red,
            spacing: { line, after: 240 },
          }),
        ]),
    paragraph(docx, facts.headline, {
      ...{ ...centred, face: 'title', size: sizes.headline, spacing: { ...open, after: 120 } },
    }),
    paragraph(docx, facts.byline, { ...centred, spacing: { line, after: 120 } }),
    ...facts.facts.map((fact) => paragraph(docx, fact, { size: sizes.small })),
  ];
}

function textOf(docx: Docx, { paragraphs, captions }: PackageFacts): Paragraph[] {
  const first = { before: 240, line, lineRule: 'exact' as const };
  const body = paragraphs.map((text, n) =>
    paragraph(docx, text, {
      ...{ indent: { firstLine: indent }, alignment: docx.AlignmentType.BOTH },
      ...(n === 0 && { spacing: first }),
    }),
  );
  if (captions.length === 0) return body;
  const listed = captions.map((caption) => paragraph(docx, caption, { size: sizes.small }));
  return [...body, partTitle(docx, sheetWords.captions), ...listed];
}

const partTitle = (docx: Docx, words: string) =>
  paragraph(docx, words, { face: 'strong', keepNext: true, spacing: { before: 360, after: 120 } });

/** The chain, a line an act; a line is never torn over two pages. */
function reviewsOf(docx: Docx, { reviews }: PackageFacts): (Paragraph | Table)[] {
  const { Table, TableCell, TableRow, VerticalAlign } = docx;
  const widths = [mm(30), mm(26), mm(38), mm(62)];
  const rowOf = (cells: string[], isHead: boolean) =>
    new TableRow({
      ...{ ...(isHead && { tableHeader: true }), cantSplit: true },
      children: cells.map(
        (text, n) =>
          new TableCell({
            width: { size: widths[n] ?? 0, type: 'dxa' },
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            verticalAlign: VerticalAlign.CENTER,
            children: [
              paragraph(docx, text, {
                ...{ face: isHead ? 'strong' : 'body', size: 24, spacing: { line: 360 } },
              }),
            ],
          }),
      ),
    });
  const rows = [rowOf(sheetWords.columns, true), ...reviews.map((cells) => rowOf(cells, false))];
  return [
    partTitle(docx, sheetWords.reviews),
    new Table({ columnWidths: widths, layout: 'fixed', rows }),
  ];
}

function footerOf({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx) {
  const [before = '', after = ''] = sheetWords.pageNumber;
  const children = [before, PageNumber.CURRENT, after];
  const run = new TextRun({ children, font: faceOf(fonts.title.instead), size: sizes.small });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  });
}

/** Says what to take where a face is not installed, which the library has no option for. */
function withSubstitutes(sheet: Uint8Array): Uint8Array {
  const parts = unzipSync(sheet);
  const table = 'word/fontTable.xml';
  const faces = Object.values(fonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/></w:font>`,
  );
  const before = parts[table] ? strFromU8(parts[table]) : '';
  const after = before.replace(/\/>$|<\/w:fonts>$/, (end) =>
    end === '/>' ? `>${faces.join('')}</w:fonts>` : `${faces.join('')}${end}`,
  );
  return zipSync({ ...parts, [table]: strToU8(after) });
}
