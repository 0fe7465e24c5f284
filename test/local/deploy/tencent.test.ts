/** What Tencent's library is asked and how its answers are read; their forms were seen in its source. */
import { CloudError } from '../../../scripts/deploy/cloud';
import { failureOf } from '../../../scripts/deploy/failure';
import { tencentCloud, type Library } from '../../../scripts/deploy/tencent';

type Part = keyof Library;
type Answers = { [name in Part]?: Record<string, unknown> };

/** A library that answers as told and keeps what it was asked. */
function cloudOf(answers: Answers) {
  const asked: unknown[][] = [];
  const part = (name: Part) =>
    new Proxy(
      {},
      {
        get:
          (_, method: string) =>
          (...words: unknown[]) => {
            asked.push([method, ...words]);
            const answer = answers[name]?.[method];
            return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? {});
          },
      },
    );
  const common = part('commonService');
  const library = {
    ...{ functions: part('functions'), database: part('database') },
    ...{ storage: part('storage'), access: part('access'), commonService: () => common },
  } as unknown as Library; // only what the answers name is used
  const settings = { read: () => Promise.resolve(undefined), put: () => Promise.resolve() };
  const cloud = tencentCloud(library, settings, { envId: 'env-1', functionRoot: 'functions' });
  return { cloud, asked };
}

const apiError = (code: string) => Object.assign(new Error(code), { code });

const detail = {
  ...{ Status: 'Active', Runtime: 'Nodejs18.15', Handler: 'index.main' },
  ...{ Timeout: 60, MemorySize: 256 },
};

test('a function is read with its variables and its timer', async () => {
  const { cloud } = cloudOf({
    functions: {
      getFunctionDetail: {
        ...detail,
        Environment: { Variables: [{ Key: 'DEPLOYED_CODE', Value: 'ab' }] },
        Triggers: [{ TriggerName: 'tick', Type: 'timer', TriggerDesc: '{"cron":"0 * * * * * *"}' }],
      },
    },
  });
  expect(await cloud.readFunction('closing')).toEqual({
    ...{ name: 'closing', runtime: 'Nodejs18.15', handler: 'index.main' },
    ...{ timeout: 60, memorySize: 256, envVariables: { DEPLOYED_CODE: 'ab' } },
    triggers: [{ name: 'tick', type: 'timer', config: '0 * * * * * *' }],
  });
});

test.each([
  ['one that is not there', apiError('ResourceNotFound.FunctionName')],
  ['the remains of a failed creation', { ...detail, Status: 'CreateFailed' }],
])('%s counts as no function', async (_, getFunctionDetail) => {
  const { cloud } = cloudOf({ functions: { getFunctionDetail } });
  expect(await cloud.readFunction('closing')).toBeUndefined();
});

test('code is sent without installing packages: the bundle has all of them', async () => {
  const { cloud, asked } = cloudOf({});
  const settings = { ...{ name: 'paper', runtime: 'Nodejs18.15', handler: 'index.main' } };
  await cloud.createFunction({ ...settings, timeout: 60, memorySize: 512, envVariables: {} });
  expect(asked).toEqual([
    [
      'createFunction',
      {
        func: expect.objectContaining({ name: 'paper', installDependency: false }),
        functionRootPath: 'functions',
      },
    ],
  ]);
});

test('an index goes out and comes back the same', async () => {
  const index = {
    name: 'by_day',
    unique: true,
    fields: [
      { path: 'unitId', direction: 1 as const },
      { path: 'at', direction: -1 as const },
    ],
  };
  const { cloud, asked } = cloudOf({});
  await cloud.createIndex('stories', index);
  const sent = asked[0]?.[2] as {
    CreateIndexes: {
      IndexName: string;
      MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: unknown[] };
    }[];
  };
  const { IndexName, MgoKeySchema } = sent.CreateIndexes[0]!; // one was sent, or the next line fails
  const Indexes = [
    { Name: IndexName, Unique: MgoKeySchema.MgoIsUnique, Keys: MgoKeySchema.MgoIndexKeys },
  ];
  const back = cloudOf({ database: { describeCollection: { Indexes } } });
  expect(await back.cloud.readIndexes('stories')).toEqual([index]);
});

test('collections beyond the first page are seen', async () => {
  const page = (count: number) => ({
    Collections: Array.from({ length: count }, (_, n) => ({ CollectionName: `c${n}` })),
  });
  const pages = [page(100), page(3)];
  const database = { listCollections: () => Promise.resolve(pages.shift()) };
  const library = { database, commonService: () => ({}) } as unknown as Library; // all that is used
  const settings = { read: () => Promise.resolve(undefined), put: () => Promise.resolve() };
  const cloud = tencentCloud(library, settings, { envId: 'env-1', functionRoot: 'functions' });
  expect(await cloud.listCollections()).toHaveLength(103);
});

test.each([
  [{ AclTag: 'ADMINONLY' }, { read: false, write: false }],
  [
    { AclTag: 'CUSTOM', Rule: '{"read":false,"write":false}' },
    { read: false, write: false },
  ],
  [{ AclTag: 'PRIVATE' }, undefined],
])('the rule %j of a collection is read as %j', async (call, expected) => {
  const { cloud } = cloudOf({ commonService: { call } });
  expect(await cloud.readCollectionRule('people')).toEqual(expected);
});

test('the rule of functions is the environment’s own', async () => {
  const { cloud, asked } = cloudOf({});
  await cloud.setInvokeRule({ '*': { invoke: false } });
  expect(asked).toEqual([
    [
      'call',
      {
        Action: 'ModifySecurityRule',
        Param: {
          ...{ EnvId: 'env-1', ResourceType: 'FUNCTION', AclTag: 'CUSTOM' },
          Rule: '{"*":{"invoke":false}}',
        },
      },
    ],
  ]);
});

test.each([
  ['AuthFailure.SecretIdNotFound', 'denied'],
  ['UnauthorizedOperation.CAM', 'denied'],
  ['RequestLimitExceeded', 'busy'],
  ['InternalError', 'busy'],
  ['ResourceInUse.FunctionName', 'exists'],
  ['ENOTFOUND', 'network'],
  ['ETIMEDOUT', 'network'],
  ['InvalidParameterValue.Runtime', 'other'],
  ['', 'other'],
])('the code %s is %s', (code, failure) => {
  expect(failureOf(apiError(code))).toBe(failure);
});

test('a lost connection is known although the library hides its code in the message', async () => {
  const hidden = Object.assign(new Error(), { message: apiError('ECONNRESET'), code: '' });
  const { cloud } = cloudOf({ database: { createCollection: hidden } });
  const failed = await cloud.createCollection('people').catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(CloudError);
  expect(failed).toMatchObject({ failure: 'network', code: 'ECONNRESET' });
});
