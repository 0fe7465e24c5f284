/** Reads of drafts in the cloud; always by the person whose they are. */
import type { Draft } from '../domain/draft/draft';
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';

/** A draft without its text. */
export type DraftLine = Pick<
  Draft,
  'draftId' | 'phoneVersion' | 'kind' | 'headline' | 'words' | 'savedAt'
>;

export function openDrafts(database: Database) {
  return {
    readDraft: (id: string) => readDocument<Draft>(database, 'drafts', id),
    listDrafts: (personId: string, most: number) => listDrafts(database, personId, most),
  };
}

function listDrafts(database: Database, personId: string, most: number): Promise<DraftLine[]> {
  const line = ['draftId', 'phoneVersion', 'kind', 'headline', 'words', 'savedAt'];
  return reading<DraftLine>(() =>
    database
      .collection('drafts')
      .where({ personId, droppedAt: null })
      .orderBy('savedAt', 'desc')
      .field(Object.fromEntries(line.map((field) => [field, true])))
      .limit(most)
      .get(),
  );
}
