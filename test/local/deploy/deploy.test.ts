/** `npm run deploy` on what was really built: the plan, and what it leaves as it is. */
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { normalizeCode } from '../../../cloudfunctions/kernel/ids';
import { collections } from '../../../cloudfunctions/store/collections';
import { planOf, type Step } from '../../../scripts/deploy/plan';
import { emptyEnvironment, survey } from '../../../scripts/deploy/survey';
import { codeHashName, readWanted, type Wanted } from '../../../scripts/deploy/wanted';
import { lineOf } from '../../../scripts/deploy/wording';
import { built, deployed, dist, given, now, run, wanted } from '../../support/deploy/deployment';
import { RecordingCloud } from '../../support/deploy/recording-cloud';

test('the plan names every function, collection, index, rule, trigger and route', () => {
  const { steps } = planOf(wanted, emptyEnvironment(), given());
  const of = <Do extends Step['do']>(name: Do) =>
    steps.filter((step): step is Extract<Step, { do: Do }> => step.do === name);
  const folders = readdirSync(path.resolve(__dirname, '../../../cloudfunctions/functions'), {
    withFileTypes: true,
  }).filter((one) => one.isDirectory());
  expect(of('createFunction').map((step) => step.settings.name)).toEqual(
    folders.map((one) => one.name).sort(),
  );
  expect(of('createFunction').map((step) => step.settings.runtime)).toEqual(
    folders.map(() => 'Nodejs18.15'),
  );
  const names = collections.map((one) => one.name);
  expect(of('createCollection').map((step) => step.collection)).toEqual(names);
  expect(of('setCollectionRule')).toEqual(
    names.map((collection) => ({
      ...{ do: 'setCollectionRule', collection, rule: { read: false, write: false } },
    })),
  );
  expect(of('createIndex').map((step) => `${step.collection}.${step.index.name}`)).toEqual(
    collections.flatMap((one) => one.indexes.map((index) => `${one.name}.${index.name}`)),
  );
  expect(of('createTrigger').map((step) => [step.functionName, step.trigger.config])).toEqual(
    built.functions.flatMap((one) => one.triggers.map((each) => [one.name, each.config])),
  );
  expect(of('createTrigger').length).toBeGreaterThan(0);
  expect(of('createRoute').map((step) => step.route.path)).toEqual(['/inbound']);
  expect(of('setStorageRule')).toHaveLength(1);
  expect(of('leaveBootstrapCode')).toHaveLength(1);
});

test('phones may call what answers phones and nothing else, whatever is added later', () => {
  expect(wanted.invokeRule).toMatchObject({
    '*': { invoke: false },
    newsroom: { invoke: 'auth != null' },
    closing: { invoke: false },
    inbound: { invoke: false },
  });
});

test('other code is uploaded before its hash is written, and settings alone move no code', async () => {
  const cloud = await deployed();
  const changed: Wanted = {
    ...wanted,
    functions: wanted.functions.map((one) => {
      if (one.name === 'newsroom') {
        return { ...one, envVariables: { ...one.envVariables, [codeHashName]: 'another' } };
      }
      return one.name === 'paper' ? { ...one, timeout: 30 } : one;
    }),
  };
  await run(cloud, changed);
  expect(cloud.changes).toEqual([
    'updateCode newsroom',
    'updateSettings newsroom',
    'updateSettings paper',
  ]);
});

test('a function that loads a library when it needs it is other code once that library is', () => {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'built-'));
  cpSync(path.join(dist, 'database.json'), path.join(copy, 'database.json'));
  const paper = path.join(copy, 'cloudfunctions/paper');
  cpSync(path.join(dist, 'cloudfunctions/paper'), paper, { recursive: true });
  const hash = () => readWanted(copy).functions[0]?.envVariables[codeHashName];
  const before = hash();
  expect(before).toBe(
    built.functions.find(({ name }) => name === 'paper')?.envVariables[codeHashName],
  );
  expect(readdirSync(paper)).toEqual(expect.arrayContaining(['docx.js', 'exceljs.js']));
  appendFileSync(path.join(paper, 'exceljs.js'), ' ');
  expect(hash()).not.toBe(before);
  rmSync(copy, { recursive: true });
});

test('variables that were set online stay when others change', async () => {
  const cloud = await deployed();
  const found = cloud.found.functions.get('newsroom');
  if (found) found.envVariables.SET_ONLINE = 'by hand';
  await run(cloud, wanted, given({ wechatAppSecret: 'rotated' }));
  expect(cloud.found.functions.get('newsroom')?.envVariables).toMatchObject({
    SET_ONLINE: 'by hand',
    WECHAT_APP_SECRET: 'rotated',
  });
});

