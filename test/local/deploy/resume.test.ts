/** A deployment that breaks off, loses answers, or is run again. */
import { carryOut } from '../../../scripts/deploy/main';
import { StepFailed } from '../../../scripts/deploy/perform';
import { planOf } from '../../../scripts/deploy/plan';
import { emptyEnvironment, survey } from '../../../scripts/deploy/survey';
import type { Wanted } from '../../../scripts/deploy/wanted';
import { built, deployed, given, run, wanted } from '../../support/deploy/deployment';
import { RecordingCloud, type Mishap } from '../../support/deploy/recording-cloud';

const failsWith = (cloud: RecordingCloud, mishap: Mishap) => {
  cloud.startRun(mishap);
  return run(cloud).then(
    () => undefined,
    (error: unknown) => error as StepFailed,
  );
};

test('a second run changes nothing', async () => {
  const cloud = await deployed();
  expect(await run(cloud)).toEqual([]);
  expect(cloud.changes).toEqual([]);
});

test('a run that breaks off at any step goes on there in the next', async () => {
  const whole = new RecordingCloud();
  await run(whole);
  const order = [...whole.changes];
  for (let at = 1; at <= order.length; at += 1) {
    const cloud = new RecordingCloud();
    const failed = await failsWith(cloud, { failure: 'denied', at });
    expect(failed?.done).toBe(at - 1);
    const first = [...cloud.changes];
    cloud.startRun();
    await run(cloud);
    expect([...first, ...cloud.changes]).toEqual(order);
    expect([...cloud.uploads.values()]).toEqual(built.functions.map(() => 1));
  }
});

test('a network that comes back is waited for, and what it had done counts', async () => {
  const steps = planOf(wanted, emptyEnvironment(), given()).steps.length;
  for (let at = 1; at <= steps; at += 1) {
    for (const isDone of [false, true]) {
      const cloud = new RecordingCloud();
      expect(await failsWith(cloud, { failure: 'network', at, isDone, times: 2 })).toBeUndefined();
      cloud.startRun();
      expect(await run(cloud)).toEqual([]);
    }
  }
});

test('a network that stays away ends the run with the step it stood at', async () => {
  const failed = await failsWith(new RecordingCloud(), { failure: 'network', at: 3, times: 9 });
  expect(failed).toBeInstanceOf(StepFailed);
  expect(failed?.cause.failure).toBe('network');
  expect(failed?.done).toBe(2);
});

test('a refused account is not tried again', async () => {
  const cloud = new RecordingCloud();
  await failsWith(cloud, { failure: 'denied', at: 1, times: 1 });
  expect(cloud.mishap?.times).toBe(0);
  expect(cloud.changes).toEqual([]);
});

test('what was really built is all there after one deployment, and a second finds nothing', async () => {
  const cloud = new RecordingCloud();
  const quiet = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await carryOut(cloud, built, given())).toBe(0);
  cloud.startRun();
  expect(await carryOut(cloud, built, given())).toBe(0);
  quiet.mockRestore();
  expect(cloud.changes).toEqual([]);
  for (const { name, reads } of built.functions) {
    const variables = Object.keys(cloud.found.functions.get(name)?.envVariables ?? {});
    expect(variables).toEqual(expect.arrayContaining(reads));
  }
});

test('the public address is the one given, else the one online, else the environment’s own', async () => {
  const what: Wanted = {
    ...wanted,
    functions: wanted.functions.map((one) => ({
      ...one,
      reads: one.name === 'closing' ? ['INBOUND_BASE'] : one.reads,
    })),
  };
  const cloud = new RecordingCloud();
  const base = () => cloud.found.functions.get('closing')?.envVariables.INBOUND_BASE;
  const first = planOf(what, await survey(cloud, what), given());
  expect(first.missing).toEqual([]);
  const unrouted = planOf({ ...what, routes: [] }, emptyEnvironment(), given());
  expect(unrouted.missing).toEqual(['INBOUND_BASE']);
  const quiet = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await carryOut(cloud, what, given())).toBe(0);
  quiet.mockRestore();
  expect(base()).toBe('https://env-1.example.com/inbound');
  await run(cloud, what, given({ inboundBase: 'https://news.example.cn/inbound' }));
  expect(base()).toBe('https://news.example.cn/inbound');
  await run(cloud, what);
  expect(base()).toBe('https://news.example.cn/inbound');
});
