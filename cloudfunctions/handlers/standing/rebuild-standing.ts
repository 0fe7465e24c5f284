import {
  findDifference,
  isSame,
  type AccountAudit,
  type StoredAccount,
} from '../../domain/ledger/audit';
import { isAdministrator } from '../../domain/people/person';
import { create, drop, expectNone, put, type Change } from '../../kernel/change';
import { hashJson } from '../../kernel/hash';
import { sayDifference } from '../../wording/audit';
import { untilCommitted } from '../adoption/until-committed';
import { refused, type CommandHandler, type CommandScene, type Outcome } from '../handler';
import { auditChunk } from '../ledger/audit-step';

/**
 * `standing.rebuild`: balances and standings of some accounts as their entries say, to the same bytes
 * that posting wrote. Each account is a commit of its own on the version that was read, so that a step may
 * stop anywhere; a broken chain is left as it is and named. A posting that comes between is read again,
 * and one that comes after adds to what was put right (plan-posting).
 */
export const rebuildStandingHandler: CommandHandler<'standing.rebuild'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  if (!isAdministrator(person, scene.on)) return refused('not_allowed');
  const written = { changed: 0 };
  return untilCommitted(() => rebuildOnce(scene, input.after, written));
};

/** Undefined where an account was posted to meanwhile; what was written until then stays. */
async function rebuildOnce(
  scene: CommandScene,
  after: string | null,
  written: { changed: number },
): Promise<Outcome<'standing.rebuild'> | undefined> {
  const chunk = await auditChunk(scene.store, after ?? '');
  const accounts = chunk.accounts.length;
  for (const { audit, stored } of chunk.accounts) {
    const broken = audit.broken ?? brokenChain(audit, stored);
    if (broken) {
      const { accountId, sequence } = broken;
      const difference = { accountId, sequence, sentence: sayDifference(broken) };
      return { ok: true, value: { after, accounts, ...written, difference } };
    }
    const changes = changesOf(audit, stored);
    if (changes.length === 0) continue;
    if (!(await commitAccount(scene, audit.accountId, changes))) return undefined;
    written.changed += changes.filter((change) => change.do !== 'expectNone').length;
  }
  return { ok: true, value: { after: chunk.upTo, accounts, ...written, difference: null } };
}

/** Entries are missing: a balance made of the rest would hide it. */
function brokenChain(audit: AccountAudit, stored: StoredAccount) {
  const found = findDifference(audit, stored);
  const isBroken = found && ['chain_cut', 'chain_rewritten', 'tail_missing'].includes(found.what);
  return isBroken ? found : undefined;
}

/** Ends with the account itself, even where that is right: its version guards its standings. */
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
  if (changes.length === 0 && isSame(audit.account, stored.account)) return [];
  return [...changes, accountChange(audit, stored.account)];
}

function accountChange(
  { accountId, account }: AccountAudit,
  stored: StoredAccount['account'],
): Change {
  if (!stored) return account ? create('accounts', account) : expectNone('accounts', accountId);
  const expectVersion = stored.version;
  if (!account) return { do: 'remove', collection: 'accounts', id: accountId, expectVersion };
  return { do: 'replace', collection: 'accounts', document: account, expectVersion };
}

async function commitAccount(
  { store, command, now }: CommandScene,
  accountId: string,
  changes: Change[],
): Promise<boolean> {
  const contentHash = hashJson(changes);
  const receiptId = hashJson([command.receiptId, accountId, contentHash]);
  const committed = await store.commit({
    command: { call: command.call, receiptId, contentHash },
    ...{ now, changes, value: null },
  });
  return committed.committed;
}
