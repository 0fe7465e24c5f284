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
/** Printings or facts that one call of a dry run looks at. */
const trialPage = 100;

export interface TrialSpan {
  from: string;
  until: string;
  /** Day and id of the last one seen; null at the beginning. */
  after: { on: string; id: string } | null;
}

export function openRulebooks(database: Database) {
  return {
    readRulebooks: () =>
      reading<RulebookVersion>(() => database.collection('rulebooks').limit(documentsMax).get()),
    readRulebookDraft: () => readDocument<RulebookDraft>(database, 'rulebook_drafts', 'draft'),
    /** Verified printings, by the day that counts or by that of their verification. */
    listPrintingsIn: (day: 'countsOn' | 'verifiedOn', span: TrialSpan) =>
      listIn<Adoption>(database, { collection: 'adoptions', day, state: 'verified' }, span),
    listFactsIn: (span: TrialSpan) =>
      listIn<RegisteredFact>(
        database,
        { collection: 'registered_facts', day: 'countsOn', state: 'registered' },
        span,
      ),
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

/** A page by day and id, oldest first. */
function listIn<Document>(
  database: Database,
  { collection, day, state }: { collection: string; day: string; state: string },
  { from, until, after }: TrialSpan,
): Promise<Document[]> {
  const _ = database.command;
  const within = { [day]: _.and([_.gte(after?.on ?? from), _.lt(until)]), state };
  const later =
    after && _.or([{ [day]: _.gt(after.on) }, { [day]: after.on, _id: _.gt(after.id) }]);
  return reading<Document>(() =>
    database
      .collection(collection)
      .where(later ? _.and([within, later]) : within)
      .orderBy(day, 'asc')
      .orderBy('_id', 'asc')
      .limit(trialPage)
      .get(),
  );
}
