/** The difference between what is wanted and what is there, as ordered steps: pure. */
import { isDeepStrictEqual } from 'node:util';
import type {
  AccessRule,
  BootstrapSetting,
  FoundFunction,
  FunctionSettings,
  Index,
  InvokeRule,
  Route,
  Trigger,
} from './cloud';
import type { Found } from './survey';
import { codeHashName, type ProvidedName, type Wanted, type WantedFunction } from './wanted';

export type Step =
  | { do: 'createCollection'; collection: string }
  | { do: 'setCollectionRule'; collection: string; rule: AccessRule }
  | { do: 'removeIndex'; collection: string; name: string }
  | { do: 'createIndex'; collection: string; index: Index }
  | { do: 'setStorageRule'; rule: AccessRule }
  | { do: 'createFunction'; settings: FunctionSettings }
  | { do: 'updateCode'; settings: FunctionSettings }
  | { do: 'updateSettings'; settings: FunctionSettings; changed: string[] }
  | { do: 'removeTrigger'; functionName: string; triggerName: string }
  | { do: 'createTrigger'; functionName: string; trigger: Trigger }
  | { do: 'setInvokeRule'; rule: InvokeRule }
  | { do: 'openHttp' }
  | { do: 'createRoute'; route: Route }
  | { do: 'leaveBootstrapCode'; setting: BootstrapSetting; code: string };

export interface Plan {
  steps: Step[];
  /** What some function reads and neither the environment nor this run has. */
  missing: ProvidedName[];
  /** Paths of HTTP access that lead to a function of somebody else. */
  taken: Route[];
}

/** What only this run knows; secrets are made when they are needed, and once. */
export interface Given {
  wechatAppId?: string;
  wechatAppSecret?: string;
  /** Where the outside reaches `inbound`, e.g. `https://news.example.cn/inbound`. */
  inboundBase?: string;
  now: number;
  newKey(): string;
  newCode(): { code: string; codeHash: string };
  /** The earlier code was lost: leave another. */
  isCodeRenewed: boolean;
}

const bootstrapMs = 30 * 24 * 60 * 60 * 1000;

/** Throws when functions hold different keys: no choice between them would be safe. */
export function planOf(wanted: Wanted, found: Found, given: Given): Plan {
  const provided = providedBy(wanted, found, given);
  const functions = wanted.functions.map((one) => withEnvironment(one, found, provided));
  return {
    steps: [
      ...wanted.collections.flatMap((one) => collectionSteps(one, found)),
      ...storageSteps(wanted, found),
      ...functions.flatMap((one) => functionSteps(one, found.functions.get(one.name))),
      // After the functions, so that it names none that is not there; `*` closes new ones before it.
      ...invokeSteps(wanted, found),
      ...httpSteps(wanted, found),
      ...bootstrapSteps(found, given),
    ],
    missing: [...new Set(wanted.functions.flatMap((one) => one.reads))].filter(
      (name) => provided[name] === undefined && !isToCome(name, wanted, found),
    ),
    taken: wanted.routes.filter(({ path, functionName }) =>
      found.routes.some((one) => one.path === path && one.functionName !== functionName),
    ),
  };
}

type Provided = Partial<Record<ProvidedName, string>>;

function providedBy(wanted: Wanted, found: Found, given: Given): Provided {
  const kept = (name: ProvidedName) => {
    const values = [...found.functions.values()].map((one) => one.envVariables[name]);
    return [...new Set(values.filter((value) => value !== undefined && value !== ''))];
  };
  const keys = kept('SECRETS_KEY');
  if (keys.length > 1) throw new Error('functions hold different values of SECRETS_KEY');
  const isKeyUsed = wanted.functions.some((one) => one.reads.includes('SECRETS_KEY'));
  return {
    WECHAT_APP_ID: given.wechatAppId ?? kept('WECHAT_APP_ID')[0],
    WECHAT_APP_SECRET: given.wechatAppSecret ?? kept('WECHAT_APP_SECRET')[0],
    SECRETS_KEY: keys[0] ?? (isKeyUsed ? given.newKey() : undefined),
    INBOUND_BASE: given.inboundBase ?? kept('INBOUND_BASE')[0] ?? ownInboundBase(wanted, found),
  };
}

// The environment's own domain is known once HTTP access is open: on a first deployment, in the
// second round.
function ownInboundBase({ routes }: Wanted, { httpBase }: Found): string | undefined {
  const path = routes.find(({ functionName }) => functionName === 'inbound')?.path;
  return httpBase !== undefined && path !== undefined ? `${httpBase}${path}` : undefined;
}

// Opening HTTP access, which this plan does, brings the domain.
function isToCome(name: ProvidedName, { routes }: Wanted, found: Found): boolean {
  const isRouted = routes.some(({ functionName }) => functionName === 'inbound');
  return name === 'INBOUND_BASE' && isRouted && !found.isHttpOpen;
}

