/** `npm run deploy`: what to do, doing it, and looking whether it is done. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newBootstrapCode } from '../../local/seed/bootstrap';
import { openAccount } from './account';
import { cliConfig } from './cli-config';
import { CloudError, type Cloud } from './cloud';
import { perform, StepFailed } from './perform';
import { planOf, type Given, type Plan, type Step } from './plan';
import { emptyEnvironment, survey } from './survey';
import { readWanted, type Wanted } from './wanted';
import { lineOf, wording } from './wording';

/** Runs with the words of the command line; answers the exit status. */
export async function deploy(words: string[], root: string): Promise<number> {
  try {
    return await deployAsTold(words, root);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    complain(`${error.code} ${error.message}`);
    return complain(wording.failed(error.failure));
  }
}

async function deployAsTold(words: string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      env: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'new-code': { type: 'boolean', default: false },
    },
  });
  if (!values.env) return complain(wording.noEnvironment);
  const dist = path.join(root, 'dist');
  const wanted = readWanted(dist);
  const config = `${JSON.stringify(cliConfig(values.env, wanted), null, 2)}\n`;
  writeFileSync(path.join(dist, 'cloudbaserc.json'), config);
  const given = givenHere(values['new-code']);
  if (values['dry-run']) {
    const plan = planOf(wanted, emptyEnvironment(), given);
    return show({ envId: values.env, plan, wanted, title: wording.dryRun, isJson: values.json });
  }
  const { TCB_SECRET_ID: secretId, TCB_SECRET_KEY: secretKey } = process.env;
  if (!secretId || !secretKey) return complain(wording.noAccount);
  const cloud = openAccount({ envId: values.env, secretId, secretKey }, root);
  if (!values.check) return carryOut(cloud, wanted, given);
  const plan = planOf(wanted, await survey(cloud, wanted), given);
  return show({ envId: values.env, plan, wanted, title: wording.check, isJson: values.json });
}

function givenHere(isCodeRenewed: boolean): Given {
  return {
    wechatAppId: process.env.WECHAT_APP_ID,
    wechatAppSecret: process.env.WECHAT_APP_SECRET,
    inboundBase: process.env.INBOUND_BASE,
    now: Date.now(),
    newKey: () => randomBytes(32).toString('base64'),
    newCode: newBootstrapCode,
    isCodeRenewed,
  };
}

/** What is known only once something stands, such as its domain, comes in a second round. */
const rounds = 2;

/** Does what is to be done, then looks again: what is still different was not done. */
export async function carryOut(cloud: Cloud, wanted: Wanted, given: Given): Promise<number> {
  const replan = async (isCodeRenewed: boolean) =>
    planOf(wanted, await survey(cloud, wanted), { ...given, isCodeRenewed });
  let plan = await replan(given.isCodeRenewed);
  for (const { path: taken, functionName } of plan.taken) {
    complain(wording.taken(taken, functionName));
  }
  if (plan.taken.length > 0) return 1;
  if (plan.steps.length === 0) console.log(wording.nothing);
  for (let round = 1; round <= rounds && plan.steps.length > 0; round += 1) {
    if (!(await areDone(plan.steps, cloud))) return 1;
    sayCode(plan.steps);
    plan = await replan(false);
    if (plan.steps.length === 0) console.log(wording.finished);
  }
  if (plan.steps.length > 0) {
    complain(wording.unlike);
    return complain(plan.steps.map(lineOf).join('\n'));
  }
  sayRest(plan, wanted);
  return 0;
}

async function areDone(steps: Step[], cloud: Cloud): Promise<boolean> {
  try {
    await perform(steps, cloud, {
      onDone: (step) => console.log(wording.done(lineOf(step))),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    return true;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    const { step, done, cause } = error;
    const { code, message, failure } = cause;
    complain(wording.stopped({ line: lineOf(step), code, message }));
    complain(wording.advice(failure, done));
    return false;
  }
}

function sayCode(steps: Step[]): void {
  for (const step of steps) {
    if (step.do === 'leaveBootstrapCode') console.log(wording.code(step.code));
  }
}

function sayRest({ missing }: Plan, wanted: Wanted): void {
  if (missing.length > 0) console.log(wording.missing(missing));
  console.log(wording.byHand);
  for (const { event, functionName } of wanted.messages) {
    console.log(wording.message(event, functionName));
  }
}

interface Shown {
  envId: string;
  plan: Plan;
  wanted: Wanted;
  title: string;
  isJson: boolean;
}

function show({ envId, plan, wanted, title, isJson }: Shown): number {
  if (isJson) {
    const lines = plan.steps.map((step) => ({ do: step.do, line: lineOf(step) }));
    const { missing, taken } = plan;
    console.log(JSON.stringify({ envId, steps: lines, missing, taken, messages: wanted.messages }));
    return 0;
  }
  console.log(title);
  console.log(wording.title(envId, plan.steps.length));
  for (const [n, step] of plan.steps.entries()) {
    console.log(`${String(n + 1).padStart(3)}  ${lineOf(step)}`);
  }
  if (plan.steps.length === 0) console.log(wording.nothing);
  sayRest(plan, wanted);
  return 0;
}

function complain(line: string): number {
  console.error(line);
  return 1;
}
