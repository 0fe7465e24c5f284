/**
 * CloudBase itself, through Tencent's own library @cloudbase/manager-node: the same that its command
 * line is made of, which can set neither rules nor indexes. Fetched on the first deployment.
 */
import { failureOf, type CloudApiError } from './failure';
import { CloudError, type AccessRule, type Cloud, type FoundFunction, type Index } from './cloud';
import type { BootstrapSetting, InvokeRule, Trigger } from './cloud';

export interface Account {
  envId: string;
  secretId: string;
  secretKey: string;
}

/** What is used of the library, as its own declarations have it (5.6.5). */
export interface Library {
  functions: {
    getFunctionDetail(name: string): Promise<FunctionDetail>;
    createFunction(wanted: { func: object; functionRootPath: string }): Promise<unknown>;
    updateFunctionCode(wanted: { func: object; functionRootPath: string }): Promise<unknown>;
    updateFunctionConfig(func: object): Promise<unknown>;
    createFunctionTriggers(name: string, triggers: Trigger[]): Promise<unknown>;
    deleteFunctionTrigger(name: string, triggerName: string): Promise<unknown>;
  };
  database: {
    listCollections(page: {
      MgoLimit: number;
      MgoOffset: number;
    }): Promise<{ Collections: { CollectionName: string }[] }>;
    createCollection(name: string): Promise<unknown>;
    describeCollection(name: string): Promise<{ Indexes?: FoundIndex[] }>;
    updateCollection(name: string, changes: object): Promise<unknown>;
  };
  storage: {
    getStorageAcl(how: { withRule: true }): Promise<{ acl: string; rule?: AccessRule }>;
    setStorageAcl(acl: 'CUSTOM', rule: AccessRule): Promise<unknown>;
  };
  access: {
    getAccessList(page: { limit: number; offset: number }): Promise<{
      APISet?: { Path: string; Name: string }[];
      EnableService: boolean;
    }>;
    getDomainList(): Promise<{ DefaultDomain?: string }>;
    switchAuth(isOpen: boolean): Promise<unknown>;
    createAccess(route: { path: string; name: string; type: 1; auth: boolean }): Promise<unknown>;
  };
  commonService(): { call(request: { Action: string; Param: object }): Promise<RuleAnswer> };
}

interface FunctionDetail {
  Status: string;
  Runtime: string;
  Handler: string;
  Timeout: number;
  MemorySize: number;
  Environment?: { Variables?: { Key: string; Value: string }[] };
  Triggers?: { TriggerName: string; Type: string; TriggerDesc: string }[];
}

interface FoundIndex {
  Name: string;
  Unique: boolean;
  Keys: { Name?: string; Direction?: string }[];
}

interface RuleAnswer {
  AclTag?: string;
  Rule?: string | null;
}

/** The environment's own documents, through the SDK that functions use. */
export interface Settings {
  read(id: string): Promise<Record<string, unknown> | undefined>;
  put(id: string, document: object): Promise<void>;
}

const pageSize = 100;

export function tencentCloud(
  library: Library,
  settings: Settings,
  place: { envId: string; functionRoot: string },
): Cloud {
  return {
    ...functionPart(library, place),
    ...databasePart(library, place),
    ...accessPart(library, place),
    readSetting: (id) => guarded(() => settings.read(id)),
    putBootstrap: (setting: BootstrapSetting) => done(() => settings.put('bootstrap', setting)),
  };
}

function functionPart({ functions }: Library, place: { functionRoot: string }) {
  const functionRootPath = place.functionRoot;
  const asSent = (one: object) => ({ ...one, installDependency: false });
  return {
    readFunction: (name) =>
      guarded(async () => {
        try {
          return foundFunction(name, await functions.getFunctionDetail(name));
        } catch (error) {
          if ((error as CloudApiError).code?.startsWith('ResourceNotFound')) return undefined;
          throw error;
        }
      }),
    createFunction: (wanted) =>
      done(() => functions.createFunction({ func: asSent(wanted), functionRootPath })),
    updateCode: (wanted) =>
      done(() => functions.updateFunctionCode({ func: asSent(wanted), functionRootPath })),
    updateSettings: (wanted) => done(() => functions.updateFunctionConfig(asSent(wanted))),
    createTrigger: (name, trigger) => done(() => functions.createFunctionTriggers(name, [trigger])),
    removeTrigger: (name, trigger) => done(() => functions.deleteFunctionTrigger(name, trigger)),
  } satisfies Partial<Cloud>;
}

function foundFunction(name: string, detail: FunctionDetail): FoundFunction | undefined {
  // What a failed creation leaves; the library clears it away when the function is created again.
  if (detail.Status === 'CreateFailed') return undefined;
  const variables = detail.Environment?.Variables ?? [];
  return {
    name,
    runtime: detail.Runtime,
    handler: detail.Handler,
    timeout: detail.Timeout,
    memorySize: detail.MemorySize,
    envVariables: Object.fromEntries(variables.map(({ Key, Value }) => [Key, Value])),
    triggers: (detail.Triggers ?? [])
      .filter(({ Type }) => Type === 'timer')
      .map((one) => ({ name: one.TriggerName, type: 'timer', config: cronOf(one.TriggerDesc) })),
  };
}

