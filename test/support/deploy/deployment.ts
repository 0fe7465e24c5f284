/** What was really built, deployed to a cloud in memory. */
import path from 'node:path';
import { newBootstrapCode } from '../../../local/seed/bootstrap';
import { perform } from '../../../scripts/deploy/perform';
import { planOf, type Given, type Step } from '../../../scripts/deploy/plan';
import { survey } from '../../../scripts/deploy/survey';
import { readWanted, type ProvidedName, type Wanted } from '../../../scripts/deploy/wanted';
import { RecordingCloud } from './recording-cloud';
import { root } from '../root';

export const dist = path.join(root, 'dist');
export const built = readWanted(dist);
export const now = Date.UTC(2026, 10, 22);

/** What was built, with one function alone that keeps secrets and none that asks for its address. */
export const wanted: Wanted = {
  ...built,
  functions: built.functions.map((one) => {
    const reads: ProvidedName[] = one.reads.filter((name) => name.startsWith('WECHAT'));
    return { ...one, reads: one.name === 'inbound' ? ['SECRETS_KEY'] : reads };
  }),
  routes: [{ path: '/inbound', functionName: 'inbound' }],
};

export function given(extra: Partial<Given> = {}): Given {
  return {
    ...{ wechatAppId: 'wx0123', wechatAppSecret: 'not-to-be-shown', now, isCodeRenewed: false },
    ...{ newKey: () => 'key-not-to-be-shown', newCode: newBootstrapCode },
    ...extra,
  };
}

export async function run(cloud: RecordingCloud, what = wanted, by = given()): Promise<Step[]> {
  const { steps } = planOf(what, await survey(cloud, what), by);
  await perform(steps, cloud, { onDone: () => undefined, pause: () => Promise.resolve() });
  return steps;
}

export async function deployed(): Promise<RecordingCloud> {
  const cloud = new RecordingCloud();
  await run(cloud);
  cloud.startRun();
  return cloud;
}