test('the secrets’ key is made once, kept, and goes where the code reads it', async () => {
  const cloud = await deployed();
  const keys = () =>
    [...cloud.found.functions].flatMap(([name, one]) =>
      one.envVariables.SECRETS_KEY ? [`${name} ${one.envVariables.SECRETS_KEY}`] : [],
    );
  expect(keys()).toEqual(['inbound key-not-to-be-shown']);
  await run(cloud, wanted, given({ newKey: () => 'another', wechatAppSecret: 'rotated' }));
  expect(keys()).toEqual(['inbound key-not-to-be-shown']);
});

test('two functions with different keys are not chosen between', async () => {
  const cloud = await deployed();
  const found = cloud.found.functions.get('paper');
  if (found) found.envVariables.SECRETS_KEY = 'another';
  await expect(run(cloud)).rejects.toThrow('SECRETS_KEY');
});

test('no line of the plan shows a secret or the code', () => {
  const { steps } = planOf(wanted, emptyEnvironment(), given());
  const code = steps.flatMap((step) => (step.do === 'leaveBootstrapCode' ? [step.code] : []));
  const text = steps.map(lineOf).join('\n');
  for (const secret of ['not-to-be-shown', ...code]) expect(text).not.toContain(secret);
});

test('what WeChat’s secrets are missing for is said, and kept ones are not asked for', async () => {
  const without = given({ wechatAppId: undefined, wechatAppSecret: undefined });
  const { missing } = planOf(wanted, emptyEnvironment(), without);
  expect(missing).toEqual(['WECHAT_APP_ID', 'WECHAT_APP_SECRET']);
  const cloud = await deployed();
  expect(planOf(wanted, await survey(cloud, wanted), without)).toMatchObject({
    ...{ steps: [], missing: [] },
  });
});

test('the code that is left opens the organ, and none is left where an organ stands', async () => {
  const cloud = new RecordingCloud();
  const steps = await run(cloud);
  const code = steps.flatMap((step) => (step.do === 'leaveBootstrapCode' ? [step.code] : []))[0];
  const typed = createHash('sha256')
    .update(normalizeCode(code ?? ''))
    .digest('hex');
  expect(cloud.settings.get('bootstrap')).toMatchObject({ codeHash: typed, version: 1 });
  cloud.settings.delete('bootstrap');
  cloud.settings.set('organ', { name: '示例县政协' });
  expect(await run(cloud, wanted, given({ isCodeRenewed: true }))).toEqual([]);
});

test('a code that ran out, or that was lost, is replaced', async () => {
  const cloud = await deployed();
  const later = now + 31 * 24 * 60 * 60 * 1000;
  expect((await run(cloud, wanted, given({ now: later }))).map((step) => step.do)).toEqual([
    'leaveBootstrapCode',
  ]);
  expect((await run(cloud, wanted, given({ isCodeRenewed: true }))).map((one) => one.do)).toEqual([
    'leaveBootstrapCode',
  ]);
});

test('an index of the same name over other fields is made anew', async () => {
  const cloud = await deployed();
  const stories = cloud.found.collections.get('stories');
  if (stories) stories.indexes = stories.indexes.filter((one) => one.name !== 'by_tip');
  stories?.indexes.push({ name: 'by_tip', fields: [{ path: 'other', direction: 1 }] });
  await run(cloud);
  expect(cloud.changes).toEqual(['removeIndex stories by_tip', 'createIndex stories by_tip']);
});

test('a trigger with another time is replaced', async () => {
  const cloud = await deployed();
  const closing = cloud.found.functions.get('closing');
  if (closing) closing.triggers = [{ name: 'everyMinute', type: 'timer', config: '0 0 * * * * *' }];
  await run(cloud);
  expect(cloud.changes).toEqual([
    'removeTrigger closing everyMinute',
    'createTrigger closing everyMinute',
  ]);
});

test('a collection that somebody opened to phones is closed again', async () => {
  const cloud = await deployed();
  const people = cloud.found.collections.get('people');
  if (people) people.rule = { read: true, write: false };
  await run(cloud);
  expect(cloud.changes).toEqual(['setCollectionRule people']);
});

test('a path of HTTP access that leads elsewhere is said and not taken over', async () => {
  const cloud = await deployed();
  cloud.found.routes = [{ path: '/inbound', functionName: 'website' }];
  const { steps, taken } = planOf(wanted, await survey(cloud, wanted), given());
  expect(steps).toEqual([]);
  expect(taken).toEqual([{ path: '/inbound', functionName: 'inbound' }]);
});
