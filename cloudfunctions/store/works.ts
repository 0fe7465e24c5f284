/** Works from outside, which have no collection of their own, and the headlines of any works. */
import type { Adoption } from '../domain/adoption/adoption';
import type { Story } from '../domain/story/story';
import { containing } from './containing';
import type { Database } from './database';
import { reading } from './reading';

/** Titles of one page of facts. */
const titlesMax = 20;
/** Printings looked at for them: a work has several. */
const printingsMax = 100;

export interface WorksWanted {
  /** Units, each with all below it. */
  scope: string[];
  /** Null: any. */
  words: string | null;
  /** Reported no earlier than that. */
  since: number;
}

interface Found {
  id: string;
  headline: string;
  unitId: string;
  at: number;
}

export function openWorks(database: Database) {
  return {
    listOutsideWorks: (wanted: WorksWanted) => listOutsideWorks(database, wanted),
    readTitles: (workIds: string[]) => readTitles(database, workIds),
  };
}

/** The headlines of works, ours or from outside. */
async function readTitles(database: Database, workIds: string[]): Promise<Map<string, string>> {
  if (workIds.length === 0) return new Map();
  const _ = database.command;
  const [stories, printings] = await Promise.all([
    reading<Pick<Story, '_id' | 'headline'>>(() =>
      database
        .collection('stories')
        .where({ _id: _.in(workIds) })
        .field({ headline: true })
        .limit(titlesMax)
        .get(),
    ),
    reading<Pick<Adoption, 'work'>>(() =>
      database
        .collection('adoptions')
        .where({ 'work.id': _.in(workIds), 'work.storyId': null })
        .field({ work: true })
        .limit(printingsMax)
        .get(),
    ),
  ]);
  return new Map([
    ...printings.map(({ work }) => [work.id, work.headline] as const),
    ...stories.map(({ _id, headline }) => [_id, headline] as const),
  ]);
}

/** Works from outside by their printings, the newest first. */
async function listOutsideWorks(
  database: Database,
  { scope, words, since }: WorksWanted,
): Promise<Found[]> {
  const _ = database.command;
  const printings = await reading<Adoption>(() =>
    database
      .collection('adoptions')
      .where({
        ...{ unitPath: _.in(scope), state: _.in(['reported', 'verified']) },
        ...{ reportedAt: _.gte(since), 'work.storyId': null },
        ...(words !== null && { 'work.headline': containing(database, words) }),
      })
      .orderBy('reportedAt', 'desc')
      .limit(printingsMax)
      .get(),
  );
  const works = printings.map(({ work: { id, headline, unitId }, reportedAt: at }) => ({
    ...{ id, headline, unitId, at },
  }));
  return [...new Map(works.map((work) => [work.id, work])).values()];
}
