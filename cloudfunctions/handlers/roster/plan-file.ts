import type { ParsedOf } from '../../contract';
import { isAdministrator, type Person } from '../../domain/people/person';
import type { RosterWords } from '../../domain/people/roster-shape';
import { planRoster, type RosterPlan } from '../../domain/people/roster';
import { hashText } from '../../kernel/hash';
import { dutyWords, flagWords, kindWords, standingWords } from '../../wording/roster';
import type { Scene } from '../handler';
import { readUploaded, type FileRefusal } from '../workbook/load-workbook';
import { readWorkbook } from './read-workbook';

const words: RosterWords = {
  kinds: new Map(Object.entries(kindWords)),
  standings: new Map(Object.entries(standingWords)),
  duties: new Map(Object.entries(dutyWords)),
  ...flagWords,
};

type Planned =
  | { plan: RosterPlan; asker: Person; refusal?: undefined }
  | { refusal: FileRefusal | 'not_allowed' };

/** What both the check and the import begin with: the file as it lies there, decided on whole. */
export async function planFile(
  file: ParsedOf<'roster.check'>['file'],
  scene: Scene,
): Promise<Planned> {
  const { store, on } = scene;
  const asker = await scene.person();
  if (!asker || !isAdministrator(asker, on)) return { refusal: 'not_allowed' };
  const [found, knownUnits, knownPeople] = await Promise.all([
    readUploaded(file, scene),
    store.readUnits(),
    store.readEverybody(),
  ]);
  if (found.refusal !== undefined) return found;
  const book = await readWorkbook(found.bytes);
  if ('refusal' in book) return book;
  const plan = planRoster({
    ...{ units: book.units, people: book.people },
    ...{ knownUnits, knownPeople, words, on },
    idOf: (sheet, row) => hashText(`${file.sha256}:${sheet}:${row}`).slice(0, 32),
  });
  return { plan: { ...plan, problems: [...book.problems, ...plan.problems] }, asker };
}
