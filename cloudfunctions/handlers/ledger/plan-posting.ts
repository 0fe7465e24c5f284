import {
  appendEntries,
  touchedBy,
  type Appended,
  type EntryDraft,
} from '../../domain/ledger/append-entries';
import { damagedHead } from '../../domain/ledger/chain';
import { create, grow, type Change } from '../../kernel/change';
import { Fault } from '../../kernel/faults';
import type { Touched, TouchedWanted } from '../../store/ledger';
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
  const known = await readSoundly(store, {
    ...{ ...touchedBy(drafts, closedThrough), ownerIds, unitId },
  });
  return changesOf(appendEntries(drafts, { eventId, postedAt: now, closedThrough }, known));
}

/**
 * Nothing is posted onto what an audit would name: whoever looks after the ledger sees to it first.
 * A head and its chain that differ because something is posted at this moment do so once.
 */
async function readSoundly(store: Planning['store'], wanted: TouchedWanted): Promise<Touched> {
  let before: string | undefined;
  for (;;) {
    const known = await store.readTouched(wanted);
    const damage = damagedHead(known.accounts, known.lastEntries);
    if (damage === undefined) return known;
    // Any call that posts may end so; functions/phone tells the phone.
    if (damage === before) throw new Fault('ledger_damaged', 'never');
    before = damage;
  }
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
