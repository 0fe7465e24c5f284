/** The first of the units or of the people, as a table. */
import { figureWords, pictureText, type Bulletin } from '../wording/bulletin';
import { fitted, type Shape } from '../paper/layout';
import { linesOf } from './lines';
import { below, inner, margin, right, say, type Part } from './parts';

interface Table {
  count: string;
  heading: string;
  rows: Row[];
  /** Said below the last row when there are more. */
  more: string;
}

interface Row {
  rank: number;
  name: string;
  /** Below the name; empty where there is nothing to say. */
  under: string;
  filed: string;
  adopted: string;
  points: string;
}

/** Units that have nothing to show are not ranked here: they share the last place. */
export function unitTable({ units, unitCount }: Bulletin, shown: number): Table {
  const rows = units
    .filter(({ figures }) => figures.filed || figures.adopted || figures.points)
    .map(({ rank, name, figures }) => ({
      ...{ rank, name, under: '' },
      filed: figureWords('filed', figures.filed),
      adopted: figureWords('adopted', figures.adopted),
      points: figureWords('points', figures.points),
    }));
  return {
    ...{ count: pictureText.unitCount(unitCount), heading: pictureText.headings.unit },
    rows: rows.slice(0, shown),
    more: rows.length > shown ? pictureText.moreUnits(unitCount) : '',
  };
}

export function personTable({ people, personCount }: Bulletin, shown: number): Table {
  const rows = people.slice(0, shown).map(({ rank, name, unitName, filed, adopted, points }) => ({
    ...{ rank, name, under: unitName, filed: String(filed), adopted: String(adopted) },
    points: figureWords('points', points),
  }));
  return {
    ...{ count: pictureText.personCount(personCount), heading: pictureText.headings.person, rows },
    more: personCount > shown ? pictureText.morePeople(personCount) : '',
  };
}

/** Where the columns stand: two numbers and the points at the right, the name in what is left. */
const columns = {
  rank: margin + 40,
  name: margin + 104,
  filed: right - 300,
  adopted: right - 180,
  points: right - 8,
};
const nameRoom = columns.filed - 80 - columns.name;
const pointsRoom = 140;
const nameSize = 40;
const lineHeight = 50;

export function rankingOf(title: string, { count, heading, rows, more }: Table): Part {
  const { headings } = pictureText;
  const [first] = rows;
  const quiet = { y: 124, size: 30, ink: 'quiet' as const };
  const shapes: Shape[] = [
    { do: 'rule', x: margin, y: 20, width: 10, height: 44 },
    say({ words: title, x: margin + 32, y: 58, size: 46, face: 'title' }),
    say({ words: count, x: right, y: 56, size: 30, align: 'right', ink: 'quiet' }),
  ];
  if (!first) {
    shapes.push(say({ ...quiet, words: pictureText.nothing, x: margin + 32, size: 34 }));
    return { shapes, height: 188 };
  }
  shapes.push(
    say({ ...quiet, words: headings.rank, x: columns.rank, align: 'center' }),
    say({ ...quiet, words: heading, x: columns.name }),
    say({ ...quiet, words: headings.filed, x: columns.filed, align: 'right' }),
    say({ ...quiet, words: headings.adopted, x: columns.adopted, align: 'right' }),
    say({ ...quiet, words: headings.points, x: columns.points, align: 'right' }),
    { do: 'rule', ink: 'quiet', x: margin, y: 142, width: inner, height: 2 },
  );
  let height = 144;
  for (const row of rows) {
    const line = rowOf(row);
    shapes.push(...below(line.shapes, height));
    height += line.height;
  }
  if (more !== '') {
    shapes.push(say({ words: more, x: columns.name, y: height + 50, size: 32, ink: 'quiet' }));
    height += 64;
  }
  return { shapes, height: height + 52 };
}

/** As high as its name needs; what is below the name is cut to one line. */
function rowOf({ rank, name, under, filed, adopted, points }: Row): Part {
  const names = linesOf(name, { size: nameSize, room: nameRoom, most: 2 });
  const unders = under === '' ? [] : linesOf(under, { size: 28, room: nameRoom, most: 1 });
  const number = { y: 56, size: 40, align: 'right' as const };
  const height = 28 + lineHeight * names.length + 38 * unders.length;
  return {
    height,
    shapes: [
      say({
        ...{ words: String(rank), x: columns.rank, y: 56, align: 'center', face: 'title' },
        ...{ size: fitted(String(rank), 42, 72), ink: rank <= 3 ? 'rule' : 'ink' },
      }),
      ...names.map((words, line) =>
        say({ words, x: columns.name, y: 56 + lineHeight * line, size: nameSize, room: nameRoom }),
      ),
      ...unders.map((words) =>
        say({
          ...{ words, x: columns.name, y: 56 + lineHeight * names.length - 6, size: 28 },
          ...{ room: nameRoom, ink: 'quiet' },
        }),
      ),
      say({ ...number, words: filed, x: columns.filed, room: 90 }),
      say({ ...number, words: adopted, x: columns.adopted, room: 90 }),
      say({
        ...{ ...number, words: points, x: columns.points, room: pointsRoom, face: 'title' },
        size: fitted(points, 42, pointsRoom),
      }),
      { do: 'rule', ink: 'tint', x: margin, y: height - 2, width: inner, height: 2 },
    ],
  };
}
