import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from '../../support/cloud/engine';
import type { TestDatabase } from '../../support/cloud/engine';

const collectionName = 'stories';
let database: TestDatabase;
beforeEach(async () => {
  database = await startDatabase();
  await database.send('addCollection', { collectionName });
});
afterEach(async () => {
  await database.stop();
  database.context.removeFolder();
});

const insert = (...docs: object[]) =>
  database.send('insertDocument', { collectionName, data: docs.map((doc) => JSON.stringify(doc)) });

describe('the wire', () => {
  test.each([
    ['no collection', 'getDocument', { query: '{}' }, /collectionName/],
    ['a number as collection', 'getDocument', { collectionName: 1 }, /collectionName/],
    [
      'a query that is no JSON',
      'getDocument',
      { collectionName, query: '{a' },
      /query is not valid JSON/,
    ],
    ['a query that is no object', 'getDocument', { collectionName, query: '[1]' }, /query must be/],
    ['an order of words', 'getDocument', { collectionName, order: '{"a":"up"}' }, /order must/],
    ['a negative offset', 'getDocument', { collectionName, offset: -1 }, /offset must/],
    ['a limit in text', 'getDocument', { collectionName, limit: '5' }, /limit must/],
    ['documents as objects', 'insertDocument', { collectionName, data: [{}] }, /data must be/],
    ['no documents', 'insertDocument', { collectionName, data: [] }, /data must hold/],
    ['a list as document', 'insertDocument', { collectionName, data: ['[]'] }, /data must hold/],
    ['stages as text', 'aggregateDocuments', { collectionName, stages: '[]' }, /stages must be/],
    ['a stage without key', 'aggregateDocuments', { collectionName, stages: [{}] }, /stageKey/],
    ['no transaction to commit', 'commitTransaction', {}, /transactionId is missing/],
    ['a number as transaction', 'abortTransaction', { transactionId: 7 }, /transactionId must/],
    ['a name with a dollar', 'addCollection', { collectionName: 'a$b' }, /not a collection's name/],
  ])('%s is refused as INVALID_PARAM', async (_title, action, params, message) => {
    await expect(database.send(action, params)).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ['an id that is a list', { _id: [1] }, /cannot be of type array/],
    ['a field named like an operator', { $set: 1 }, /\$ prefixed field names/],
    ['too many levels', nested(101), /nesting depth/],
    ['more than 16 MB', { text: 'x'.repeat(16 * 1024 * 1024) }, /too large/],
  ])('a document with %s is refused', async (_title, doc, message) => {
    await expect(insert(doc)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(message),
    });
  });

  test('100 levels are stored', async () => {
    await insert({ _id: 'deep', ...nested(100) });
    const answer = await database.send('getDocument', { collectionName, query: '{"_id":"deep"}' });
    expect(answer).toMatchObject({
      data: { list: [JSON.stringify({ _id: 'deep', ...nested(100) })] },
    });
  });

  test('a read gives 100 documents, or as many as asked, but never more than 1000', async () => {
    await insert(...Array.from({ length: 1001 }, (_, i) => ({ _id: i })));
    const read = async (limit?: number) => {
      const { data } = await database.send('getDocument', { collectionName, limit });
      return Object(data).list.length;
    };
    expect([await read(), await read(7), await read(5000)]).toEqual([100, 7, 1000]);
    const counted = await database.send('calculateDocument', { collectionName, query: '{}' });
    expect(counted).toEqual({ data: { total: 1001 } });
  });

  test('server dates are of the cloud clock', async () => {
    await insert({ _id: 'a', at: { $tcb_server_date: { offset: 1000 } } });
    const { data } = await database.send('getDocument', { collectionName, query: '{}' });
    const at = new Date(database.context.clock.now() + 1000).toISOString();
    expect(data).toEqual({ list: [JSON.stringify({ _id: 'a', at: { $date: at } })] });
  });

  test('findAndModify answers the document as it is after the change', async () => {
    await insert({ _id: 'a', v: 1 });
    const change = { query: '{"_id":"a"}', data: '{"$inc":{"v":{"$numberInt":"2"}}}' };
    const answer = await database.send('modifyAndReturnDoc', { collectionName, ...change });
    expect(answer).toEqual({ data: { updated: 1, doc: '{"_id":"a","v":3}' } });
    const none = { ...change, query: '{"_id":"b"}' };
    expect(await database.send('modifyAndReturnDoc', { collectionName, ...none })).toEqual({
      data: { updated: 0, doc: null },
    });
  });

  test('the older names of transactions answer at the top level', async () => {
    const { transactionId } = await database.send('startTransaction', {});
    const within = { collectionName, transactionId };
    const data = '{"_id":"a","v":1}';
    expect(await database.send('insertDocInTransaction', { ...within, data })).toMatchObject({
      inserted: '1',
      ok: '1',
    });
    const change = { ...within, _id: 'a', data: '{"$set":{"v":2}}' };
    expect(await database.send('updateDocInTransaction', change)).toMatchObject({ updated: '1' });
    expect(await database.send('getInTransaction', { ...within, _id: 'a' })).toEqual({
      data: '{"_id":"a","v":2}',
    });
    const set = { ...within, _id: 'b', data: '{"v":3}', upsert: true };
    expect(await database.send('updateDocInTransaction', set)).toMatchObject({
      upserted: '[{"_id":"b"}]',
    });
    expect(await database.send('deleteDocInTransaction', { ...within, _id: 'a' })).toMatchObject({
      deleted: '1',
    });
    expect(await database.send('getInTransaction', { ...within, _id: 'a' })).toEqual({
      data: 'null',
    });
    await database.send('commitTransaction', { transactionId });
    expect(await database.send('getDocument', { collectionName })).toEqual({
      data: { list: ['{"_id":"b","v":3}'] },
    });
  });
});

