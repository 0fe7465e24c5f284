import {
  appendEntries,
  touchedBy,
  type Appended,
  type EntryDraft,
} from '../../domain/ledger/append-entries';
import { create, grow, type Change } from '../../kernel/change';
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

// Sums grow from what is stored by then, so that a rebuild at the same moment and a posting end alike
// whichever comes first: nothing that a rebuild put right is written over with what was read before it.
function changesOf({ entries, accounts, standings }: Appended): Change[] {
  return [
    ...accounts.map(({ account, before }) =>
      before
        ? // An account's version is its number of entries, and no place of its chain is taken twice.
          grow('accounts', account, {
            ...{ by: { balance: account.balance - before.balance }, expectVersion: before.version },
          })
        : create('accounts', account),
    ),
    ...standings.map(({ standing, before }) =>
      before
        ? grow('standings', standing, {
            by: {
              amount: standing.amount - before.amount,
              entryCount: standing.entryCount - before.entryCount,
            },
          })
        : create('standings', standing),
    ),
    ...entries.map((entry) => create('ledger_entries', entry)),
  ];
}
