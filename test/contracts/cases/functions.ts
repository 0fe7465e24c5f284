/** Functions called through the SDK, and functions that speak to the cloud themselves. */
import { mongoManual, sdkFile } from '../../support/contract/case-tables';
import {
  type ContractCase,
  contractCase,
  failureOf,
  type World,
} from '../../support/contract/contract';

const undeployed = 'the functions of these cases are not deployed to a real environment';
const functionsFile = sdkFile('node-sdk/dist/functions/index.js');
const guide = 'docs.cloudbase.net/cloud-function/introduce';
const scfPage = 'cloud.tencent.com/document/product/583/42611, SCF status codes';

type FunctionCase = Omit<ContractCase, 'localOnly'>;

const results: FunctionCase[] = [
  {
    title: 'an object comes back as it went',
    basis: 'measured',
    source: functionsFile,
    run: async (world) => {
      const event = { act: 'echo', text: '乡讯 📰', n: 1.5, list: [null, true], deep: { a: {} } };
      expect(await call(world, 'tools', event)).toEqual(event);
    },
  },
  {
    title: 'undefined in an event is lost, a date becomes its text',
    basis: 'measured',
    source: functionsFile,
    run: async (world) => {
      const event = { act: 'echo', gone: undefined, at: new Date(0) };
      const back = { act: 'echo', at: '1970-01-01T00:00:00.000Z' };
      expect(await call(world, 'tools', event)).toEqual(back);
    },
  },
  {
    title: 'a string comes back as a string',
    basis: 'measured',
    source: functionsFile,
    run: async (world) => {
      expect(await call(world, 'tools', { act: 'text' })).toBe('plain text');
    },
  },
  {
    title: 'a number comes back as a number',
    basis: 'documented',
    source: guide,
    run: async (world) => {
      expect(await call(world, 'tools', { act: 'number' })).toBe(42);
    },
  },
  {
    title: 'a function that returns nothing answers null or nothing',
    basis: 'guessed',
    source: 'SCF answers the text "null"',
    run: async (world) => {
      expect((await call(world, 'tools', { act: 'nothing' })) ?? null).toBeNull();
    },
  },
  {
    title: 'functions run in UTC',
    basis: 'documented',
    source: guide,
    run: async (world) => {
      expect(await call(world, 'tools', { act: 'zone' })).toEqual({ zone: 'UTC', hour: 0 });
    },
  },
  {
    title: 'configured variables are in the environment',
    basis: 'documented',
    source: guide,
    run: async (world) => {
      expect(await call(world, 'tools', { act: 'greeting' })).toBe('hello');
    },
  },
  {
    title: 'the context tells function, memory in MB and time in milliseconds',
    basis: 'documented',
    source: sdkFile('node-sdk/dist/utils/tcbcontext.js'),
    run: async (world) => {
      expect(await call(world, 'tools', { act: 'context' })).toMatchObject({
        function_name: 'tools',
        memory_limit_in_mb: 256,
        time_limit_in_ms: 3000,
        request_id: expect.any(String),
        environment: expect.any(String),
      });
    },
  },
  {
    title: 'many calls at once each get their own answer',
    basis: 'documented',
    source: guide,
    run: async (world) => {
      const ns = Array.from({ length: 20 }, (_, n) => n);
      const answers = await Promise.all(ns.map((n) => call(world, 'tools', { act: 'echo', n })));
      expect(answers).toEqual(ns.map((n) => ({ act: 'echo', n })));
    },
  },
];

interface FailureRow {
  title: string;
  basis: ContractCase['basis'];
  source: string;
  name: string;
  event: object;
  code: string | RegExp;
  message?: RegExp;
}