describe('the schema', () => {
  const bySlug = { name: 'bySlug', fields: [{ path: 'slug', direction: 1 }], unique: true };
  const schema = (...indexes: object[]) =>
    database.controls?.schema?.({ collections: [{ name: collectionName, indexes }] });
  const names = () =>
    database
      .engine()
      .collections()
      .map(({ name, indexes }) => [name, ...indexes.map((at) => at.name)]);

  test('is the same however often it is set, and drops what it no longer names', async () => {
    await schema(bySlug);
    await schema(bySlug);
    expect(names()).toEqual([[collectionName, '_id_', 'bySlug']]);
    await schema();
    expect(names()).toEqual([[collectionName, '_id_']]);
  });

  test('a unique index over duplicates is refused by name and leaves everything as it was', async () => {
    await insert({ _id: 'a', slug: 's' }, { _id: 'b', slug: 's' });
    const byV = { name: 'byV', fields: [{ path: 'v', direction: 1 }] };
    await expect(schema(byV, bySlug)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(/index bySlug of stories cannot be built: .*E11000.*"s"/),
    });
    expect(names()).toEqual([[collectionName, '_id_']]);
  });

  test('a missing field counts as null in a unique index', async () => {
    await schema(bySlug);
    await insert({ _id: 'a' });
    await expect(insert({ _id: 'b', slug: null })).rejects.toMatchObject({
      message: expect.stringContaining('index: bySlug dup key: { : null }'),
    });
  });

  test('of many inserts at once with one unique key, one comes through', async () => {
    await schema(bySlug);
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, _id) => insert({ _id, slug: 's' })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('more than 100 indexes or 31 fields are refused', async () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ ...bySlug, name: `i${i}` }));
    await expect(schema(...many)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    const fields = Array.from({ length: 32 }, (_, i) => ({ path: `f${i}`, direction: 1 }));
    await expect(schema({ name: 'wide', fields })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  test('is read from its file at the start, and again after a reset', async () => {
    await database.stop();
    database.context.removeFolder();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'schema-test-'));
    const schemaFile = path.join(folder, 'database.json');
    fs.writeFileSync(
      schemaFile,
      JSON.stringify({ collections: [{ name: 'units', indexes: [bySlug] }] }),
    );
    try {
      database = await startDatabase({ schemaFile });
      expect(names()).toEqual([['units', '_id_', 'bySlug']]);
      await database.send('addCollection', { collectionName });
      await database.reset();
      expect(names()).toEqual([['units', '_id_', 'bySlug']]);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});

/** A document of so many levels. */
function nested(levels: number): object {
  let doc: object = {};
  for (let i = 1; i < levels; i++) doc = { in: doc };
  return doc;
}
