/** The wire actions `database.*` of the SDK, each read from its parameters and done by the engine. */
import type { AdminAction, AdminAnswer } from '../service';
import type { Engine } from './engine';
import { invalidParam } from './errors';
import { encodeEjson, project } from './language';
import { AGGREGATE_LIMIT_DEFAULT } from './limits';
import * as read from './params';
import type { Params } from './params';

export interface ActionsParts {
  /** Throws while the service is not started. */
  engine(): Engine;
  /** The cloud's time in epoch milliseconds, for server dates. */
  now(): number;
}

/** All of them by name, the older `…InTransaction` included. */
export function createActions(parts: ActionsParts): Record<string, AdminAction> {
  const actions = { ...documentActions(parts), ...transactionActions(parts) };
  return { ...actions, ...legacyActions(parts) };
}

function documentActions({ engine, now }: ActionsParts): Record<string, AdminAction> {
  return {
    'database.addCollection': async (params) => {
      await engine().createCollection(read.collectionOf(params));
      return {};
    },
    'database.insertDocument': async (params) => {
      const docs = read.docsOf(params, now());
      const ids = await engine().insert(
        read.collectionOf(params),
        docs,
        read.transactionOf(params),
      );
      return { data: { insertedIds: ids } };
    },
    'database.getDocument': (params) => ({ data: getDocuments(engine(), params, now()) }),
    'database.calculateDocument': (params) => {
      const filter = read.docOf(params, 'query', now());
      const id = read.transactionOf(params);
      return { data: { total: engine().count(read.collectionOf(params), filter, id) } };
    },
    'database.modifyDocument': async (params) => {
      const changed = await modify(engine(), params, now());
      return { data: { updated: changed.updated, upsert_id: changed.upsertId } };
    },
    'database.modifyAndReturnDoc': async (params) => {
      const single = { ...params, merge: true, multi: false, upsert: false };
      const { matched, last } = await modify(engine(), single, now());
      return { data: { updated: matched, doc: last ? last.text : null } };
    },
    'database.removeDocument': async (params) => {
      const filter = read.docOf(params, 'query', now());
      const removal = { filter, multi: params.multi === true };
      const id = read.transactionOf(params);
      return { data: { deleted: await engine().remove(read.collectionOf(params), removal, id) } };
    },
    'database.aggregateDocuments': (params) => {
      const stages = read.stagesOf(params, now());
      const docs = engine().aggregate(read.collectionOf(params), stages);
      const isLimited = stages.some((stage) => '$limit' in stage);
      const answered = isLimited ? docs : docs.slice(0, AGGREGATE_LIMIT_DEFAULT);
      return { data: { list: answered.map(encodeEjson) } };
    },
  };
}

function transactionActions({ engine }: ActionsParts): Record<string, AdminAction> {
  return {
    'database.startTransaction': () => ({ transactionId: engine().startTransaction() }),
    'database.commitTransaction': async (params) => {
      await engine().commit(neededTransaction(params));
      return {};
    },
    'database.abortTransaction': (params) => {
      engine().abort(neededTransaction(params));
      return {};
    },
  };
}

/**
 * What SDKs before 1.0 send within a transaction: one `_id`, or a query by it; counts come back at
 * the top level, as text.
 */
function legacyActions({ engine, now }: ActionsParts): Record<string, AdminAction> {
  const byId = (params: Params): Params => {
    neededTransaction(params);
    return params._id === undefined ? params : { ...params, query: { _id: params._id } };
  };
  return {
    'database.getInTransaction': (params) => {
      const { list } = getDocuments(engine(), byId(params), now());
      return { data: list[0] ?? 'null' };
    },
    'database.insertDocInTransaction': async (params) => {
      neededTransaction(params);
      const given = read.docsOf(params, now());
      const docs = given.map((doc) =>
        params._id === undefined ? doc : { ...doc, _id: params._id },
      );
      const ids = await engine().insert(
        read.collectionOf(params),
        docs,
        read.transactionOf(params),
      );
      return topLevel({ inserted: String(ids.length), ok: '1', insertedIds: ids });
    },
    'database.updateDocInTransaction': async (params) => {
      const upsert = params.upsert === true;
      const asked = { ...byId(params), upsert, multi: false, merge: !upsert };
      const { updated, upsertId } = await modify(engine(), asked, now());
      const upserted = upsertId === undefined ? undefined : JSON.stringify([{ _id: upsertId }]);
      return topLevel({ updated: String(updated), upserted });
    },
    'database.deleteDocInTransaction': async (params) => {
      const removal = { filter: read.docOf(byId(params), 'query', now()), multi: false };
      const id = read.transactionOf(params);
      const deleted = await engine().remove(read.collectionOf(params), removal, id);
      return topLevel({ deleted: String(deleted) });
    },
  };
}

function getDocuments(engine: Engine, params: Params, nowMs: number): { list: string[] } {
  const query = {
    filter: read.docOf(params, 'query', nowMs),
    order: read.orderOf(params, nowMs),
    offset: read.offsetOf(params),
    limit: read.limitOf(params),
  };
  const projection = read.docOf(params, 'projection', nowMs);
  const found = engine.find(read.collectionOf(params), query, read.transactionOf(params));
  if (Object.keys(projection).length === 0) return { list: found.map(({ text }) => text) };
  return { list: found.map(({ doc }) => encodeEjson(project(doc, projection))) };
}

function modify(engine: Engine, params: Params, nowMs: number) {
  const change = {
    filter: read.docOf(params, 'query', nowMs),
    update: read.docOf(params, 'data', nowMs),
    isReplacement: params.merge !== true,
    multi: params.multi === true,
    upsert: params.upsert === true,
    nowMs,
  };
  return engine.modify(read.collectionOf(params), change, read.transactionOf(params));
}

function neededTransaction(params: Params): string {
  const id = read.transactionOf(params);
  if (!id) throw invalidParam('transactionId is missing');
  return id;
}

/** Fields beside `data`; the server sends an answer as it is. */
const topLevel = (fields: Record<string, unknown>): AdminAnswer => fields;
