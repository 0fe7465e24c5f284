import {
  findDifference,
  isSame,
  type AccountAudit,
  type StoredAccount,
} from '../../domain/ledger/audit';
import { isAdministrator } from '../../domain/people/person';
import { create, drop, put, type Change } from '../../kernel/change';
import { hashJson } from '../../kernel/hash';
import { sayDifference } from '../../wording/audit';
import { refused, type CommandHandler, type CommandScene } from '../handler';
import { auditChunk } from '../ledger/audit-step';

/**
 * `standing.rebuild`: balances and standings of some accounts as their entries say, to the same bytes
 * that posting wrote. Each account is a commit of its own on the version that was read, so that a step may
 * stop anywhere; a broken chain is left as it is and named.
 */
export const rebuildStandingHandler: CommandHandler<'standing.rebuild'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  if (!isAdministrator(person, scene.on)) return refused('not_allowed');
  const chunk = await auditChunk(scene.store, input.after ?? '');
  const done = { after: chunk.upTo, accounts: chunk.accounts.length, changed: 0 };
  for (const { audit, stored } of chunk.accounts) {
    const broken = audit.broken ?? brokenChain(audit, stored);
    if (broken) {
      const { accountId, sequence } = broken;
      const difference = { accountId, sequence, sentence: sayDifference(broken) };
      return { ok: true, value: { ...done, after: input.after, difference } };
    }
    const changes = changesOf(audit, stored);
    done.changed += changes.length;
    if (changes.length > 0 && !(await commitAccount(scene, audit.accountId, changes))) {
      return refused('changed_meanwhile');
    }
  }
  return { ok: true, value: { ...done, difference: null } };
};

/** Entries are missing: a balance made of the rest would hide it. */
function brokenChain(audit: AccountAudit, stored: StoredAccount) {
  const found = findDifference(audit, stored);
  const isBroken = found && ['chain_cut', 'chain_rewritten', 'tail_missing'].includes(found.what);
  return isBroken ? found : undefined;
}

function changesOf(audit: AccountAudit, stored: StoredAccount): Change[] {
  const kept = new Map(stored.standings.map((standing) => [standing.period, standing]));
  const standings = [...audit.standings].flatMap(([period, standing]): Change[] => {
    const found = kept.get(period);
    if (!found) return [create('standings', standing)];
    return isSame(found, standing) ? [] : [put('standings', standing)];
  });
  const unexplained = stored.standings
    .filter(({ period }) => !audit.standings.has(period))
    .map(({ _id }) => drop('standings', _id));
  const changes = [...standings, ...unexplained];
  const { account } = audit;
  if (!account) return changes;
  if (!stored.account) return [...changes, create('accounts', account)];
  if (changes.length === 0 && isSame(account, stored.account)) return [];
  // Written even when it is right itself: its version guards its standings.
  const expectVersion = stored.account.version;
  return [...changes, { do: 'replace', collection: 'accounts', document: account, expectVersion }];
}

async function commitAccount(
  { store, command, now }: CommandScene,
  accountId: string,
  changes: Change[],
): Promise<boolean> {
  const receiptId = hashJson([command.receiptId, accountId]);
  const committed = await store.commit({
    command: { call: command.call, receiptId, contentHash: hashJson(changes) },
    ...{ now, changes, value: null },
  });
  return committed.committed;
}
