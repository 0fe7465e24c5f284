/** Reads of drafts in the cloud; always by the person whose they are. */
import type { Draft } from '../domain/draft/draft';
import type { Story } from '../domain/story/story';
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';

/** A draft without its text. */
export type DraftLine = Pick<
  Draft,
  'draftId' | 'phoneVersion' | 'kind' | 'headline' | 'words' | 'savedAt'
>;

/** Without a limit the platform answers twenty. */
const copiesMax = 1000;

export function openDrafts(database: Database) {
  return {
    readDraft: (id: string) => readDocument<Draft>(database, 'drafts', id),
    listDrafts: (personId: string, most: number) => listDrafts(database, personId, most),
  };
}

/**
 * Copies of what is still being written. A phone that lost its storage after filing drops no copies:
 * those of filed stories are left out here, but for a story that came back to be changed.
 */
async function listDrafts(
  database: Database,
  personId: string,
  most: number,
): Promise<DraftLine[]> {
  const line = ['draftId', 'phoneVersion', 'kind', 'headline', 'words', 'savedAt'];
  const found = await reading<DraftLine & { stories: Pick<Story, 'state'>[] }>(() =>
    database
      .collection('drafts')
      .aggregate()
      .match({ personId, droppedAt: null })
      .sort({ savedAt: -1 })
      .limit(copiesMax)
      .lookup({ from: 'stories', localField: 'draftId', foreignField: '_id', as: 'stories' })
      .project({ ...Object.fromEntries(line.map((field) => [field, 1])), 'stories.state': 1 })
      .end(),
  );
  return found
    .filter(({ stories: [story] }) => story === undefined || story.state === 'returned')
    .slice(0, most);
}