// What was set online stays: the platform replaces a function's variables as a whole.
function withEnvironment(wanted: WantedFunction, found: Found, provided: Provided): WantedFunction {
  const online = found.functions.get(wanted.name)?.envVariables ?? {};
  const own = wanted.reads.flatMap((name) => {
    const value = provided[name];
    return value === undefined ? [] : [[name, value]];
  });
  const envVariables = { ...online, ...wanted.envVariables, ...Object.fromEntries(own) };
  return { ...wanted, envVariables };
}

function collectionSteps(wanted: Wanted['collections'][number], found: Found): Step[] {
  const collection = wanted.name;
  const standing = found.collections.get(collection);
  const steps: Step[] = standing ? [] : [{ do: 'createCollection', collection }];
  // Closed before anything is in it.
  if (!isDeepStrictEqual(standing?.rule, wanted.rule)) {
    steps.push({ do: 'setCollectionRule', collection, rule: wanted.rule });
  }
  for (const index of wanted.indexes) {
    const same = standing?.indexes.find(({ name }) => name === index.name);
    if (same && isDeepStrictEqual(keyOf(same), keyOf(index))) continue;
    if (same) steps.push({ do: 'removeIndex', collection, name: index.name });
    steps.push({ do: 'createIndex', collection, index });
  }
  return steps;
}

const keyOf = ({ fields, unique = false }: Index) => ({ fields, unique });

function storageSteps({ storageRule: rule }: Wanted, found: Found): Step[] {
  return isDeepStrictEqual(rule, found.storageRule) ? [] : [{ do: 'setStorageRule', rule }];
}

function functionSteps(wanted: WantedFunction, found: FoundFunction | undefined): Step[] {
  const settings = settingsOf(wanted);
  if (!found) return [{ do: 'createFunction', settings }, ...triggerSteps(wanted, [])];
  const steps: Step[] = [];
  const isSameCode = found.envVariables[codeHashName] === wanted.envVariables[codeHashName];
  // The code goes first: its hash stands in the settings, and must never be there before it.
  if (!isSameCode) steps.push({ do: 'updateCode', settings });
  const changed = changedNames(settings, found);
  if (changed.length > 0) steps.push({ do: 'updateSettings', settings, changed });
  return [...steps, ...triggerSteps(wanted, found.triggers)];
}

function settingsOf(wanted: WantedFunction): FunctionSettings {
  const { name, runtime, handler, timeout, memorySize, envVariables } = wanted;
  return { name, runtime, handler, timeout, memorySize, envVariables };
}

/** Names of what differs; values may be secrets, so none is ever shown. */
function changedNames(wanted: FunctionSettings, found: FoundFunction): string[] {
  const plain = (['timeout', 'memorySize'] as const).filter((name) => wanted[name] !== found[name]);
  const variables = Object.keys(wanted.envVariables).filter(
    (name) => wanted.envVariables[name] !== found.envVariables[name],
  );
  return [...plain, ...variables];
}

function triggerSteps({ name: functionName, triggers }: WantedFunction, found: Trigger[]): Step[] {
  const isSame = (one: Trigger, other: Trigger) => isDeepStrictEqual(one, other);
  const stale = found.filter((old) => !triggers.some((trigger) => isSame(trigger, old)));
  const fresh = triggers.filter((trigger) => !found.some((old) => isSame(trigger, old)));
  return [
    ...stale.map(({ name }): Step => ({ do: 'removeTrigger', functionName, triggerName: name })),
    ...fresh.map((trigger): Step => ({ do: 'createTrigger', functionName, trigger })),
  ];
}

function invokeSteps({ invokeRule: rule }: Wanted, found: Found): Step[] {
  return isDeepStrictEqual(rule, found.invokeRule) ? [] : [{ do: 'setInvokeRule', rule }];
}

function httpSteps({ routes }: Wanted, found: Found): Step[] {
  if (routes.length === 0) return [];
  const open: Step[] = found.isHttpOpen ? [] : [{ do: 'openHttp' }];
  const absent = routes.filter(({ path }) => !found.routes.some((one) => one.path === path));
  return [...open, ...absent.map((route): Step => ({ do: 'createRoute', route }))];
}

function bootstrapSteps(found: Found, given: Given): Step[] {
  if (found.isFounded) return [];
  const holds = (found.bootstrapExpiresAt ?? 0) > given.now;
  if (holds && !given.isCodeRenewed) return [];
  const { code, codeHash } = given.newCode();
  const setting = { codeHash, expiresAt: given.now + bootstrapMs, version: 1 };
  return [{ do: 'leaveBootstrapCode', setting, code }];
}
