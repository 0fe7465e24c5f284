/** What waits for the holder of the phone, put together from calls that each stand alone. */
import type { InputOf, ValueOf } from '../../cloudfunctions/contract/index';
import { keepIfRoom, readKept } from '../platform/storage';
import type { TodoCount } from '../platform/tab-badge';
import { listAdoption } from './adoption';
import type { Reply } from './call';
import { decidedStoryIds } from './decisions';
import { listUnit } from './directory';
import { keptAnswer, openKeptSession } from './kept-answers';
import { listQueue, listStory } from './newsroom';
import { listAppeal } from './points';
import { listChannel } from './syndication';
import { sumOfWaiting } from './waiting-count';

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
  /** Messages that gave up on their way to a channel, for the office to decide on. */
  stuckCount: number;
  /** Appeals that wait for an answer of the holder's, as far as the first page tells. */
  appealCount: number;
  /** Does the holder of the phone answer for other people's stories? */
  isDesk: boolean;
}

/** My queue, of which as many as were shown before are read again, and my own returned stories. */
export async function readWaiting(filter: QueueFilter, shownCount = 0): Promise<Waiting> {
  const [queue, mine, person] = await Promise.all([
    readQueue(filter, shownCount),
    listStory({ after: null }),
    readPerson(),
  ]);
  return {
    queue,
    ...ownOf(mine.ok ? mine.value.stories : []),
    ...(await officeWork(person)),
    isDesk: isDesk(person),
  };
}

/** The number on the tab 待办 for whoever is on another one; null when it could not be asked. */
export async function countWaiting(mine: StoryLine[]): Promise<TodoCount | null> {
  const own = ownOf(mine);
  const person = await readPerson();
  if (!isDesk(person)) return sumOfWaiting({ queued: 0, isMore: false, ...own, ...noOffice });
  const [queue, office] = await Promise.all([
    listQueue({ kind: null, after: null }),
    officeWork(person),
  ]);
  if (!queue.ok) return null;
  const { stories, after } = queue.value;
  const undecided = stories.filter(({ id }) => !decidedStoryIds().includes(id));
  return sumOfWaiting({ queued: undecided.length, isMore: after !== null, ...own, ...office });
}

const ownOf = (mine: StoryLine[]) => ({
  returned: mine.filter(({ state }) => state === 'returned'),
  tips: mine.filter(({ isToWrite }) => isToWrite),
});

/** Pages of twenty: whoever has scrolled further starts at the top again. */
const rereadMax = 100;

/** As many stories as were read before, so that nobody loses their place in the list. */
async function readQueue(filter: QueueFilter, shownCount: number): Promise<Reply<'queue.list'>> {
  const wanted = Math.min(shownCount, rereadMax);
  let read = await listQueue({ ...filter, after: null });
  while (read.ok && read.value.after !== null && read.value.stories.length < wanted) {
    const more = await listQueue({ ...filter, after: read.value.after });
    if (!more.ok) break;
    const stories = [...read.value.stories, ...more.value.stories];
    read = { ok: true, value: { stories, after: more.value.after } };
  }
  return read;
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

type OfficeWork = Pick<Waiting, 'printings' | 'stuckCount' | 'appealCount'>;
const noOffice: OfficeWork = { printings: null, stuckCount: 0, appealCount: 0 };

async function officeWork(person: Person): Promise<OfficeWork> {
  const duties = (person?.duties ?? []).map(({ duty }) => duty);
  const isOffice = duties.includes('publicity_office') || duties.includes('administrator');
  const [printings, stuckCount, appealCount] = await Promise.all([
    isOffice ? countPrintings() : null,
    isOffice ? countStuck() : 0,
    isOffice || duties.includes('leader') ? countAppeals() : 0,
  ]);
  return { printings, stuckCount, appealCount };
}

async function countPrintings(): Promise<Waiting['printings']> {
  const reply = await listAdoption({ storyId: null, state: 'reported', after: null });
  return reply.ok
    ? { count: reply.value.adoptions.length, isMore: reply.value.after !== null }
    : null;
}

async function countStuck(): Promise<number> {
  const reply = await listChannel();
  return reply.ok ? reply.value.channels.reduce((sum, { stuck }) => sum + stuck, 0) : 0;
}

async function countAppeals(): Promise<number> {
  const reply = await listAppeal({ isOpen: true, after: null });
  return reply.ok ? reply.value.appeals.filter(({ mayAnswer }) => mayAnswer).length : 0;
}

const unitsKey = 'unit-names';

/** Names of units by id; those of last time when the directory does not answer. */
export async function readUnitNames(): Promise<Record<string, string>> {
  const reply = await listUnit();
  if (!reply.ok) return keptUnitNames();
  const names = Object.fromEntries(reply.value.units.map(({ id, name }) => [id, name]));
  keepIfRoom(unitsKey, names);
  return names;
}

/** Names of units as they were last time. */
export function keptUnitNames(): Record<string, string> {
  return readKept<Record<string, string>>(unitsKey) ?? {};
}
