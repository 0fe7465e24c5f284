import {
  appendEntries,
  touchedBy,
  type Appended,
  type EntryDraft,
} from '../../domain/ledger/append-entries';
import { create, put, type Change } from '../../kernel/change';
import type { Scene } from '../handler';

export type Planning = Pick<Scene, 'store' | 'now' | 'on'>;

/** What an event posts, and up to which day all was closed when that was decided. */
export interface Posting {
  changes: Change[];
  closedThrough: string | null;
}

/** What is posted together, by one event. */
export interface PostingPlan {
  eventId: string;
  drafts: EntryDraft[];
  closedThrough: string | null;
  /** Any unit that is there. */
  unitId: string;
}

/**
 * Entries, accounts and standings as the drafts change them; to be committed together with what
 * brought them about. When the commit is outrun, everything is planned anew.
 */
export async function planPosting(
  { store, now }: Planning,
  { eventId, drafts, closedThrough, unitId }: PostingPlan,
): Promise<Change[]> {
  if (drafts.length === 0) return [];
  const ownerIds = [...new Set(drafts.map(({ account }) => account.id))];
  const known = await store.readTouched({
    ...{ ...touchedBy(drafts, closedThrough), ownerIds, unitId },
  });
  return changesOf(appendEntries(drafts, { eventId, postedAt: now, closedThrough }, known));
}

function changesOf({ entries, accounts, standings }: Appended): Change[] {
  return [
    ...accounts.map(({ account, expectVersion }): Change =>
      expectVersion === 0
        ? create('accounts', account)
        : // An account's version is its number of entries, and no place of its chain is taken twice.
          { do: 'succeed', collection: 'accounts', document: account, expectVersion },
    ),
    // Their account's version guards them: whether they are there is known, too.
    ...standings.map(({ standing, isNew }) =>
      isNew ? create('standings', standing) : put('standings', standing),
    ),
    ...entries.map((entry) => create('ledger_entries', entry)),
  ];
}
