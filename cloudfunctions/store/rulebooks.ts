/** Reads of rulebooks, and of what a dry run replays. */
import type { Adoption } from '../domain/adoption/adoption';
import type { Family } from '../domain/ledger/entry';
import type { RulebookDraft, RulebookVersion } from '../domain/points/enact-rulebook';
import type { RegisteredFact } from '../domain/points/facts';
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const documentsMax = 1000;

export function openRulebooks(database: Database) {
  return {
    readRulebooks: () =>
      reading<RulebookVersion>(() => database.collection('rulebooks').limit(documentsMax).get()),
    readRulebookDraft: () => readDocument<RulebookDraft>(database, 'rulebook_drafts', 'draft'),
    /** Every printing of these works. */
    listPrintingsOf: (workIds: string[]) =>
      reading<Adoption>(() =>
        database
          .collection('adoptions')
          .where({ 'work.id': database.command.in(workIds) })
          .limit(documentsMax)
          .get(),
      ),
    /** Every fact about these works. */
    listFactsOf: (workIds: string[]) =>
      reading<RegisteredFact>(() =>
        database
          .collection('registered_facts')
          .where({ workId: database.command.in(workIds) })
          .limit(documentsMax)
          .get(),
      ),
    /** What authors chose for these works, among the rest. */
    listFamilies: (workIds: string[]) =>
      reading<Family>(() =>
        database
          .collection('families')
          .where({ _id: database.command.in(workIds) })
          .limit(documentsMax)
          .get(),
      ),
    readNames: (collection: 'people' | 'units', ids: string[]) =>
      reading<{ _id: string; name: string }>(() =>
        database
          .collection(collection)
          .where({ _id: database.command.in(ids) })
          .field({ name: true })
          .limit(documentsMax)
          .get(),
      ),
  };
}
