/** What the environment holds of what is wanted; reads only. */
import type { AccessRule, Cloud, FoundFunction, Index, InvokeRule, Route } from './cloud';
import type { Wanted } from './wanted';

export interface Found {
  functions: Map<string, FoundFunction>;
  collections: Map<string, { indexes: Index[]; rule: AccessRule | undefined }>;
  invokeRule: InvokeRule | undefined;
  storageRule: AccessRule | undefined;
  isHttpOpen: boolean;
  httpBase: string | undefined;
  routes: Route[];
  isFounded: boolean;
  bootstrapExpiresAt: number | undefined;
}

/** A new environment, as a dry run takes it. */
export function emptyEnvironment(): Found {
  return {
    functions: new Map(),
    collections: new Map(),
    invokeRule: undefined,
    storageRule: undefined,
    isHttpOpen: false,
    httpBase: undefined,
    routes: [],
    isFounded: false,
    bootstrapExpiresAt: undefined,
  };
}

export async function survey(cloud: Cloud, wanted: Wanted): Promise<Found> {
  const found = emptyEnvironment();
  for (const { name } of wanted.functions) {
    const standing = await cloud.readFunction(name);
    if (standing) found.functions.set(name, standing);
  }
  const names = await cloud.listCollections();
  for (const { name } of wanted.collections.filter((one) => names.includes(one.name))) {
    const indexes = await cloud.readIndexes(name);
    found.collections.set(name, { indexes, rule: await cloud.readCollectionRule(name) });
  }
  found.invokeRule = await cloud.readInvokeRule();
  found.storageRule = await cloud.readStorageRule();
  const { isOpen, domain, routes } = await cloud.readRoutes();
  if (names.includes('settings')) {
    found.isFounded = (await cloud.readSetting('organ')) !== undefined;
    const bootstrap = await cloud.readSetting('bootstrap');
    if (bootstrap) found.bootstrapExpiresAt = Number(bootstrap.expiresAt);
  }
  const httpBase = domain === undefined ? undefined : `https://${domain}`;
  return { ...found, isHttpOpen: isOpen, httpBase, routes };
}
