/** What help while writing reads: two round trips at most, whatever the number of stories. */
import type { Lexicon } from '../domain/draft/lexicon';
import type { Person } from '../domain/people/person';
import type { Unit } from '../domain/people/unit';
import type { Story } from '../domain/story/story';
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';

/** Filings of one unit on one day that a reminder can name. */
const todayMax = 10;
/** The newest that share a band; more than this are a template, not duplicates. */
const alikeMax = 200;
const channelsMax = 100;
/** Stories looked through for the columns they were filed under. */
const usedMax = 200;

export interface WritingPlace {
  person: Person | undefined;
  unit: Unit | undefined;
  lexicon: Lexicon | undefined;
  filedToday: Pick<Story, '_id' | 'number' | 'headline' | 'kind' | 'state'>[];
}

/** A revision that shares a band, with its story and the story's unit. */
export interface AlikeRevision {
  storyId: string;
  signature: string;
  story: Pick<Story, 'number' | 'headline' | 'kind' | 'state' | 'unitId' | 'filedAt'> | undefined;
  unitName: string;
}

export function openAdvice(database: Database) {
  return {
    readLexicon: () => readDocument<Lexicon>(database, 'settings', 'lexicon'),
    readWritingPlace: (wanted: PlaceWanted) => readWritingPlace(database, wanted),
    readColumns: (wanted: { openid: string; since: number }) => readColumns(database, wanted),
    listAlike: (wanted: { bands: string[]; since: number }) => listAlike(database, wanted),
  };
}

interface PlaceWanted {
  openid: string;
  unitId: string;
  /** Since when a filing is of today. */
  dayStart: number;
}

async function readWritingPlace(
  database: Database,
  { openid, unitId, dayStart }: PlaceWanted,
): Promise<WritingPlace> {
  const only = (_id: string) => [{ $match: { _id } }];
  const today = [
    { $match: { unitId, filedAt: { $gte: dayStart } } },
    { $sort: { filedAt: -1 } },
    { $limit: todayMax },
    { $project: { number: 1, headline: 1, kind: 1, state: 1 } },
  ];
  const [found] = await reading<{
    people: Person[];
    units: Unit[];
    lexica: Lexicon[];
    filedToday: WritingPlace['filedToday'];
  }>(() =>
    database
      .collection('bindings')
      .aggregate()
      .match({ _id: openid })
      .lookup({ from: 'people', localField: 'personId', foreignField: '_id', as: 'people' })
      .lookup({ from: 'units', pipeline: only(unitId), as: 'units' })
      .lookup({ from: 'settings', pipeline: only('lexicon'), as: 'lexica' })
      .lookup({ from: 'stories', pipeline: today, as: 'filedToday' })
      .end(),
  );
  return {
    person: found?.people[0],
    unit: found?.units[0],
    lexicon: found?.lexica[0],
    filedToday: found?.filedToday ?? [],
  };
}

/** Who asks, what channels are for, and what stories were filed under lately. */
interface FoundColumns {
  person: Person | undefined;
  channels: { columns: string[] }[];
  stories: Pick<Story, 'column' | 'kind' | 'state'>[];
}

async function readColumns(
  database: Database,
  { openid, since }: { openid: string; since: number },
): Promise<FoundColumns> {
  const used = [
    { $match: { filedAt: { $gte: since } } },
    { $sort: { filedAt: -1 } },
    { $limit: usedMax },
    { $project: { column: 1, kind: 1, state: 1 } },
  ];
  const planned = [{ $limit: channelsMax }, { $project: { columns: 1 } }];
  const [found] = await reading<Omit<FoundColumns, 'person'> & { people: Person[] }>(() =>
    database
      .collection('bindings')
      .aggregate()
      .match({ _id: openid })
      .lookup({ from: 'people', localField: 'personId', foreignField: '_id', as: 'people' })
      .lookup({ from: 'channels', pipeline: planned, as: 'channels' })
      .lookup({ from: 'stories', pipeline: used, as: 'stories' })
      .end(),
  );
  const { people = [], channels = [], stories = [] } = found ?? {};
  return { person: people[0], channels, stories };
}

async function listAlike(
  database: Database,
  { bands, since }: { bands: string[]; since: number },
): Promise<AlikeRevision[]> {
  const _ = database.command;
  const found = await reading<{
    storyId: string;
    signature: string;
    stories: NonNullable<AlikeRevision['story']>[];
    units: Pick<Unit, 'name'>[];
  }>(() =>
    database
      .collection('revisions')
      .aggregate()
      .match({ bands: _.in(bands), at: _.gte(since) })
      .sort({ at: -1 })
      .limit(alikeMax)
      .lookup({ from: 'stories', localField: 'storyId', foreignField: '_id', as: 'stories' })
      .lookup({ from: 'units', localField: 'stories.unitId', foreignField: '_id', as: 'units' })
      .project({
        ...{ _id: 0, storyId: 1, signature: 1, 'units.name': 1 },
        ...{ 'stories.number': 1, 'stories.headline': 1, 'stories.kind': 1, 'stories.state': 1 },
        ...{ 'stories.unitId': 1, 'stories.filedAt': 1 },
      })
      .end(),
  );
  return found.map(({ storyId, signature, stories, units }) => ({
    ...{ storyId, signature, story: stories[0], unitName: units[0]?.name ?? '' },
  }));
}
