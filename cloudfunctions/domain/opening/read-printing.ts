/** A row of 往期采用: where it was printed, whose work it is, and whether it counts. */
import { hashJson } from '../../kernel/hash';
import { adoptionId, type Genre, type Work } from '../adoption/adoption';
import type { PrintedFacts } from '../adoption/settle-printing';
import { outletNamed, plainName, type Outlet } from '../outlet/outlet';
import { unitNames } from '../people/unit-names';
import { isClosed, type Unit } from '../people/unit';
import type { StoryKind } from '../story/story';
import { authorsIn, peopleByName, type Author, type Named } from './authors';
import { dayIn, hundredthsIn, wholeIn } from './cells';
import type { OpeningPlace, OpeningRow, PrintingColumn, Trouble } from './opening-shape';

/** As a printing is registered in the app. */
const max = { headline: 60, column: 20, note: 300, words: 100_000, seconds: 86_400, photos: 100 };
const feeMax = 100_000_000;

/** A row that could be read. */
export interface WantedPrinting {
  row: number;
  work: Work;
  unitPath: string[];
  facts: PrintedFacts;
  url: string | null;
  note: string;
  /** False: the office said that this row brings nobody anything. */
  isCounted: boolean;
}

type Cells = Record<PrintingColumn, string>;
type Troubles = Trouble<PrintingColumn>[];

/** Names of a place, looked up once for all rows. */
export function namedIn({ words, units, people, on }: OpeningPlace): Named {
  const open = units.filter((unit) => !isClosed(unit, on));
  return { words, units: unitNames(open), people: peopleByName(people) };
}

export function readPrinting(
  { row, cells }: OpeningRow<PrintingColumn>,
  place: OpeningPlace,
  named: Named,
): { wanted?: WantedPrinting; troubles: Troubles } {
  const troubles: Troubles = [];
  const typedUnit = unitIn(cells.unit, named, troubles);
  const authors = authorsIn(cells.authors, named, { unitId: typedUnit?._id, troubles });
  const unit = typedUnit ?? unitOf(authors, place, cells, troubles);
  const facts = factsIn(cells, place, troubles);
  const work = workIn(cells, { authors, unit, genre: facts.genre }, { place, troubles });
  const isCounted =
    cells.counting === '' || (wordIn(cells, 'counting', place.words.counting, troubles) ?? true);
  if (cells.link !== '' && !/^https?:\/\/\S{3,480}$/.test(cells.link)) {
    troubles.push(['link', 'link_wrong', cells.link]);
  }
  tooLong(cells, 'note', max.note, troubles);
  const { outlet, printedOn } = facts;
  if (troubles.length > 0 || !unit || !outlet || printedOn === undefined) return { troubles };
  const printed = { ...facts, outlet, printedOn };
  const wanted = { row, work, unitPath: unit.path, facts: printed, isCounted };
  return { wanted: { ...wanted, url: cells.link || null, note: cells.note }, troubles };
}

