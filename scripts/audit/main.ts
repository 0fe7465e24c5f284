/**
 * The audit of `npm run audit`, step by step as the points function does it: on the embedded cloud whose
 * address is the first word, or with `--env ID` on a real environment.
 */
import tcb from '@cloudbase/node-sdk';
import { auditStep, type Checked } from '../../cloudfunctions/handlers/ledger/audit-step';
import { openAudit } from '../../cloudfunctions/store/audit';
import type { Database } from '../../cloudfunctions/store/database';
import { sayDifference } from '../../cloudfunctions/wording/audit';
import { wording } from './wording';

const entriesAStep = 20_000;

void main(process.argv.slice(2)).then((status) => process.exit(status));

/** 0 where everything is as the entries say, 1 where something differs. */
async function main([where = '', env = '']: string[]): Promise<number> {
  const database = where === '--env' ? openReal(env) : openLocal(where);
  const total: Checked = { accounts: 0, entries: 0, standings: 0, families: 0 };
  let after: string | null = null;
  do {
    const step = await auditStep(openAudit(database), after, entriesAStep);
    for (const part of ['accounts', 'entries', 'standings', 'families'] as const) {
      total[part] += step.checked[part];
    }
    if (step.difference) {
      console.log(sayDifference(step.difference));
      return 1;
    }
    after = step.after;
  } while (after !== null);
  console.log(wording.sound(total));
  for (const { _id, headDigest } of await openAudit(database).listClosedPeriods('', 1000)) {
    console.log(wording.digest(_id, headDigest));
  }
  return 0;
}

function openLocal(base: string): Database {
  // Says where we run; otherwise the SDK asks a metadata host before each request.
  process.env.TENCENTCLOUD = 'true';
  const keys = { secretId: 'local', secretKey: 'local' };
  return tcb.init({ env: 'local-env', ...keys, serviceUrl: `${base}/admin` }).database();
}

function openReal(env: string): Database {
  const { TCB_SECRET_ID: secretId, TCB_SECRET_KEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error(wording.noAccount);
  return tcb.init({ env, secretId, secretKey }).database();
}
