import { beginTrial, type Trial } from '../../domain/points/trial';
import { create, replace } from '../../kernel/change';
import { refused, type CommandHandler, type CommandScene } from '../handler';
import { findDraft } from './find-draft';
import { commitStep, stepTrial } from './step-trial';
import { basisOf, trialPlace, type TrialPlace } from './trial-place';
import { viewTrial } from './view-trial';

/** Works a call: some seconds of a function. */
const worksACall = 2_000;
/** Begun again where another phone of mine did at the same moment. */
const attemptsMax = 3;
/** Even a step that finds nothing has its round trips. */
const leastAStep = 60;
const sizes = { page: 1000, reads: 10, works: 500, pages: 20 };

/**
 * `rulebook.try`: takes some steps of my dry run. What was taken already is answered as it stands, so a
 * call may be repeated; each step is a commit of its own, so it may stop anywhere.
 */
export const tryRulebookHandler: CommandHandler<'rulebook.try'> = async (input, scene) => {
  const { store } = scene;
  const found = await findDraft(scene);
  if ('refusal' in found) return found;
  const { asker, draft, rulebooks } = found;
  const [known, outlets, units] = await Promise.all([
    store.readTrial(asker._id),
    store.readOutlets(),
    store.readUnits(),
  ]);
  const basis = basisOf(draft, rulebooks);
  const wanted = { _id: asker._id, runId: scene.newId(), period: input.period, basis };
  const isGoingOn = input.run !== null && isLive(known, scene.now) && known.basis === basis;
  // Another phone of mine began another one.
  if (isGoingOn && known.runId !== input.run?.id) return refused('changed_meanwhile');
  const trial = isGoingOn ? known : await begin(scene, wanted);
  if (!trial) return refused('changed_meanwhile');
  const books = { rulebooks, draft: { ...draft.rulebook, id: 'office', version: 0 } };
  const place = trialPlace({ ...{ store, sizes, on: scene.on, books }, outlets, units }, trial);
  const isTaken = isGoingOn && trial.version !== input.run?.step;
  const after = isTaken ? trial : await takeSteps(scene, place, trial);
  if (!after) return refused('changed_meanwhile');
  return { ok: true, value: { trial: viewTrial(after, { plan: place.plan, basis }) } };
};

const isLive = (trial: Trial | undefined, now: number): trial is Trial =>
  trial !== undefined && trial.expiresAt > now;

/** Of two that are begun at once the later one stays; what the former one kept is swept away. */
async function begin(
  { store, now }: CommandScene,
  wanted: Pick<Trial, '_id' | 'runId' | 'period' | 'basis'>,
): Promise<Trial | undefined> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const known = await store.readTrial(wanted._id);
    const trial = beginTrial({ ...wanted, now, version: (known?.version ?? 0) + 1 });
    const changes = [known ? replace('rulebook_trials', trial) : create('rulebook_trials', trial)];
    const attemptId = `${wanted.runId}:${attempt}`;
    if (!(await commitStep(store, { trial, changes }, { now, attemptId }))) continue;
    await store.dropTrials({ personId: trial._id, runId: trial.runId, now });
    return trial;
  }
  return undefined;
}

/** Undefined where another one was begun meanwhile. */
async function takeSteps(
  { store, now, newId }: CommandScene,
  place: TrialPlace,
  begun: Trial,
): Promise<Trial | undefined> {
  let trial = begun;
  for (let read = 0; read < worksACall;) {
    const step = await stepTrial(place, trial);
    if (!step) return trial;
    if (!(await commitStep(store, step, { now, attemptId: newId() }))) {
      const there = await store.readTrial(begun._id);
      return there?.runId === begun.runId ? there : undefined;
    }
    trial = step.trial;
    read += Math.max(leastAStep, step.read);
  }
  return trial;
}
