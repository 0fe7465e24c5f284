import type { ParsedOf } from '../../contract';
import type { OpeningWords } from '../../domain/opening/opening-shape';
import {
  planOpening,
  questionsOf,
  readOpening,
  type OpeningPlan,
} from '../../domain/opening/plan-opening';
import { isAdministrator, type Person } from '../../domain/people/person';
import type { Rulebook } from '../../domain/points/rulebook';
import {
  authorWords,
  bookWords,
  countingWords,
  genreWords,
  modeWords,
  partWords,
  positionWords,
  storyKindWords,
} from '../../wording/opening';
import type { Scene } from '../handler';
import { readUploaded, type FileRefusal } from '../workbook/load-workbook';
import { readOpeningBook } from './read-opening-book';

const words: OpeningWords = {
  positions: new Map(Object.entries(positionWords)),
  genres: new Map(Object.entries(genreWords)),
  modes: new Map(Object.entries(modeWords)),
  kinds: new Map(Object.entries(storyKindWords)),
  books: new Map(Object.entries(bookWords)),
  counting: new Map(Object.entries(countingWords)),
  parts: new Map(Object.entries(partWords)),
  ...authorWords,
};

export interface PlannedOpening {
  plan: OpeningPlan;
  asker: Person;
  rulebooks: Rulebook[];
  places: Map<string, number>;
  refusal?: undefined;
}

/** What both the check and the import begin with: the file as it lies there, decided on whole. */
export async function planOpeningFile(
  file: ParsedOf<'opening.check'>['file'],
  scene: Scene,
): Promise<PlannedOpening | { refusal: FileRefusal | 'not_allowed' }> {
  const { store, on } = scene;
  const asker = await scene.person();
  if (!asker || !isAdministrator(asker, on)) return { refusal: 'not_allowed' };
  const [found, units, people, outlets, rulebooks] = await Promise.all([
    readUploaded(file, scene),
    store.readUnits(),
    store.readEverybody(),
    store.readOutlets(),
    store.readRulebooks(),
  ]);
  if (found.refusal !== undefined) return found;
  const book = await readOpeningBook(found.bytes);
  if ('refusal' in book) return book;
  const place = { words, units, people, outlets, asker, on };
  const rows = readOpening(book, place, rulebooks.length);
  const { days, entryIds, ownerKeys, span } = questionsOf(rows);
  const [printings, posted, counted] = await Promise.all([
    days ? store.listPrintingsOfDays(days) : [],
    store.readEntries(entryIds),
    span ? store.listCountedDays({ ownerKeys, span }) : [],
  ]);
  const plan = planOpening(rows, { printings, posted, counted });
  const problems = [...book.problems, ...plan.problems];
  return { plan: { ...plan, problems }, asker, rulebooks, places: book.places };
}
