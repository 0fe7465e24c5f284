/**
 * One step of a period's computation: reads a page, folds it into the run, writes the run on the version
 * that was read. So a step may be broken off anywhere or be taken by two at once, and is done once. A stage
 * that is through and changes nothing is not written by itself: the next begins in the same step, which
 * makes a small county's close a third of the commits.
 */
import { replace, type Change } from '../../kernel/change';
import { hashJson } from '../../kernel/hash';
import type { Period } from '../../domain/period/period';
import type { Run } from '../../domain/period/run';
import { applyRules } from './apply-rules';
import { countFacts, countFiled, countPrinted, sumPoints } from './count-figures';
import { finishPeriod } from './finish-period';
import { gatherEntries, lookAtItems } from './gather-entries';
import { holdMoney } from './held-money';
import { keepHeads } from './keep-heads';
import { postTargetsOf } from './post-targets';
import type { Step, Stepping } from './stepping';

type StageOf = (scene: Stepping, run: Run, period: Period) => Promise<Step>;

const stageOf: Record<Exclude<Run['stage'], 'wait'>, StageOf> = {
  filed: countFiled,
  printed: countPrinted,
  facts: countFacts,
  points: sumPoints,
  entries: gatherEntries,
  items: lookAtItems,
  held: holdMoney,
  rules: applyRules,
  post: postTargetsOf,
  heads: keepHeads,
  finish: finishPeriod,
};

/** `stepped`: there is more to do; `outrun`: another took the step, or a posting came between. */
export type Stepped = 'stepped' | 'outrun' | 'waiting' | 'done';

export async function stepPeriod(scene: Stepping, period: Period): Promise<Stepped> {
  const run = await scene.store.readRun(period._id);
  if (!run) return 'done';
  if (scene.now < run.notBefore) return 'waiting';
  let step = await goOn(scene, run, period);
  let stage = run.stage;
  while (step.run && step.run.stage !== stage && isQuiet(scene, step)) {
    stage = step.run.stage;
    step = await goOn(scene, step.run, period);
  }
  const own: Change = step.run
    ? replace('period_runs', { ...step.run, version: run.version + 1 })
    : { do: 'remove', collection: 'period_runs', id: run._id, expectVersion: run.version };
  const committed = await scene.store.commit({
    command: {
      call: 'period.step',
      receiptId: hashJson(['period.step', run._id, run.round, run.version]),
      contentHash: hashJson([step.run ?? null, step.changes.length]),
    },
    changes: [own, ...step.changes],
    value: null,
    now: scene.now,
  });
  if (!committed.committed) return 'outrun';
  return step.run ? 'stepped' : 'done';
}

async function goOn(scene: Stepping, run: Run, period: Period): Promise<Step> {
  if (run.stage === 'wait') return { run: { ...run, stage: 'filed' }, changes: [] };
  return stageOf[run.stage](scene, run, period);
}

/** Nothing was posted, and nothing is to be waited for. */
const isQuiet = ({ now }: Stepping, { run, changes }: Step) =>
  run !== undefined && changes.length === 0 && run.stage !== 'wait' && now >= run.notBefore;
