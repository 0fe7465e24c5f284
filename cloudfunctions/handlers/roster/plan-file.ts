import { createHash } from 'node:crypto';
import type { ParsedOf } from '../../contract';
import { isAdministrator, type Person } from '../../domain/people/person';
import type { RosterWords } from '../../domain/people/roster-shape';
import { planRoster, type RosterPlan } from '../../domain/people/roster';
import { hashText } from '../../kernel/hash';
import { dutyWords, flagWords, kindWords, standingWords } from '../../wording/roster';
import type { Scene } from '../handler';
import { readWorkbook } from './read-workbook';
import { fileBytesMax } from './unpack';

const words: RosterWords = {
  kinds: new Map(Object.entries(kindWords)),
  standings: new Map(Object.entries(standingWords)),
  duties: new Map(Object.entries(dutyWords)),
  ...flagWords,
};

type FileRefusal =
  'not_allowed' | 'file_missing' | 'file_changed' | 'file_too_large' | 'file_unreadable';

type Planned = { plan: RosterPlan; asker: Person; refusal?: undefined } | { refusal: FileRefusal };

/** What both the check and the import begin with: the file as it lies there, decided on whole. */
export async function planFile(
  { sha256, bytes }: ParsedOf<'roster.check'>['file'],
  scene: Scene,
): Promise<Planned> {
  const { store, openid, on } = scene;
  const asker = await scene.person();
  if (!asker || !isAdministrator(asker, on)) return { refusal: 'not_allowed' };
  if (bytes > fileBytesMax) return { refusal: 'file_too_large' };
  const [found, knownUnits, knownPeople] = await Promise.all([
    store.readUpload(`incoming/${openid}/${sha256}.xlsx`, fileBytesMax),
    store.readUnits(),
    store.readEverybody(),
  ]);
  if (!found) return { refusal: 'file_missing' };
  const isWhole = createHash('sha256').update(found).digest('hex') === sha256;
  if (!isWhole) return { refusal: 'file_changed' };
  const book = await readWorkbook(found);
  if ('refusal' in book) return book;
  const plan = planRoster({
    ...{ units: book.units, people: book.people },
    ...{ knownUnits, knownPeople, words, on },
    idOf: (sheet, row) => hashText(`${sha256}:${sheet}:${row}`).slice(0, 32),
  });
  return { plan: { ...plan, problems: [...book.problems, ...plan.problems] }, asker };
}
