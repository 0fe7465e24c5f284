/**
 * The embedded CloudBase as a whole: makes the services, hands them to each other, starts them in
 * order around one HTTP server, and stops them in reverse.
 */
import { createClock } from './clock';
import { createContext } from './context';
import { takeDataFolder } from './data-folder';
import { createDatabase } from './database';
import { createFunctions } from './functions';
import { createGateway } from './gateway';
import { createHttp } from './http';
import { createIdentity } from './identity';
import { createLifecycle } from './lifecycle';
import type { Part } from './lifecycle';
import { createServer } from './server';
import { adminRoute } from './server/admin';
import { controlRoute } from './server/control';
import { overviewRoutes } from './server/overview';
import type { CloudContext, Reset, Route, Service } from './service';
import { createStorage } from './storage';
import { readRules } from './storage/rules';
import { createTimers } from './timers';
import { createWechat } from './wechat';
import type { Wechat } from './wechat';

export interface CloudOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Folder that keeps everything; made if it is not there. */
  dataDir: string;
  /** Folder of built functions, `<name>/index.js` and `<name>/config.json`. */
  functionsDir: string;
  /** Collections and their indexes, as `dist/database.json`. */
  schemaFile?: string;
  /** Access rules of storage, `[{path, read, write}]`; without it phones write `incoming/<openid>/`. */
  storageRulesFile?: string;
  /** Port of WeChat's server API; 0 or absent takes a free one. */
  wechatPort?: number;
  envId?: string;
  /**
   * Variables of every function, as a deployment sets them; `{base}` in a value becomes the cloud's
   * own address.
   */
  variables?: Record<string, string>;
  /** How long a call waits for a busy instance of its function before one more starts; 0 by default. */
  patienceMs?: number;
}

export interface Cloud {
  /** `http://127.0.0.1:P`. */
  readonly base: string;
  /** WeChat's server API, in the place of https://api.weixin.qq.com. */
  readonly wechatBase: string;
  /** Answers running requests, at most 5 s, then releases everything. */
  stop(): Promise<void>;
}

/** How long running requests are waited for when the cloud stops; ours. */
const STOP_GRACE_MS = 5_000;

/**
 * Starts the cloud; resolves when it answers. Throws CloudError (DATA_FOLDER_LOCKED, PORT_BUSY, …)
 * with a sentence for the operator, and has released everything then.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const folder = takeDataFolder(options.dataDir);
  try {
    return await startInFolder(options, () => folder.release());
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function startInFolder(options: CloudOptions, release: () => void): Promise<Cloud> {
  const { dataDir, port, envId = 'local-env' } = options;
  const clock = createClock({ dataDir });
  const context = createContext({ envId, dataDir, clock, base: () => server.base() });
  const { kept, running, wechat } = createServices(context, options);
  const services: Service[] = [clock, ...kept, ...running];
  const routes = ownRoutes(services, context, wechat);
  const server = createServer({ services, routes, log: context.log });

  // Functions still read and write while they finish, so the server outlives them.
  const listener: Part = { name: 'server', start: () => server.listen(port), stop: server.close };
  const parts = [clock, ...kept, listener, ...running];
  const lifecycle = createLifecycle(parts, (part, error) =>
    context.log({ level: 'error', part, error }),
  );
  await lifecycle.start();
  server.open();
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    await server.drain(STOP_GRACE_MS);
    await lifecycle.stop();
    release();
  }
  const wechatBase = wechat.base();
  return { base: server.base(), wechatBase, stop: () => (stopped ??= stop()) };
}

/** `kept` services only keep things; `running` ones call functions and need the server to listen. */
function createServices(context: CloudContext, options: CloudOptions) {
  const { functionsDir, schemaFile, storageRulesFile } = options;
  const identity = createIdentity(context);
  const endCaller = (token: string) => functions.endCaller(token);
  const storage = createStorage(
    context,
    storageRulesFile ? readRules(storageRulesFile) : undefined,
    endCaller,
  );
  const database = createDatabase(context, { schemaFile, endCaller });
  // Its address is known once WeChat's stand-in listens, which is before any function is called.
  const environment = () => ({
    ...wechat.environment(),
    ...withBase(options.variables ?? {}, context.base()),
  });
  const pool = { patienceMs: options.patienceMs };
  const functions = createFunctions({ context, functionsDir, identity, environment, pool });
  const wechat = createWechat({ context, identity, functions, port: options.wechatPort });
  const gateway = createGateway({ functions, storage, identity });
  const timers = createTimers({ context, functions });
  const http = createHttp({ context, functions });
  const running = [functions, wechat, timers, http, gateway];
  return { kept: [identity, storage, database], running, wechat };
}

function withBase(variables: Record<string, string>, base: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, value.replaceAll('{base}', base)]),
  );
}

function ownRoutes(services: readonly Service[], context: CloudContext, wechat: Wechat): Route[] {
  // In reverse order, so that nothing runs while its store is emptied; the clock before all, since what
  // a jump to the real time would bring due is forgotten.
  const [clock, ...others] = services;
  const inOrder = [clock, ...others.reverse()].filter((one) => one !== undefined);
  /** One reset after the other. */
  let lastReset = Promise.resolve();
  async function resetAll(how: Reset): Promise<void> {
    for (const service of inOrder) await service.reset(how);
  }
  function reset(how: Reset): Promise<void> {
    const done = lastReset.then(() => resetAll(how));
    lastReset = done.catch(() => undefined);
    return done;
  }
  return [
    adminRoute(services, context.log),
    controlRoute(services, reset),
    ...overviewRoutes(context, services, () => ({ wechatBase: wechat.base() })),
  ];
}
