/** The audit of a whole ledger, and all its standings written anew, step by step as an administrator does. */
import { tell } from './progress';
import type { LedgerRoom } from '../support/county/ledger-room';

export interface RebuildCost {
  auditPerSecond: number;
  rebuildPerSecond: number;
  longestStepSeconds: number;
}

export async function measureRebuild({ cloud, he }: LedgerRoom): Promise<RebuildCost> {
  let entries = 0;
  tell('auditing');
  const audit = await steps(async (after) => {
    const step = await he.value('ledger.audit', { after });
    if (step.difference) throw new Error(step.difference.sentence);
    entries += step.checked.entries;
    return step.after;
  });
  const database = cloud.sdk().database();
  await database.collection('standings').where({}).remove();
  tell('rebuilding');
  const rebuild = await steps(async (after) => {
    const step = await he.value('standing.rebuild', { after });
    if (step.difference) throw new Error(step.difference.sentence);
    return step.after;
  });
  return {
    auditPerSecond: entries / audit.seconds,
    rebuildPerSecond: entries / rebuild.seconds,
    longestStepSeconds: Math.max(audit.longest, rebuild.longest),
  };
}

async function steps(step: (after: string | null) => Promise<string | null>) {
  const startedAt = performance.now();
  let longest = 0;
  let after: string | null = null;
  do {
    const beganAt = performance.now();
    after = await step(after);
    longest = Math.max(longest, (performance.now() - beganAt) / 1000);
  } while (after !== null);
  return { seconds: (performance.now() - startedAt) / 1000, longest };
}

export const linesOfRebuild = (cost: RebuildCost): [string, string][] => [
  ['audit, entries/s', cost.auditPerSecond.toFixed(0)],
  ['rebuild, entries/s', cost.rebuildPerSecond.toFixed(0)],
  ['longest step, s', cost.longestStepSeconds.toFixed(1)],
];
