/** What waits for the holder of the phone, put together from calls that each stand alone. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { keep, readKept } from '../platform/storage';
import { listAdoption } from './adoption';
import type { Reply } from './call';
import { listUnit } from './directory';
import { keptAnswer, openKeptSession } from './kept-answers';
import { listQueue, listStory } from './newsroom';

type StoryLine = ValueOf<'story.list'>['stories'][number];
type Kind = StoryLine['kind'];

export interface Waiting {
  queue: Reply<'queue.list'>;
  /** My own stories that came back to me; empty when that could not be asked. */
  returned: StoryLine[];
  /** Tips that were given to me to write; empty likewise. */
  tips: StoryLine[];
  /** Reports of printings that the office has to look at; null for whoever is none of it. */
  printings: { count: number; isMore: boolean } | null;
}

/** The first page of my queue and my own returned stories. */
export async function readWaiting(kind: Kind | null): Promise<Waiting> {
  const [queue, mine, printings] = await Promise.all([
    listQueue({ kind, after: null }),
    listStory({ after: null }),
    countPrintings(),
  ]);
  const stories = mine.ok ? mine.value.stories : [];
  return {
    queue,
    returned: stories.filter(({ state }) => state === 'returned'),
    tips: stories.filter(({ isToWrite }) => isToWrite),
    printings,
  };
}

async function countPrintings(): Promise<Waiting['printings']> {
  const session = keptAnswer('session.open') ?? (await openKeptSession());
  const duties = 'value' in session ? (session.value.person?.duties ?? []) : [];
  const isOffice = duties.some(
    ({ duty }) => duty === 'publicity_office' || duty === 'administrator',
  );
  if (!isOffice) return null;
  const reply = await listAdoption({ storyId: null, state: 'reported', after: null });
  if (!reply.ok) return null;
  return { count: reply.value.adoptions.length, isMore: reply.value.after !== null };
}

const unitsKey = 'unit-names';

/** Names of units by id; those of last time when the directory does not answer. */
export async function readUnitNames(): Promise<Record<string, string>> {
  const reply = await listUnit();
  if (!reply.ok) return keptUnitNames();
  const names = Object.fromEntries(reply.value.units.map(({ id, name }) => [id, name]));
  keep(unitsKey, names);
  return names;
}

/** Names of units as they were last time. */
export function keptUnitNames(): Record<string, string> {
  return readKept<Record<string, string>>(unitsKey) ?? {};
}
