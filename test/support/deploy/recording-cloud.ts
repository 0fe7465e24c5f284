/**
 * CloudBase as a deployment sees it, in memory: records every change, and fails when told to, before
 * or after the change was made, as a network does.
 */
import {
  CloudError,
  type Cloud,
  type CloudFailure,
  type FoundFunction,
  type FunctionSettings,
} from '../../../scripts/deploy/cloud';
import { emptyEnvironment, type Found } from '../../../scripts/deploy/survey';

export interface Mishap {
  failure: CloudFailure;
  /** Which change of the run, from 1. */
  at: number;
  /** The change was made all the same: only its answer was lost. */
  isDone?: boolean;
  /** How often in a row; once by default. */
  times?: number;
}

export class RecordingCloud implements Cloud {
  /** Every change that was made, e.g. `createIndex stories by_tip`. */
  readonly changes: string[] = [];
  readonly uploads = new Map<string, number>();
  readonly settings = new Map<string, Record<string, unknown>>();
  found: Found = emptyEnvironment();
  mishap: Mishap | undefined;
  private asked = 0;

  private async change(name: string, make: () => void): Promise<void> {
    const { mishap } = this;
    if (mishap && mishap.times !== 0 && this.asked + 1 >= mishap.at) {
      this.mishap = { ...mishap, times: (mishap.times ?? 1) - 1 };
      // Told twice to lose an answer, the second time it had been done before.
      if (mishap.isDone && this.changes.at(-1) !== name) this.make(name, make);
      throw new CloudError(mishap.failure, 'Told', `told to fail at ${name}`);
    }
    this.make(name, make);
  }

  private make(name: string, make: () => void): void {
    make();
    this.asked += 1;
    this.changes.push(name);
  }

  /** A new run counts its changes from 1. */
  startRun(mishap?: Mishap): void {
    this.asked = 0;
    this.changes.length = 0;
    this.mishap = mishap;
  }

  readFunction = (name: string) => Promise.resolve(this.found.functions.get(name));
  readInvokeRule = () => Promise.resolve(this.found.invokeRule);
  listCollections = () => Promise.resolve([...this.found.collections.keys()]);
  readIndexes = (name: string) => Promise.resolve(this.collection(name).indexes);
  readCollectionRule = (name: string) => Promise.resolve(this.collection(name).rule);
  readStorageRule = () => Promise.resolve(this.found.storageRule);
  readRoutes = () =>
    Promise.resolve({
      isOpen: this.found.isHttpOpen,
      domain: this.found.isHttpOpen ? 'env-1.example.com' : undefined,
      routes: [...this.found.routes],
    });
  readSetting = (id: string) => Promise.resolve(this.settings.get(id));

  createFunction = (settings: FunctionSettings) =>
    this.change(`createFunction ${settings.name}`, () => {
      if (this.found.functions.has(settings.name)) throw exists(settings.name);
      this.upload(settings.name);
      this.found.functions.set(settings.name, { ...settings, triggers: [] });
    });
  updateCode = ({ name }: FunctionSettings) =>
    this.change(`updateCode ${name}`, () => this.upload(name));
  updateSettings = (settings: FunctionSettings) =>
    this.change(`updateSettings ${settings.name}`, () => {
      const { triggers } = this.standing(settings.name);
      this.found.functions.set(settings.name, { ...settings, triggers });
    });
  createTrigger: Cloud['createTrigger'] = (name, trigger) =>
    this.change(`createTrigger ${name} ${trigger.name}`, () => {
      const { triggers } = this.standing(name);
      if (triggers.some((one) => one.name === trigger.name)) throw exists(trigger.name);
      triggers.push(trigger);
    });
  removeTrigger: Cloud['removeTrigger'] = (name, trigger) =>
    this.change(`removeTrigger ${name} ${trigger}`, () => {
      const standing = this.standing(name);
      standing.triggers = standing.triggers.filter((one) => one.name !== trigger);
    });
  setInvokeRule: Cloud['setInvokeRule'] = (rule) =>
    this.change('setInvokeRule', () => void (this.found.invokeRule = rule));
  createCollection: Cloud['createCollection'] = (name) =>
    this.change(`createCollection ${name}`, () => {
      if (this.found.collections.has(name)) throw exists(name);
      this.found.collections.set(name, { indexes: [], rule: undefined });
    });
  createIndex: Cloud['createIndex'] = (name, index) =>
    this.change(`createIndex ${name} ${index.name}`, () => {
      const { indexes } = this.collection(name);
      if (indexes.some((one) => one.name === index.name)) throw exists(index.name);
      indexes.push(index);
    });
  removeIndex: Cloud['removeIndex'] = (name, index) =>
    this.change(`removeIndex ${name} ${index}`, () => {
      const collection = this.collection(name);
      collection.indexes = collection.indexes.filter((one) => one.name !== index);
    });
  setCollectionRule: Cloud['setCollectionRule'] = (name, rule) =>
    this.change(`setCollectionRule ${name}`, () => void (this.collection(name).rule = rule));
  setStorageRule: Cloud['setStorageRule'] = (rule) =>
    this.change('setStorageRule', () => void (this.found.storageRule = rule));
  openHttp = () => this.change('openHttp', () => void (this.found.isHttpOpen = true));
  createRoute: Cloud['createRoute'] = (route) =>
    this.change(`createRoute ${route.path}`, () => void this.found.routes.push(route));
  putBootstrap: Cloud['putBootstrap'] = (setting) =>
    this.change('putBootstrap', () => void this.settings.set('bootstrap', { ...setting }));

  private upload(name: string): void {
    this.uploads.set(name, (this.uploads.get(name) ?? 0) + 1);
  }

  private standing(name: string): FoundFunction {
    const found = this.found.functions.get(name);
    if (!found) throw new CloudError('other', 'ResourceNotFound.Function', name);
    return found;
  }

  private collection(name: string) {
    const found = this.found.collections.get(name);
    if (!found) throw new CloudError('other', 'ResourceNotFound', name);
    return found;
  }
}

const exists = (name: string) => new CloudError('exists', 'ResourceInUse', name);
