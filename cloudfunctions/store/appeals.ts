/** Reads of appeals and adjustments. */
import type { Adjustment } from '../domain/ledger/adjustment';
import type { Appeal } from '../domain/ledger/appeal';
import type { Entry } from '../domain/ledger/entry';
import type { Database } from './database';
import { readDocument } from './documents';
import { linePage, linesRead } from './line-page';
import { reading } from './reading';

export interface ScopeWanted {
  /** Units, each with all below it; null for all of them. */
  scope: string[] | null;
  /** What waits, oldest first; or what is answered, newest first. */
  isOpen: boolean;
  after: string | null;
}

export type AppealWithEntry = Appeal & { entry: Entry | undefined; isReversed: boolean };

export function openAppeals(database: Database) {
  return {
    readAdjustment: (id: string) => readDocument<Adjustment>(database, 'adjustments', id),
    listAppeals: (wanted: ScopeWanted) => listAppeals(database, wanted),
    listAdjustments: (wanted: ScopeWanted) => listAdjustments(database, wanted),
  };
}

async function listAppeals(database: Database, wanted: ScopeWanted) {
  const found = await reading<Appeal & { entries: Entry[]; reversals: unknown[] }>(() =>
    inScope(database, 'appeals', wanted)
      .lookup({ from: 'ledger_entries', localField: '_id', foreignField: '_id', as: 'entries' })
      .lookup({
        ...{ from: 'ledger_entries', localField: '_id', foreignField: 'reverses' },
        as: 'reversals',
      })
      .end(),
  );
  const lines = found.map(({ entries, reversals, ...appeal }): AppealWithEntry => ({
    ...{ ...appeal, entry: entries[0], isReversed: reversals.length > 0 },
  }));
  return pageOf(lines);
}

async function listAdjustments(database: Database, wanted: ScopeWanted) {
  return pageOf(await reading<Adjustment>(() => inScope(database, 'adjustments', wanted).end()));
}

function inScope(database: Database, collection: string, { scope, isOpen, after }: ScopeWanted) {
  const [at = '', id = ''] = after?.split(' ') ?? [];
  const operator = isOpen ? '$gt' : '$lt';
  const further = [{ at: { [operator]: Number(at) } }, { at: Number(at), _id: { [operator]: id } }];
  const direction = isOpen ? 1 : -1;
  return database
    .collection(collection)
    .aggregate()
    .match({
      ...(scope && { unitPath: { $in: scope } }),
      isOpen,
      ...(after !== null && { $or: further }),
    })
    .sort({ at: direction, _id: direction })
    .limit(linesRead);
}

function pageOf<Line extends { _id: string; at: number }>(found: Line[]) {
  const { shown, after } = linePage(found, (last) => `${last.at} ${last._id}`);
  return { lines: shown, after };
}
