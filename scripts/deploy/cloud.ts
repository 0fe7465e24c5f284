/**
 * What a deployment asks of CloudBase, and nothing more: one small interface, so that the plan is
 * proved against a recording stand-in with the real one's ways of failing.
 */
export interface Trigger {
  name: string;
  type: 'timer';
  config: string;
}

export interface Index {
  name: string;
  fields: { path: string; direction: 1 | -1 }[];
  unique?: boolean;
}

/** A phone's rights; a text is an expression of the platform's rule language. */
export interface AccessRule {
  read: boolean | string;
  write: boolean | string;
}

export type InvokeRule = Record<string, { invoke: boolean | string }>;

export interface FunctionSettings {
  name: string;
  runtime: string;
  handler: string;
  timeout: number;
  memorySize: number;
  envVariables: Record<string, string>;
}

export interface FoundFunction extends FunctionSettings {
  triggers: Trigger[];
}

export interface Route {
  path: string;
  functionName: string;
}

/** `settings/bootstrap`, as the first administrator's handler reads it. */
export interface BootstrapSetting {
  codeHash: string;
  expiresAt: number;
  version: number;
}

export interface Cloud {
  /** Undefined where there is none, or where a broken creation left its remains. */
  readFunction(name: string): Promise<FoundFunction | undefined>;
  createFunction(settings: FunctionSettings): Promise<void>;
  updateCode(settings: FunctionSettings): Promise<void>;
  updateSettings(settings: FunctionSettings): Promise<void>;
  createTrigger(functionName: string, trigger: Trigger): Promise<void>;
  removeTrigger(functionName: string, triggerName: string): Promise<void>;
  readInvokeRule(): Promise<InvokeRule | undefined>;
  setInvokeRule(rule: InvokeRule): Promise<void>;
  listCollections(): Promise<string[]>;
  readIndexes(collection: string): Promise<Index[]>;
  createCollection(name: string): Promise<void>;
  createIndex(collection: string, index: Index): Promise<void>;
  removeIndex(collection: string, name: string): Promise<void>;
  readCollectionRule(collection: string): Promise<AccessRule | undefined>;
  setCollectionRule(collection: string, rule: AccessRule): Promise<void>;
  readStorageRule(): Promise<AccessRule | undefined>;
  setStorageRule(rule: AccessRule): Promise<void>;
  /** With the domain that the platform itself gives the environment, once HTTP access is open. */
  readRoutes(): Promise<{ isOpen: boolean; domain: string | undefined; routes: Route[] }>;
  openHttp(): Promise<void>;
  createRoute(route: Route): Promise<void>;
  readSetting(id: string): Promise<Record<string, unknown> | undefined>;
  putBootstrap(setting: BootstrapSetting): Promise<void>;
}

/** `network` and `busy` may pass by themselves; `exists` is as good as done; others end the run. */
export type CloudFailure = 'network' | 'busy' | 'exists' | 'denied' | 'other';

export class CloudError extends Error {
  constructor(
    readonly failure: CloudFailure,
    /** The platform's own code. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
