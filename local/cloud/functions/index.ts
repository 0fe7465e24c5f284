/**
 * The functions service: runs what lies in a folder of built functions, each in processes of its own.
 * One process serves one call at a time, since the SDK finds its caller in the process's environment.
 */
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CloudContext, FunctionConfig, Functions, Identity, Service } from '../service';
import { createDeployment } from './deployment';
import { processEnvironment } from './environment';
import { startInstance } from './instance';
import type { Instance } from './instance';
import { createInvoke, parseRequest } from './invocation';
import { STOP_GRACE_MS } from './limits';
import { createLogs } from './logs';
import { createPool } from './pool';
import type { PoolBounds } from './pool';
import { createWatchdog } from './watchdog';
import type { Watchdog } from './watchdog';

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
  /** Bounds of each function's pool, smaller in tests. */
  pool?: PoolBounds;
}

/** For tests: a function can end at any moment. */
export interface Killing {
  /** Ends the process that serves the invocation with this token, as a crash would. */
  endCaller(token: string): Promise<void>;
}

/** Rejected invocations carry a CloudError; a bad config.json is thrown by `start` and `reload`. */
export function createFunctions(options: FunctionsOptions): Service & Functions & Killing {
  const { context, identity } = options;
  // The log has its own `at`.
  const logs = createLogs(({ at: _at, ...line }) => context.log({ service: 'functions', ...line }));
  const watchdog = createWatchdog();
  const deployment = createDeployment(options.functionsDir, (config) =>
    createPool(() => startFor(options, config, watchdog), options.pool),
  );
  const running = new Map<string, Instance>();
  const invoke = createInvoke({ context, identity, deployment, logs, running });
  return {
    name: 'functions',
    list: deployment.list,
    invoke,
    endCaller: async (token) => running.get(token)?.end(),
    async start() {
      deployment.load();
    },
    async reset({ keepsIdle = false } = {}) {
      await (keepsIdle ? deployment.endBusy() : deployment.end());
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
        // Code of the server may call any function, whatever the rule for phones says.
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

function startFor(options: FunctionsOptions, config: FunctionConfig, watchdog: Watchdog): Instance {
  const { context } = options;
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

async function waitUntilIdle(busy: () => number): Promise<void> {
  const until = performance.now() + STOP_GRACE_MS;
  while (busy() > 0 && performance.now() < until) await delay(20);
}
