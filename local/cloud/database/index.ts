import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CloudContext, Service } from '../service';
import { createActions } from './actions';
import { openEngine } from './engine';
import type { Engine } from './engine';
import { createKeepsake } from './keepsake';
import { createFailingActions } from '../failing-actions';
import type { FailingActions } from '../failing-actions';
import { transactionOf } from './params';
import { createTransactionLists } from './transaction-lists';
import { invalidParam, requestFailed } from './errors';
import { indexShapesOf, schemaOf } from './schema';

export type { Engine } from './engine';

export interface Database extends Service {
  /** Throws while the service is not started. */
  engine(): Engine;
}

export interface DatabaseOptions {
  /** `dist/database.json`: collections and indexes to be there from the start; may be missing. */
  schemaFile?: string;
  /** How long a plain write waits for a transaction's lock, in milliseconds. */
  lockWaitMs?: number;
  /** Ends the process of an invocation, for tests that kill a function at a request. */
  endCaller?: (token: string) => Promise<void>;
}

/** SQLite's own, before the control `disk` lowers it. */
const PAGES_MAX = 2 ** 32 - 2;

/** The document database of the cloud, kept in `<dataDir>/database/documents.sqlite`. */
export function createDatabase(context: CloudContext, options: DatabaseOptions = {}): Database {
  let opened: Engine | undefined;
  const engine = (): Engine => {
    if (!opened) throw requestFailed('the database is not started');
    return opened;
  };
  const stopListening: (() => void)[] = [];
  const failing = createFailingActions({
    endCaller: options.endCaller ?? (() => Promise.resolve()),
    onConflict(params) {
      const id = transactionOf(params);
      if (id) engine().abort(id);
    },
  });

  const keepsake = createKeepsake(engine);
  const lists = createTransactionLists();

  async function loadSchema(): Promise<void> {
    const text = options.schemaFile && (await textOf(options.schemaFile));
    if (!text) return;
    const collections = schemaOf(jsonOf(text, options.schemaFile ?? ''));
    await engine().setSchema({ collections, dropOthers: true, createCollections: true });
  }

  return {
    name: 'database',
    engine,
    async start() {
      if (opened) return;
      const folder = path.join(context.dataDir, 'database');
      mkdirSync(folder, { recursive: true });
      const { lockWaitMs } = options;
      const file = path.join(folder, 'documents.sqlite');
      opened = openEngine({ file, clock: context.clock, lockWaitMs });
      stopListening.push(context.clock.onMoved(() => opened?.clockMoved()));
      await loadSchema();
    },
    async reset() {
      failing.control({});
      lists.control({ way: 'taken' });
      keepsake.forget();
      engine().setPagesMax(PAGES_MAX);
      engine().setSynced(true);
      engine().reset();
      await loadSchema();
    },
    async stop() {
      for (const stop of stopListening.splice(0)) stop();
      opened?.close();
      opened = undefined;
    },
    actions: failing.wrap(lists.wrap(createActions({ engine, now: () => context.clock.now() }))),
    controls: createControls(engine, failing, { ...keepsake.controls, lists: lists.control }),
  };
}

/** `indexes`, `schema` and `collections`; `synced`, for who fills a cloud that can be filled anew; for tests `disk` (a full one), `fail`, `lists`, `keep`, `changed` and `restore`. */
function createControls(
  engine: () => Engine,
  failing: FailingActions,
  others: NonNullable<Service['controls']>,
): NonNullable<Service['controls']> {
  return {
    fail: failing.control,
    ...others,
    async indexes(input) {
      if (typeof input.collection !== 'string') throw invalidParam('collection is missing');
      const indexes = indexShapesOf(input.collection, input.indexes);
      const collections = [{ name: input.collection, indexes }];
      await engine().setSchema({ collections, dropOthers: false, createCollections: false });
      return {};
    },
    async schema(input) {
      const collections = schemaOf(input);
      await engine().setSchema({ collections, dropOthers: true, createCollections: true });
      return {};
    },
    collections: () =>
      engine()
        .collections()
        .map(({ name, indexes }) => ({
          name,
          indexes: indexes.map(({ name: index, fields, unique }) => ({
            name: index,
            fields,
            unique,
          })),
        })),
    synced({ isSynced }) {
      if (typeof isSynced !== 'boolean') throw invalidParam('isSynced must be true or false');
      engine().setSynced(isSynced);
      return {};
    },
    disk(input) {
      const { pages } = input;
      if (typeof pages !== 'number' || !(pages >= 1)) throw invalidParam('pages must be 1 or more');
      engine().setPagesMax(pages);
      return {};
    },
  };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParam(`${path.basename(file)} is not valid JSON`);
  }
}