// Sent as a bare expression, a timer comes back as {"cron": "…"}.
function cronOf(description: string): string {
  if (!description.startsWith('{')) return description;
  const fields = JSON.parse(description) as { cron?: string };
  return fields.cron ?? description;
}

function databasePart(library: Library, { envId: EnvId }: { envId: string }) {
  const { database } = library;
  const rules = library.commonService();
  return {
    listCollections: () => guarded(() => listAll(database)),
    readIndexes: (name) =>
      guarded(async () => ((await database.describeCollection(name)).Indexes ?? []).map(asIndex)),
    createCollection: (name) => done(() => database.createCollection(name)),
    createIndex: (name, index) =>
      done(() => database.updateCollection(name, { CreateIndexes: [asSentIndex(index)] })),
    removeIndex: (name, IndexName) =>
      done(() => database.updateCollection(name, { DropIndexes: [{ IndexName }] })),
    readCollectionRule: (CollectionName) =>
      guarded(async () => {
        const Param = { EnvId, CollectionName };
        const answer = await rules.call({ Action: 'DescribeSafeRule', Param });
        // Both say the same: nobody but functions.
        if (answer.AclTag === 'ADMINONLY') return { read: false, write: false };
        return ruleOf<AccessRule>(answer);
      }),
    setCollectionRule: (CollectionName, rule) =>
      done(() => {
        const Rule = JSON.stringify(rule);
        const Param = { EnvId, CollectionName, AclTag: 'CUSTOM', Rule };
        return rules.call({ Action: 'ModifySafeRule', Param });
      }),
  } satisfies Partial<Cloud>;
}

async function listAll(database: Library['database']): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const page = { MgoLimit: pageSize, MgoOffset: names.length };
    const { Collections } = await database.listCollections(page);
    names.push(...Collections.map((one) => one.CollectionName));
    if (Collections.length < pageSize) return names;
  }
}

const asIndex = ({ Name, Unique, Keys }: FoundIndex): Index => ({
  name: Name,
  unique: Unique,
  fields: Keys.map((key) => ({
    path: key.Name ?? '',
    direction: Number(key.Direction) === -1 ? -1 : 1,
  })),
});

const asSentIndex = ({ name, fields, unique = false }: Index) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIsUnique: unique,
    MgoIndexKeys: fields.map(({ path, direction }) => ({
      Name: path,
      Direction: String(direction),
    })),
  },
});

function accessPart(library: Library, { envId: EnvId }: { envId: string }) {
  const { access, storage } = library;
  const rules = library.commonService();
  const ResourceType = 'FUNCTION';
  return {
    readInvokeRule: () =>
      guarded(async () => {
        const Param = { EnvId, ResourceType };
        return ruleOf<InvokeRule>(await rules.call({ Action: 'DescribeSecurityRule', Param }));
      }),
    setInvokeRule: (rule) =>
      done(() => {
        const Param = { EnvId, ResourceType, AclTag: 'CUSTOM', Rule: JSON.stringify(rule) };
        return rules.call({ Action: 'ModifySecurityRule', Param });
      }),
    readStorageRule: () =>
      guarded(async () => (await storage.getStorageAcl({ withRule: true })).rule),
    setStorageRule: (rule) => done(() => storage.setStorageAcl('CUSTOM', rule)),
    readRoutes: () =>
      guarded(async () => {
        const page = { limit: pageSize, offset: 0 };
        const { APISet = [], EnableService } = await access.getAccessList(page);
        const routes = APISet.map(({ Path, Name }) => ({ path: Path, functionName: Name }));
        const { DefaultDomain } = await access.getDomainList();
        return { isOpen: EnableService, domain: DefaultDomain || undefined, routes };
      }),
    openHttp: () => done(() => access.switchAuth(true)),
    createRoute: ({ path, functionName }) =>
      done(() => access.createAccess({ path, name: functionName, type: 1, auth: false })),
  } satisfies Partial<Cloud>;
}

function ruleOf<Rule>({ AclTag, Rule }: RuleAnswer): Rule | undefined {
  if (AclTag !== 'CUSTOM' || !Rule) return undefined;
  return JSON.parse(Rule) as Rule; // the platform accepts no rule that is not JSON of this form
}

/** Fails as CloudError alone. */
async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    // The library throws nothing but its own errors and Node's; both are of this form.
    const thrown = causeOf(error as CloudApiError);
    throw new CloudError(failureOf(thrown), thrown.code ?? '', thrown.message);
  }
}

// A connection that failed comes as an error whose «message» is the error of the connection.
function causeOf(thrown: { message: unknown } & CloudApiError): CloudApiError {
  return (thrown.message as unknown) instanceof Error
    ? (thrown.message as unknown as CloudApiError)
    : thrown;
}

async function done(work: () => Promise<unknown>): Promise<void> {
  await guarded(work);
}
