/** Reads of stories, their revisions and history. */
import type { ReviewChain } from '../domain/review/chain';
import type { Freeing } from '../domain/story/hand-over';
import type { Story, StoryState } from '../domain/story/story';
import type { RevisionDocument } from './collections/revisions';
import { containing } from './containing';
import type { Database } from './database';
import { readDocument } from './documents';
import { listNumbers } from './filing';
import { linePage, linesRead } from './line-page';
import { listQueue, type QueueWanted } from './queue';
import { reading } from './reading';
import { readStaffedStory, readWholeStory } from './whole-story';

const chainsMax = 100;

export interface StoryPage {
  stories: Story[];
  after: string | null;
}

export function openStories(database: Database) {
  return {
    readStory: (id: string) => readDocument<Story>(database, 'stories', id),
    readWholeStory: (id: string) => readWholeStory(database, id),
    readStaffedStory: (id: string) => readStaffedStory(database, id),
    readRevision: (storyId: string, number: number) =>
      readDocument<RevisionDocument>(database, 'revisions', `${storyId}:${number}`),
    readChains: () =>
      reading<ReviewChain>(() => database.collection('chains').limit(chainsMax).get()),
    listNumbers: (start: string) => listNumbers(database, start),
    listStoriesOf: (personId: string, after: string | null) =>
      listStoriesOf(database, personId, after),
    listQueue: (wanted: QueueWanted) => listQueue(database, wanted),
    listDeskStories: (wanted: DeskWanted) => listDeskStories(database, wanted),
    listWorkOf: (personId: string) => listWorkOf(database, personId),
    listFreeings: () =>
      reading<Freeing>(() => database.collection('freeings').limit(freeingsMax).get()),
    listWaiting: (keys: string[], page: WaitingPage) => listWaiting(database, keys, page),
    listPublished: () => listPublished(database),
    listAlarms: (now: number, most: number) => listAlarms(database, now, most),
  };
}

async function listStoriesOf(
  database: Database,
  personId: string,
  after: string | null,
): Promise<StoryPage> {
  return listNewest(database, [{ peopleIds: personId }], after);
}

export interface DeskWanted {
  /** Whose stories, each with all below it. */
  unitIds: string[];
  /** One very unit of them. */
  unitId: string | null;
  state: StoryState | null;
  text: string | null;
  /** A piece of a headline is looked for since then. */
  since: number;
  after: string | null;
}

/** A whole number is found by its index, wherever else it lies. */
const wholeNumber = /^20\d\d-\d{4}-/;

/** Read by unit, by state or by filing, newest first; the other conditions are met on the way. */
function listDeskStories(database: Database, wanted: DeskWanted): Promise<StoryPage> {
  const _ = database.command;
  const { unitIds, unitId, state, text, since, after } = wanted;
  const isNumber = text !== null && wholeNumber.test(text);
  const headline = text === null || isNumber ? null : containing(database, text);
  const conditions = [
    { unitPath: unitIds.length === 1 ? unitIds[0] : _.in(unitIds) },
    ...(unitId === null ? [] : [{ unitId }]),
    ...(state === null ? [] : [{ state }]),
    ...(isNumber ? [{ number: text }] : []),
    ...(headline === null ? [] : [{ headline, filedAt: _.gte(since) }]),
  ];
  return listNewest(database, conditions, after);
}

async function listNewest(
  database: Database,
  conditions: object[],
  after: string | null,
): Promise<StoryPage> {
  const _ = database.command;
  const [filedAt = '', id = ''] = after?.split(':') ?? [];
  const earlier = _.or([
    { filedAt: _.lt(Number(filedAt)) },
    { filedAt: Number(filedAt), _id: _.lt(id) },
  ]);
  const stories = await reading<Story>(() =>
    database
      .collection('stories')
      .where(_.and([...conditions, ...(after === null ? [] : [earlier])]))
      .orderBy('filedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(linesRead)
      .get(),
  );
  const { shown, after: next } = linePage(stories, (last) => `${last.filedAt}:${last._id}`);
  return { stories: shown, after: next };
}

/** Stories whose limit has passed or whose embargo has ended, longest ago first. */
function listAlarms(database: Database, now: number, most: number): Promise<Story[]> {
  const _ = database.command;
  return reading<Story>(() =>
    database
      .collection('stories')
      .where({ alarmAt: _.and([_.gt(0), _.lte(now)]) })
      .orderBy('alarmAt', 'asc')
      .limit(most)
      .get(),
  );
}

/** Enough that internal kinds, which are never published, could not fill it. */
const publishedMax = 20;

/** What was published last, by filing, with the name of its unit. */
async function listPublished(
  database: Database,
): Promise<(Pick<Story, 'kind' | 'headline' | 'filedAt'> & { unitName: string })[]> {
  const _ = database.command;
  const found = await reading<Story & { units: { name: string }[] }>(() =>
    database
      .collection('stories')
      .aggregate()
      .match({ state: _.in(['published', 'corrected']) })
      .sort({ filedAt: -1 })
      .limit(publishedMax)
      .lookup({ from: 'units', localField: 'unitId', foreignField: '_id', as: 'units' })
      .end(),
  );
  return found.map(({ kind, headline, filedAt, units }) => ({
    ...{ kind, headline, filedAt, unitName: units[0]?.name ?? '' },
  }));
}

/** As much as one person can have open; a second run of what asks for it takes the rest. */
const workMax = 200;
/** More records than change within a minute; the next minute takes the rest. */
const freeingsMax = 100;

/** Unfinished stories that are this person's. */
function listWorkOf(database: Database, personId: string): Promise<Story[]> {
  const state = database.command.in(['filed', 'in_review', 'returned', 'held']);
  return reading<Story>(() =>
    database.collection('stories').where({ peopleIds: personId, state }).limit(workMax).get(),
  );
}

interface WaitingPage {
  /** The id before the first; empty at the beginning. */
  after: string;
  most: number;
}

/** What waits in these queues, by id, so that what is changed on the way stays where it stands. */
function listWaiting(
  database: Database,
  keys: string[],
  { after, most }: WaitingPage,
): Promise<Story[]> {
  const _ = database.command;
  return reading<Story>(() =>
    database
      .collection('stories')
      .where({ queueKeys: _.in(keys), _id: _.gt(after) })
      .orderBy('_id', 'asc')
      .limit(most)
      .get(),
  );
}
