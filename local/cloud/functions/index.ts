/**
 * The functions service: runs what lies in a folder of built functions, each in processes of its own.
 * One process serves one call at a time, since the SDK finds its caller in the process's environment.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CloudError } from '../errors';
import type {
  Caller,
  CloudContext,
  FunctionConfig,
  Functions,
  Identity,
  Service,
} from '../service';
import { createDeployment } from './deployment';
import { callContext, callEnvironment, processEnvironment } from './environment';
import { failures } from './failures';
import { startInstance } from './instance';
import type { Level } from './frames';
import type { Answer, Instance } from './instance';
import { parseRequest, prepareEvent } from './invocation';
import { RESPONSE_BYTES_MAX, STOP_GRACE_MS } from './limits';
import { createLogs } from './logs';
import { createPool } from './pool';
import type { Pool } from './pool';
import { createWatchdog } from './watchdog';

export interface FunctionsOptions {
  context: CloudContext;
  /** Folder of `<name>/index.js` and `<name>/config.json`. */
  functionsDir: string;
  /** Gives the union id behind an openid, where it is known. */
  identity?: Pick<Identity, 'find'>;
  /** Further variables of every function, e.g. addresses known only once the cloud listens. */
  environment?: () => Record<string, string>;
  /** The built worker; beside the cloud's own bundle unless told otherwise. */
  workerFile?: string;
  /** Bounds of the pools, smaller in tests. */
  pool?: { instancesMax?: number; invocationsMax?: number; idleMs?: number };
}

/** Rejected invocations carry a CloudError; a bad config.json is thrown by `start` and `reload`. */
export function createFunctions(options: FunctionsOptions): Service & Functions {
  const { context } = options;
  const logs = createLogs((line) => context.log({ service: 'functions', ...line }));
  const watchdog = createWatchdog();
  const deployment = createDeployment(options.functionsDir, makePool);

  function makePool(config: FunctionConfig): Pool {
    return createPool({ ...options.pool, start: () => startFor(config) });
  }

  function startFor(config: FunctionConfig): Instance {
    const functionFolder = path.resolve(options.functionsDir, config.name);
    return startInstance({
      workerFile: options.workerFile ?? path.join(__dirname, 'worker.js'),
      functionFolder,
      moduleFile: path.join(functionFolder, 'index.js'),
      timeoutSeconds: config.timeout,
      memoryMb: config.memorySize,
      environment: processEnvironment({ context, config, added: options.environment?.() ?? {} }),
      watch: watchdog,
    });
  }

  async function invoke(name: string, event: unknown, caller: Caller): Promise<unknown> {
    const { config, pool } = deployment.find(name);
    const prepared = prepareEvent(event, caller);
    const persona = caller.openid ? await options.identity?.find(caller.openid) : undefined;
    const requestId = randomUUID();
    const print = (level: Level, text: string): void =>
      logs.print({ at: context.clock.now(), function: name, requestId, level, text });
    const answer = await pool.use((instance) =>
      timed({ context, name, requestId }, () =>
        instance.run(
          {
            event: prepared,
            context: callContext({ context, config, requestId }),
            environment: callEnvironment({ context, caller, persona }),
          },
          print,
        ),
      ),
    );
    if (Buffer.byteLength(answer.result) > RESPONSE_BYTES_MAX) throw failures.responseSize();
    return JSON.parse(answer.result);
  }

  return {
    name: 'functions',
    list: deployment.list,
    invoke,
    async start() {
      deployment.load();
    },
    async reset() {
      await deployment.end();
      logs.clear();
      deployment.load();
    },
    async stop() {
      await waitUntilIdle(deployment.busy);
      await deployment.end();
      watchdog.end();
    },
    actions: {
      'functions.invokeFunction': async (params, request) => {
        const { name, event } = parseRequest(params);
        const source = request.wxCloudApiToken ? 'function' : 'admin';
        return { data: { response_data: JSON.stringify(await invoke(name, event, { source })) } };
      },
    },
    controls: {
      logs: ({ function: name }) => ({ lines: logs.of(String(name)) }),
      instances: () => ({ functions: deployment.instances() }),
      reload: async () => {
        await deployment.reload();
        return { functions: deployment.list().map((config) => config.name) };
      },
    },
  };
}

/** Runs one call and logs how long it took and how it ended, as SCF's report line does. */
async function timed(
  call: { context: CloudContext; name: string; requestId: string },
  run: () => Promise<Answer>,
): Promise<Answer> {
  const startedAt = performance.now();
  const report = (end: Record<string, unknown>): void =>
    call.context.log({
      service: 'functions',
      report: call.name,
      requestId: call.requestId,
      durationMs: Math.round(performance.now() - startedAt),
      ...end,
    });
  try {
    const answer = await run();
    report({ outcome: 'answered', memoryMb: answer.memoryMb });
    return answer;
  } catch (error) {
    const isKnown = error instanceof CloudError;
    report({ outcome: isKnown ? error.code : 'failed', message: isKnown ? error.message : '' });
    throw error;
  }
}

async function waitUntilIdle(busy: () => number): Promise<void> {
  const until = performance.now() + STOP_GRACE_MS;
  while (busy() > 0 && performance.now() < until) await delay(20);
}
