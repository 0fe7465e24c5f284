/** The database service alone, on a folder and a clock of the test's own. */
import { createDatabase } from '../../../local/cloud/database';
import type { Database, DatabaseOptions, Engine } from '../../../local/cloud/database';
import type { Doc } from '../../../local/cloud/database/language';
import type { Change } from '../../../local/cloud/database/operation';
import type { OrderBy } from '../../../local/cloud/database/plan';
import { createTestContext } from './cloud-context';
import type { TestContext } from './cloud-context';

export interface TestDatabase extends Database {
  context: TestContext;
  /** Sends a wire action as the SDK would, and returns its answer. */
  send(action: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** Started and empty. */
export async function startDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  const context = createTestContext();
  const database = createDatabase(context, options);
  await database.start();
  const send: TestDatabase['send'] = async (action, params) => {
    const act = database.actions?.[`database.${action}`];
    if (!act) throw new Error(`no action ${action}`);
    // An answer is an object with at most two known fields.
    return (await act(params, { requestId: 'r' })) as Record<string, unknown>;
  };
  return Object.assign(database, { context, send });
}

/** All documents that match, as the engine finds them. */
export function findDocs(
  engine: Engine,
  collection: string,
  filter: Doc = {},
  asked: { order?: OrderBy; offset?: number; limit?: number; transactionId?: string } = {},
): Doc[] {
  const { order = [], offset = 0, limit = Infinity, transactionId } = asked;
  const found = engine.find(collection, { filter, order, offset, limit }, transactionId);
  return found.map(({ doc }) => doc);
}

/** Update operators for all that matches. */
export function updating(filter: Doc, update: Doc): Change {
  return { filter, update, isReplacement: false, multi: true, upsert: false, nowMs: 0 };
}
