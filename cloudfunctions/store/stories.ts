/** Reads of stories, their revisions and history. */
import type { ReviewChain } from '../domain/review/chain';
import type { Person } from '../domain/people/person';
import type { Story, StoryKind } from '../domain/story/story';
import type { RevisionDocument } from './collections/revisions';
import type { StoryEventDocument } from './collections/story-events';
import type { Database } from './database';
import { readDocument } from './documents';
import { listNumbers, readFilingPlace, type FilingWanted } from './filing';
import { reading } from './reading';

/** Lines a page; a list asks for one more to know whether it goes on. */
const pageSize = 20;
const chainsMax = 100;

/** A story with its current content and its whole history, oldest line first. */
export interface WholeStory {
  story: Story;
  revision: RevisionDocument;
  events: StoryEventDocument[];
  /** The stories that came of a tip. */
  cameOfIt: Pick<Story, '_id' | 'number' | 'headline' | 'state'>[];
}

export interface StoryPage {
  stories: Story[];
  after: string | null;
}

export function openStories(database: Database) {
  return {
    readStory: (id: string) => readDocument<Story>(database, 'stories', id),
    readWholeStory: (id: string) => readWholeStory(database, id),
    readRevision: (storyId: string, number: number) =>
      readDocument<RevisionDocument>(database, 'revisions', `${storyId}:${number}`),
    readChains: () =>
      reading<ReviewChain>(() => database.collection('chains').limit(chainsMax).get()),
    readFilingPlace: (wanted: FilingWanted) => readFilingPlace(database, wanted),
    listNumbers: (start: string) => listNumbers(database, start),
    listStoriesOf: (personId: string, after: string | null) =>
      listStoriesOf(database, personId, after),
    listQueue: (wanted: QueueWanted) => listQueue(database, wanted),
    listReviewers: (duties: string[], unitId: string | null) =>
      listReviewers(database, duties, unitId),
  };
}

/** A tip feeds a handful of stories at most; the list is for its page. */
const cameOf = (tipId: string) => [
  { $match: { tipId } },
  { $limit: pageSize },
  { $project: { number: 1, headline: 1, state: 1 } },
];

/** One round trip: the story joined with its newest revision and its events. */
async function readWholeStory(database: Database, id: string): Promise<WholeStory | undefined> {
  const join = (from: string, as: string) => ({
    from,
    localField: '_id',
    foreignField: 'storyId',
    as,
  });
  const [found] = await reading<
    Story & Pick<WholeStory, 'events' | 'cameOfIt'> & { revisions: RevisionDocument[] }
  >(() =>
    database
      .collection('stories')
      .aggregate()
      .match({ _id: id })
      .lookup(join('revisions', 'revisions'))
      .lookup(join('story_events', 'events'))
      .lookup({ from: 'stories', pipeline: cameOf(id), as: 'cameOfIt' })
      .end(),
  );
  if (!found) return undefined;
  const { revisions, events, cameOfIt, ...story } = found;
  const revision = revisions.find(({ number }) => number === story.revision);
  if (!revision) return undefined;
  events.sort((left, right) => left.order - right.order);
  return { story, revision, events, cameOfIt };
}

async function listStoriesOf(
  database: Database,
  personId: string,
  after: string | null,
): Promise<StoryPage> {
  const _ = database.command;
  const mine = { peopleIds: personId };
  const [filedAt = '', id = ''] = after?.split(':') ?? [];
  const earlier = _.or([
    { filedAt: _.lt(Number(filedAt)) },
    { filedAt: Number(filedAt), _id: _.lt(id) },
  ]);
  const stories = await reading<Story>(() =>
    database
      .collection('stories')
      .where(after === null ? mine : _.and([mine, earlier]))
      .orderBy('filedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(pageSize + 1)
      .get(),
  );
  return pageOf(stories, (last) => `${last.filedAt}:${last._id}`);
}

export interface QueueWanted {
  keys: string[];
  kind: StoryKind | null;
  after: string | null;
}

async function listQueue(
  database: Database,
  { keys, kind, after }: QueueWanted,
): Promise<StoryPage> {
  if (keys.length === 0) return { stories: [], after: null };
  const _ = database.command;
  const [urgent = '', dueAt = '', id = ''] = after?.split(':') ?? [];
  const isUrgent = urgent === '1';
  const later = _.or([
    ...(isUrgent ? [{ isUrgent: false }] : []),
    { isUrgent, dueAt: _.gt(Number(dueAt)) },
    { isUrgent, dueAt: Number(dueAt), _id: _.gt(id) },
  ]);
  const conditions = [
    // One key is an equality, so that the index gives the order too.
    { queueKeys: keys.length === 1 ? keys[0] : _.in(keys) },
    ...(kind === null ? [] : [{ kind }]),
    ...(after === null ? [] : [later]),
  ];
  const stories = await reading<Story>(() =>
    database
      .collection('stories')
      .where(_.and(conditions))
      .orderBy('isUrgent', 'desc')
      .orderBy('dueAt', 'asc')
      .orderBy('_id', 'asc')
      .limit(pageSize + 1)
      .get(),
  );
  return pageOf(stories, (last) => `${last.isUrgent ? 1 : 0}:${last.dueAt}:${last._id}`);
}

/** Everybody with one of these duties, and the people of the unit (its head may be a stage). */
async function listReviewers(
  database: Database,
  duties: string[],
  unitId: string | null,
): Promise<Person[]> {
  const _ = database.command;
  const conditions = [
    { dutyNames: _.in(duties), leftOn: null },
    ...(unitId === null ? [] : [{ unitIds: unitId, leftOn: null }]),
  ];
  return reading<Person>(() =>
    database.collection('people').where(_.or(conditions)).limit(1000).get(),
  );
}

function pageOf(stories: Story[], cursorOf: (last: Story) => string): StoryPage {
  const shown = stories.slice(0, pageSize);
  const last = stories.length > pageSize ? shown.at(-1) : undefined;
  return { stories: shown, after: last ? cursorOf(last) : null };
}
