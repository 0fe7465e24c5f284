/**
 * A bulletin as one picture to pass on: title, sums, the first of the units and of the people, who filed
 * nothing, and what the close is known by. Pure, like the posters whose shapes it is made of.
 */
import {
  figureWords,
  pictureStateWords,
  pictureText,
  bulletinText,
  type Bulletin,
} from '../wording/bulletin';
import { fitted, type Shape, type Sheet } from '../paper/layout';
import { fits, linesOf, type Frame } from './lines';
import { below, inner, margin, right, say, width, type Part, type Words } from './parts';
import { personTable, rankingOf, unitTable } from './ranking';

/** So many lines of each ranking, fewer where names are long; the bulletin has the rest. */
const shownMax = 10;
/** What the canvas of every phone can hold. */
export const heightMax = 4096;
const namesLinesMax = 3;

export interface Pictured {
  /** Its units' first page. */
  units: Bulletin;
  /** Its people's first page. */
  people: Bulletin;
}

export function pictureOf(pictured: Pictured, now: number): Sheet {
  for (let shown = shownMax; shown > 1; shown -= 1) {
    const sheet = drawn(pictured, now, shown);
    if (sheet.height <= heightMax) return sheet;
  }
  return drawn(pictured, now, 1);
}

function drawn({ units, people }: Pictured, now: number, shown: number): Sheet {
  const parts = [
    headOf(units),
    totalsOf(units),
    rankingOf(pictureText.units, unitTable(units, shown)),
    rankingOf(pictureText.people, personTable(people, shown)),
    namesOf(pictureText.zero(units.zero.length), units.zero),
    namesOf(pictureText.named, units.named),
    footOf(units, now),
  ];
  const shapes: Shape[] = [];
  let height = 0;
  for (const part of parts) {
    shapes.push(...below(part.shapes, height));
    height += part.height;
  }
  return { width, height, shapes };
}

function headOf({ period, organName }: Bulletin): Part {
  const centred = (words: string, y: number, size: number): Words => ({
    ...{ words, x: width / 2, y, align: 'center', room: inner },
    size: fitted(words, size, inner),
  });
  return {
    height: 356,
    shapes: [
      say({ ...centred(organName, 136, 66), face: 'title', ink: 'rule' }),
      { do: 'rule', x: margin, y: 172, width: inner, height: 6 },
      say({ ...centred(bulletinText.title(period.period), 264, 60), face: 'title' }),
      say({ ...centred(pictureStateWords(period), 324, 34), ink: 'quiet' }),
    ],
  };
}

/**
 * What all units did together; of printings also those that reached the province or further. No sum of
 * points: deductions of the many that filed nothing make of it a figure that says nothing.
 */
function totalsOf({ totals, unitCount, zero }: Bulletin): Part {
  const cells: [string, string][] = [
    [pictureText.totals.reporting, String(unitCount - zero.length)],
    [pictureText.totals.filed, figureWords('filed', totals.filed)],
    [pictureText.totals.adopted, figureWords('adopted', totals.adopted)],
    [
      pictureText.totals.high,
      figureWords('national', (totals.national ?? 0) + (totals.provincial ?? 0)),
    ],
  ];
  const cell = inner / cells.length;
  const room = cell - 24;
  return {
    height: 236,
    shapes: [
      { do: 'rule', ink: 'tint', x: margin, y: 12, width: inner, height: 176 },
      ...cells.flatMap(([label, figure], n): Shape[] => {
        const place = { x: margin + cell * (n + 0.5), align: 'center' as const, room };
        return [
          say({ ...place, words: figure, y: 96, size: fitted(figure, 68, room), face: 'title' }),
          say({ ...place, words: label, y: 152, size: fitted(label, 30, room), ink: 'quiet' }),
        ];
      }),
    ],
  };
}

/** Names one after the other; how many they are stands at the end where not all find room. */
function namesOf(title: string, names: string[]): Part {
  if (names.length === 0) return { shapes: [], height: 0 };
  const x = margin + 32;
  const room = right - x;
  const frame = { size: 36, room, most: namesLinesMax };
  const lines = linesOf(joined(names, frame), frame);
  return {
    height: 124 + 54 * lines.length,
    shapes: [
      { do: 'rule', x: margin, y: 20, width: 10, height: 44 },
      say({ words: title, x, y: 58, size: fitted(title, 46, room), face: 'title' }),
      ...lines.map((words, line) => say({ words, x, y: 122 + 54 * line, size: 36, room })),
    ],
  };
}

function joined(names: string[], frame: Frame): string {
  const { among, cut } = pictureText;
  const whole = names.join(among);
  if (fits(whole, frame)) return whole;
  for (let count = names.length - 1; count > 0; count -= 1) {
    const words = `${names.slice(0, count).join(among)}${cut(names.length)}`;
    if (fits(words, frame)) return words;
  }
  return cut(names.length);
}

function footOf({ period, organName }: Bulletin, now: number): Part {
  const signed = pictureText.signed(organName, period.closedAt ?? period.draftedAt ?? now);
  const small = { x: margin, size: 24, ink: 'quiet' as const, room: inner };
  const known =
    period.digest === null
      ? [pictureText.unsettled]
      : [pictureText.digest, period.digest.slice(0, 32), period.digest.slice(32)];
  return {
    height: 196 + 34 * known.length,
    shapes: [
      { do: 'rule', x: margin, y: 28, width: inner, height: 3 },
      say({
        ...{ words: signed, x: right, y: 94, align: 'right', room: inner },
        size: fitted(signed, 36, inner),
      }),
      ...known.map((words, line) => say({ ...small, words, y: 150 + 34 * line })),
    ],
  };
}