function unitIn(typed: string, { units }: Named, troubles: Troubles): Unit | undefined {
  if (typed === '') return undefined;
  const found = units.find(typed);
  if (found.length !== 1) {
    troubles.push(['unit', found.length > 1 ? 'unit_ambiguous' : 'unit_unknown', typed]);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** Where no unit is typed: that of the first author who is in one. */
function unitOf(authors: Author[], { units, on }: OpeningPlace, cells: Cells, troubles: Troubles) {
  if (cells.unit !== '') return undefined;
  const ids = authors.flatMap(({ person }) => person?.unitIds.slice(0, 1) ?? []);
  const unit = units.find((one) => one._id === ids[0] && !isClosed(one, on));
  if (!unit && authors.length > 0) troubles.push(['unit', 'unit_missing', '']);
  return unit;
}

function factsIn(cells: Cells, place: OpeningPlace, troubles: Troubles) {
  const { words } = place;
  const genre = wordIn(cells, 'genre', words.genres, troubles) ?? 'news';
  tooLong(cells, 'printedAs', max.headline, troubles);
  return {
    outlet: outletIn(cells.outlet, place.outlets, troubles),
    printedOn: printedOnIn(cells.printedOn, place.on, troubles),
    position: wordIn(cells, 'position', words.positions, troubles) ?? 'other',
    genre,
    mode: wordIn(cells, 'mode', words.modes, troubles) ?? 'single',
    words: numberIn(cells, 'words', troubles),
    durationSeconds: numberIn(cells, 'seconds', troubles),
    headlineAsPrinted: cells.printedAs || cells.headline,
    feeFen: feeIn(cells.fee, troubles),
  } as const;
}

function outletIn(typed: string, outlets: Outlet[], troubles: Troubles) {
  const outlet = typed === '' ? undefined : outletNamed(outlets, typed);
  if (typed === '') troubles.push(['outlet', 'cell_missing', '']);
  else if (!outlet) troubles.push(['outlet', 'outlet_unknown', typed]);
  return outlet;
}

function printedOnIn(typed: string, on: string, troubles: Troubles): string | undefined {
  const day = dayIn(typed);
  if (typed === '') troubles.push(['printedOn', 'cell_missing', '']);
  else if (day === undefined) troubles.push(['printedOn', 'day_wrong', typed]);
  else if (day > on) troubles.push(['printedOn', 'day_ahead', typed]);
  return day;
}

const kindOfGenre: Record<Genre, StoryKind> = {
  ...{ news: 'news', brief: 'news', feature: 'feature', image: 'photo_story', video: 'video' },
  ...{ theory: 'theory_article', other: 'news' },
};

function workIn(
  cells: Cells,
  made: { authors: Author[]; unit: Unit | undefined; genre: Genre },
  { place, troubles }: { place: OpeningPlace; troubles: Troubles },
): Work {
  const { headline, column } = cells;
  if (headline === '') troubles.push(['headline', 'cell_missing', '']);
  tooLong(cells, 'headline', max.headline, troubles);
  tooLong(cells, 'column', max.column, troubles);
  if (cells.authors === '') troubles.push(['authors', 'cell_missing', '']);
  if (made.authors.some(({ person }) => person?._id === place.asker._id)) {
    troubles.push(['authors', 'row_own', place.asker.name]);
  }
  const kind = wordIn(cells, 'kind', place.words.kinds, troubles) ?? kindOfGenre[made.genre];
  const credits = made.authors.map(({ credit }) => credit);
  const known = { headline, unitId: made.unit?._id ?? '', credits };
  return {
    ...{ id: workIdOf(known), storyId: null, storyNumber: null, kind, column: column || null },
    ...{ ...known, photoCount: numberIn(cells, 'photos', troubles) ?? 0 },
  };
}

/** Rows of one headline, unit and authors are printings of one work, in whatever file they stand. */
export function workIdOf({
  headline,
  unitId,
  credits,
}: Pick<Work, 'headline' | 'unitId' | 'credits'>) {
  const authors = [...new Set(credits.map(({ personId, name }) => personId ?? name))].sort();
  return hashJson(['opening', plainName(headline), unitId, authors]).slice(0, 32);
}

/** The adoption that a row becomes. */
export function printingIdIn(work: Pick<Work, 'id'>, facts: PrintedFacts): string {
  const { outlet, printedOn, position } = facts;
  return adoptionId({ workId: work.id, outlet: outlet._id, printedOn, position });
}

function wordIn<Meant>(
  cells: Cells,
  column: PrintingColumn,
  words: Map<string, Meant>,
  troubles: Troubles,
): Meant | undefined {
  const typed = cells[column];
  const meant = words.get(typed);
  if (typed !== '' && meant === undefined) troubles.push([column, 'word_unknown', typed]);
  return meant;
}

function numberIn(cells: Cells, column: 'words' | 'seconds' | 'photos', troubles: Troubles) {
  const number = wholeIn(cells[column], max[column]);
  if (number === undefined) troubles.push([column, 'number_wrong', cells[column]]);
  return number ?? null;
}

function feeIn(typed: string, troubles: Troubles): number | null {
  if (typed === '') return null;
  const fen = hundredthsIn(typed, feeMax);
  if (fen !== undefined && fen >= 0) return fen;
  troubles.push(['fee', 'money_wrong', typed]);
  return null;
}

function tooLong(cells: Cells, column: PrintingColumn, most: number, troubles: Troubles): void {
  if (cells[column].length > most) troubles.push([column, 'cell_long', String(most)]);
}
