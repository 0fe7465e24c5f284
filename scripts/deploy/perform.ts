/** Does a plan's steps in order. Every step may be repeated, so a run that broke off is run again. */
import { CloudError, type Cloud } from './cloud';
import type { Step } from './plan';

/** A step that did not succeed, with those that did before it. */
export class StepFailed extends Error {
  constructor(
    readonly step: Step,
    readonly done: number,
    override readonly cause: CloudError,
  ) {
    super(cause.message);
  }
}

interface Performing {
  /** Called after every step. */
  onDone(step: Step): void;
  pause(ms: number): Promise<void>;
}

/** Waits between attempts: a network that comes back, a function that is still being made. */
const pausesMs = [2_000, 5_000, 15_000];

export async function perform(steps: Step[], cloud: Cloud, how: Performing): Promise<void> {
  for (const [done, step] of steps.entries()) {
    try {
      await attempt(step, cloud, how);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      throw new StepFailed(step, done, error);
    }
    how.onDone(step);
  }
}

async function attempt(step: Step, cloud: Cloud, { pause }: Performing): Promise<void> {
  for (const ms of [...pausesMs, undefined]) {
    try {
      return await doStep(step, cloud);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      // An earlier attempt got through although its answer was lost.
      if (error.failure === 'exists') return;
      const mayPass = error.failure === 'network' || error.failure === 'busy';
      if (!mayPass || ms === undefined) throw error;
      await pause(ms);
    }
  }
}

function doStep(step: Step, cloud: Cloud): Promise<void> {
  switch (step.do) {
    case 'createCollection':
      return cloud.createCollection(step.collection);
    case 'setCollectionRule':
      return cloud.setCollectionRule(step.collection, step.rule);
    case 'removeIndex':
      return cloud.removeIndex(step.collection, step.name);
    case 'createIndex':
      return cloud.createIndex(step.collection, step.index);
    case 'setStorageRule':
      return cloud.setStorageRule(step.rule);
    case 'createFunction':
      return cloud.createFunction(step.settings);
    case 'updateCode':
      return cloud.updateCode(step.settings);
    case 'updateSettings':
      return cloud.updateSettings(step.settings);
    case 'removeTrigger':
      return cloud.removeTrigger(step.functionName, step.triggerName);
    case 'createTrigger':
      return cloud.createTrigger(step.functionName, step.trigger);
    case 'setInvokeRule':
      return cloud.setInvokeRule(step.rule);
    case 'openHttp':
      return cloud.openHttp();
    case 'createRoute':
      return cloud.createRoute(step.route);
    case 'leaveBootstrapCode':
      return cloud.putBootstrap(step.setting);
  }
}
