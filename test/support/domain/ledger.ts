/** A ledger in memory: what postings write, applied one after the other. */
import {
  appendEntries,
  type Appended,
  type Known,
} from '../../../cloudfunctions/domain/ledger/append-entries';
import type { Account, Entry, Family, Standing } from '../../../cloudfunctions/domain/ledger/entry';
import { postTargets, type Occasion } from '../../../cloudfunctions/domain/ledger/post-targets';
import { familyAfterReversal, reversalOf } from '../../../cloudfunctions/domain/ledger/reverse';
import type { Target } from '../../../cloudfunctions/domain/points/target';

export interface Ledger {
  entries: Entry[];
  accounts: Map<string, Account>;
  standings: Map<string, Standing>;
  family: Family | undefined;
  /** Postings so far. */
  events: number;
  with(appended: Appended, family?: Family): Ledger;
}

export const occasion: Occasion = {
  ...{ causeKind: 'adoption', workId: 'w', storyId: 's', title: '标题', unitId: 'township' },
  ...{ causeId: 'adoption', on: '2026-10-05' },
};

export function emptyLedger(): Ledger {
  return ledgerOf({
    ...{ entries: [], accounts: new Map(), standings: new Map(), family: undefined, events: 0 },
  });
}

function ledgerOf(state: Omit<Ledger, 'with'>): Ledger {
  return {
    ...state,
    with: (appended, family = state.family) =>
      ledgerOf({
        ...{ family, events: state.events + 1, entries: [...state.entries, ...appended.entries] },
        accounts: withAll(
          state.accounts,
          appended.accounts.map(({ account }) => account),
        ),
        standings: withAll(
          state.standings,
          appended.standings.map(({ standing }) => standing),
        ),
      }),
  };
}

function withAll<One extends { _id: string }>(known: Map<string, One>, more: One[]) {
  return new Map([...known, ...more.map((one) => [one._id, one] as const)]);
}

/** What the ledger knows, as a posting reads it. */
export function knownOf(ledger: Ledger): Known {
  return {
    accounts: [...ledger.accounts.values()],
    standings: [...ledger.standings.values()],
    names: new Map([['person:lin', '林示例']]),
  };
}

/** The ledger after one more event of the work, by which these are the targets. */
export function post(
  ledger: Ledger,
  targets: Target[],
  { closedThrough = null }: { closedThrough?: string | null } = {},
): Ledger {
  const { family } = ledger;
  const posted = postTargets({ family, familyId: 'w', targets }, occasion);
  const event = ledger.events + 1;
  const moment = { eventId: `e${event}`, postedAt: event, closedThrough };
  return ledger.with(appendEntries(posted.drafts, moment, knownOf(ledger)), posted.family);
}

/** The ledger after the office took one of its entries off. */
export function reverse(ledger: Ledger, entry: Entry): Ledger {
  const known: Known = {
    accounts: [...ledger.accounts.values()],
    standings: [...ledger.standings.values()],
    names: new Map(),
  };
  const event = ledger.events + 1;
  const moment = { eventId: `e${event}`, postedAt: event, closedThrough: null };
  const appended = appendEntries([reversalOf(entry, '冲销')], moment, known);
  const family = familyAfterReversal(ledger.family as Family, entry); // posted before
  return ledger.with(appended, family);
}

/** A target of 林's points. */
export function aTarget(fields: {
  causeId: string;
  amount: number;
  on: string;
  ruleId?: string;
  account?: Target['account'];
}): Target {
  const { causeId, amount, on, ruleId = 'base', account = { kind: 'person', id: 'lin' } } = fields;
  return {
    ...{ account, book: 'points', amount, ruleId, ruleVersion: 1, causeId, occurredOn: on },
    derivation: `${causeId} ${amount / 100}`,
    category: 'adoption:county',
  };
}
