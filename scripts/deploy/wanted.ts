/** What an environment must hold, read from what was built: dist/cloudfunctions and database.json. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AccessRule, FunctionSettings, Index, InvokeRule, Route, Trigger } from './cloud';

export interface Wanted {
  functions: WantedFunction[];
  collections: { name: string; indexes: Index[]; rule: AccessRule }[];
  invokeRule: InvokeRule;
  storageRule: AccessRule;
  routes: Route[];
  /** The platform's messages by function; only WeChat's console can direct them there. */
  messages: { event: string; functionName: string }[];
}

export interface WantedFunction extends FunctionSettings {
  triggers: Trigger[];
  /** Which of them its bundle reads from its environment. */
  reads: ProvidedName[];
}

/** What deployment puts into a function's environment, where its code asks for it. */
export const providedNames = [
  'WECHAT_APP_ID',
  'WECHAT_APP_SECRET',
  'SECRETS_KEY',
  'INBOUND_BASE',
] as const;
export type ProvidedName = (typeof providedNames)[number];

/** Kept with the function, so that the next deployment sees whether the code is another. */
export const codeHashName = 'DEPLOYED_CODE';

// Phones write below incoming/ alone, over nobody else's files, and read nothing: addresses come
// from functions. A literal pattern cannot name the openid, hence the owner beside it.
const storageRule: AccessRule = {
  read: false,
  write: '/^incoming\\//.test(resource.path) == true && resource.openid == auth.openid',
};

interface FunctionConfig {
  name: string;
  timeout: number;
  memorySize: number;
  invoke: boolean | 'signed-in';
  triggers: Trigger[];
  http: string[];
  messages: string[];
  envVariables: Record<string, string>;
}

export function readWanted(dist: string): Wanted {
  const root = path.join(dist, 'cloudfunctions');
  const configs = readdirSync(root)
    .sort()
    .map((name) => readJson<FunctionConfig>(path.join(root, name, 'config.json')));
  const { collections } = readJson<Pick<Wanted, 'collections'>>(path.join(dist, 'database.json'));
  return {
    functions: configs.map((config) => wantedFunction(config, path.join(root, config.name))),
    collections,
    invokeRule: invokeRuleOf(configs),
    storageRule,
    routes: configs.flatMap(({ name, http }) =>
      http.map((route) => ({ path: route, functionName: name })),
    ),
    messages: configs.flatMap(({ name, messages }) =>
      messages.map((event) => ({ event, functionName: name })),
    ),
  };
}

function wantedFunction(config: FunctionConfig, folder: string): WantedFunction {
  // Beside index.js, the heavy libraries that it asks for.
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort();
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const code = readFileSync(path.join(folder, 'index.js'), 'utf8');
  const codeHash = createHash('sha256')
    .update(JSON.stringify([files, texts]))
    .digest('hex');
  return {
    name: config.name,
    runtime: 'Nodejs18.15',
    handler: 'index.main',
    timeout: config.timeout,
    memorySize: config.memorySize,
    envVariables: { ...config.envVariables, [codeHashName]: codeHash },
    triggers: config.triggers,
    // The bundle itself says what it reads, so no list can fall behind it.
    reads: providedNames.filter((name) => new RegExp(`\\b${name}\\b`).test(code)),
  };
}

// The platform's default lets every WeChat user call every function; what is not named is closed.
function invokeRuleOf(configs: FunctionConfig[]): InvokeRule {
  const of = (invoke: FunctionConfig['invoke']) =>
    invoke === 'signed-in' ? 'auth != null' : invoke;
  const named = configs.map(({ name, invoke }) => [name, { invoke: of(invoke) }]);
  return { '*': { invoke: false }, ...Object.fromEntries(named) };
}

function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8')) as Shape; // written by our own build
}
