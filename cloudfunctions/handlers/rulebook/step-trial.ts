/**
 * One step of a dry run: reads what it needs, keeps what it found, and writes the run on the version that
 * was read. So a step may be broken off anywhere or be taken by two at once, and counts once.
 */
import type { Trial } from '../../domain/points/trial';
import { create, drop, replace, type Change } from '../../kernel/change';
import { hashJson } from '../../kernel/hash';
import type { Store } from '../../store';
import type { TrialPart } from '../../store/collections/trials';
import { partId, partIds, type TrialStep } from './trial-parts';
import type { TrialPlace } from './trial-place';
import { applyTrialRules, tellMoves } from './trial-rules';
import { listWorks, replayFacts, replayWorks, sumHand } from './trial-works';

const stepOf: Record<
  Exclude<Trial['stage'], 'done'>,
  (place: TrialPlace, trial: Trial) => Promise<TrialStep>
> = {
  list: listWorks,
  works: replayWorks,
  facts: replayFacts,
  hand: sumHand,
  before: applyTrialRules,
  after: applyTrialRules,
  result: tellMoves,
};

/** The run after a step and what it writes; undefined at the end. */
export async function stepTrial(
  place: TrialPlace,
  trial: Trial,
): Promise<{ trial: Trial; changes: Change[]; read: number } | undefined> {
  if (trial.stage === 'done') return undefined;
  const step = await stepOf[trial.stage](place, trial);
  const drops = step.spent.flatMap((what) => partIds(trial, what));
  const { parts, changes } = keptChanges(trial, step);
  const next = { ...step.trial, parts, version: trial.version + 1 };
  return {
    ...{ trial: next, read: step.read },
    changes: [
      replace('rulebook_trials', next),
      ...changes,
      ...drops.map((id) => drop('trial_parts', id)),
    ],
  };
}

function keptChanges(trial: Trial, { kept, spent }: TrialStep) {
  const parts = Object.fromEntries(
    Object.entries(trial.parts).filter(([what]) => !spent.includes(what)),
  );
  const changes: Change[] = [];
  const { runId, _id: personId, expiresAt } = trial;
  for (const { what, pages } of kept) {
    for (const lines of pages) {
      const n = parts[what] ?? 0;
      const part: TrialPart = { _id: partId(trial, what, n), personId, runId, expiresAt, lines };
      changes.push(create('trial_parts', part));
      parts[what] = n + 1;
    }
  }
  return { parts, changes };
}

/** False where another took the step, or began anew. */
export async function commitStep(
  store: Pick<Store, 'commit'>,
  { trial, changes }: { trial: Trial; changes: Change[] },
  { now, attemptId }: { now: number; attemptId: string },
): Promise<boolean> {
  const { _id, runId, version } = trial;
  const committed = await store.commit({
    command: {
      call: 'rulebook.try',
      receiptId: hashJson(['rulebook.try', _id, runId, version]),
      // Two at once may have read different things: only one's are kept, and both must know whose.
      contentHash: attemptId,
    },
    ...{ changes, value: null, now },
  });
  return committed.committed;
}