const failureRows: FailureRow[] = [
  {
    title: 'a function that is not there',
    basis: 'documented',
    source: 'docs.cloudbase.net/http-api/functions: FUNCTION_NOT_FOUND',
    name: 'no_such_function',
    event: {},
    code: 'FUNCTION_NOT_FOUND',
  },
  {
    title: 'a function that throws tells its error',
    basis: 'documented',
    source: `${scfPage}: 430 user code exception`,
    name: 'tools',
    event: { act: 'throw' },
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: /the editor is out/,
  },
  {
    title: 'a function that rejects tells its error',
    basis: 'documented',
    source: `${scfPage}: 430 user code exception`,
    name: 'tools',
    event: { act: 'reject' },
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: /the editor left/,
  },
  {
    title: 'a function whose process ends',
    basis: 'documented',
    source: `${scfPage}: 439 user process exit`,
    name: 'tools',
    event: { act: 'exit' },
    code: 'FUNCTIONS_EXECUTE_FAIL',
  },
  {
    title: 'a function that takes longer than its time',
    basis: 'documented',
    source: 'docs.cloudbase.net/error-code/basic/FUNCTIONS_TIME_LIMIT_EXCEEDED',
    name: 'hasty',
    event: {},
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    message: /timed out after 1 seconds/,
  },
  {
    title: 'a request over the limit',
    basis: 'guessed',
    source: 'quota page: text 100 KB; whether it binds calls between functions is not said',
    name: 'tools',
    event: { act: 'echo', text: 'x'.repeat(110 * 1024) },
    code: 'EXCEED_MAX_PAYLOAD_SIZE',
  },
  {
    title: 'an answer over 6 MB',
    basis: 'documented',
    source: `${scfPage}: 407 response body over 6 MB`,
    name: 'tools',
    event: { act: 'letters', count: 6 * 1024 * 1024 + 1 },
    code: /FUNCTIONS_|EXCEED/,
  },
];

const failures = failureRows.map(({ title, basis, source, name, event, code, message = /./ }) => ({
  title: `${title} fails with ${String(code)}`,
  basis,
  source,
  run: async (world: World) => {
    const failure = await failureOf(call(world, name, event));
    expect(failure.code).toMatch(code);
    expect(failure.message).toMatch(message);
  },
}));

const speaking: FunctionCase[] = [
  {
    title: 'a function calls another and gets its answer',
    basis: 'documented',
    source: functionsFile,
    run: async (world) => {
      const event = { act: 'call', name: 'tools', data: { act: 'echo', n: 1 } };
      expect(await call(world, 'chain', event)).toEqual({ act: 'echo', n: 1 });
    },
  },
  {
    title: 'a function may call what phones may not',
    basis: 'documented',
    source: 'docs.cloudbase.net/cloud-function/security-rules: server calls are not bound',
    run: async (world) => {
      expect(await call(world, 'chain', { act: 'call', name: 'hidden' })).toBe(
        'only for functions',
      );
    },
  },
  {
    title: 'an error of a called function reaches its caller with its code',
    basis: 'documented',
    source: functionsFile,
    run: async (world) => {
      const event = { act: 'callFailure', name: 'tools', data: { act: 'throw' } };
      expect(await call(world, 'chain', event)).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    },
  },
  {
    title: 'a function writes the same database as its caller reads',
    basis: 'documented',
    source: mongoManual('Insert Documents'),
    run: async (world) => {
      const collection = await world.seed();
      const event = { act: 'add', collection: collection.name, document: { _id: 'a', n: 1 } };
      expect(await call(world, 'chain', event)).toBe('a');
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  },
  {
    title: 'a function stores a file that its caller downloads',
    basis: 'documented',
    source: 'docs.cloudbase.net/storage/sdk',
    run: async (world) => {
      const event = { act: 'upload', cloudPath: 'contracts/by-function.txt', text: '存' };
      const fileID = String(await call(world, 'chain', event));
      const { fileContent } = await world.app.downloadFile({ fileID });
      expect(String(fileContent)).toBe('存');
    },
  },
];

export const functionCases = [...results, ...failures, ...speaking].map((one) =>
  contractCase({ ...one, title: `function: ${one.title}`, localOnly: undeployed }),
);

async function call({ app }: World, name: string, data: object): Promise<unknown> {
  return (await app.callFunction({ name, data })).result;
}
