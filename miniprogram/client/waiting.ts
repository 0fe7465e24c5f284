/** What waits for the holder of the phone, put together from calls that each stand alone. */
import type { InputOf, ValueOf } from '../../cloudfunctions/contract/index';
import { keep, readKept } from '../platform/storage';
import { listAdoption } from './adoption';
import type { Reply } from './call';
import { listUnit } from './directory';
import { keptAnswer, openKeptSession } from './kept-answers';
import { listQueue, listStory } from './newsroom';

type StoryLine = ValueOf<'story.list'>['stories'][number];

/** Which of the waiting stories are asked for. */
export type QueueFilter = Omit<InputOf<'queue.list'>, 'after'>;

export interface Waiting {
  queue: Reply<'queue.list'>;
  /** My own stories that came back to me; empty when that could not be asked. */
  returned: StoryLine[];
  /** Tips that were given to me to write; empty likewise. */
  tips: StoryLine[];
  /** Reports of printings that the office has to look at; null for whoever is none of it. */
  printings: { count: number; isMore: boolean } | null;
  /** Does the holder of the phone answer for other people's stories? */
  isDesk: boolean;
}

/** The first page of my queue and my own returned stories. */
export async function readWaiting(filter: QueueFilter): Promise<Waiting> {
  const [queue, mine, person] = await Promise.all([
    listQueue({ ...filter, after: null }),
    listStory({ after: null }),
    readPerson(),
  ]);
  const stories = mine.ok ? mine.value.stories : [];
  return {
    queue,
    returned: stories.filter(({ state }) => state === 'returned'),
    tips: stories.filter(({ isToWrite }) => isToWrite),
    printings: await countPrintings(person),
    isDesk: isDesk(person),
  };
}

type Person = ValueOf<'session.open'>['person'];

async function readPerson(): Promise<Person> {
  const session = keptAnswer('session.open') ?? (await openKeptSession());
  return 'value' in session ? session.value.person : null;
}

/** By a duty over others' stories, or as the head of a unit; as the server sees it. */
function isDesk(person: Person): boolean {
  const { duties = [], memberships = [] } = person ?? {};
  const isOver = duties.some(({ duty }) => duty !== 'correspondent' && duty !== 'media_editor');
  return isOver || memberships.some(({ isHead }) => isHead);
}

async function countPrintings(person: Person): Promise<Waiting['printings']> {
  const isOffice = (person?.duties ?? []).some(
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
