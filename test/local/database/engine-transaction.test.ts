import { findDocs, startDatabase, updating } from '../../support/cloud/engine';
import type { TestDatabase } from '../../support/cloud/engine';
import type { Engine } from '../../../local/cloud/database';
import { TRANSACTION_MS_MAX } from '../../../local/cloud/database/limits';

const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };
const ended = { code: 'DATABASE_TRANSACTION_FAIL' };
const taken = { message: expect.stringContaining('E11000') };

describe('a transaction', () => {
  let database: TestDatabase;
  let engine: Engine;
  beforeEach(async () => {
    database = await startDatabase({ lockWaitMs: 300 });
    const indexes = [
      { name: 'bySlug', fields: [{ path: 'slug', direction: 1 }], unique: true },
      { name: 'byV', fields: [{ path: 'v', direction: 1 }] },
    ];
    await database.controls?.schema?.({ collections: [{ name: 'stories', indexes }] });
    engine = database.engine();
    await engine.insert('stories', [
      { _id: 'a', v: 1, slug: 'sa' },
      { _id: 'b', v: 2, slug: 'sb' },
    ]);
  });
  afterEach(async () => {
    await database.stop();
    database.context.removeFolder();
  });

  const set = (id: string, v: number, transactionId?: string) =>
    engine.modify('stories', updating({ _id: id }, { $set: { v } }), transactionId);
  const add = (doc: Record<string, unknown>, transactionId?: string) =>
    engine.insert('stories', [doc], transactionId);
  const drop = (id: string, transactionId?: string) =>
    engine.remove('stories', { filter: { _id: id }, multi: false }, transactionId);
  const read = (id: string, transactionId?: string) =>
    findDocs(engine, 'stories', { _id: id }, { transactionId })[0]?.v;

  test('reads a snapshot of its first read and its own writes', async () => {
    const id = engine.startTransaction();
    await set('a', 10);
    expect(read('a', id)).toBe(10);
    await set('b', 20);
    expect(read('b', id)).toBe(2);
    await set('a', 11, id);
    expect([read('a', id), read('a')]).toEqual([11, 10]);
    await engine.commit(id);
    expect(read('a')).toBe(11);
  });

  test('finds by query what it wrote itself, and not what it removed', async () => {
    const id = engine.startTransaction();
    await add({ _id: 'c', v: 3, slug: 'sc' }, id);
    await set('a', 9, id);
    await drop('b', id);
    const found = findDocs(
      engine,
      'stories',
      { v: { $gte: 2 } },
      { order: [['v', -1]], transactionId: id },
    );
    expect(found.map(({ _id }) => _id)).toEqual(['a', 'c']);
    expect(engine.count('stories', {}, id)).toBe(2);
    expect(findDocs(engine, 'stories').map(({ _id }) => _id)).toEqual(['a', 'b']);
  });

  test('is told of a conflict at the write when another holds the document, and is dropped', async () => {
    const [first, second] = [engine.startTransaction(), engine.startTransaction()];
    await set('a', 5, first);
    await expect(set('a', 6, second)).rejects.toMatchObject(conflict);
    await expect(set('b', 6, second)).rejects.toMatchObject(ended);
    await engine.commit(first);
    expect(read('a')).toBe(5);
  });

  test('is told of a conflict when the document changed after its snapshot', async () => {
    const id = engine.startTransaction();
    read('b', id);
    await set('a', 5);
    await expect(set('a', 6, id)).rejects.toMatchObject(conflict);
    expect(read('a')).toBe(5);
  });

  test('is told of a conflict when the document was removed or came up after its snapshot', async () => {
    const [first, second] = [engine.startTransaction(), engine.startTransaction()];
    read('b', first);
    read('b', second);
    await drop('a');
    await add({ _id: 'c', slug: 'sc' });
    await expect(drop('a', first)).rejects.toMatchObject(conflict);
    await expect(add({ _id: 'c', slug: 'x' }, second)).rejects.toMatchObject(conflict);
  });

  test('a document that was only read does not conflict: write skew is possible', async () => {
    const [first, second] = [engine.startTransaction(), engine.startTransaction()];
    expect(Number(read('a', first)) + Number(read('b', first))).toBe(3);
    expect(Number(read('a', second)) + Number(read('b', second))).toBe(3);
    await set('a', 0, first);
    await set('b', 0, second);
    await engine.commit(first);
    await engine.commit(second);
    expect([read('a'), read('b')]).toEqual([0, 0]);
  });

  test('a plain write waits for the document, and goes on after the commit', async () => {
    const id = engine.startTransaction();
    await set('a', 5, id);
    let isDone = false;
    const inc = engine.modify('stories', updating({ _id: 'a' }, { $inc: { v: 1 } }));
    void inc.then(() => (isDone = true));
    // Others are not held up by the one that waits.
    await set('b', 7);
    expect(isDone).toBe(false);
    await engine.commit(id);
    expect(await inc).toMatchObject({ updated: 1 });
    expect(read('a')).toBe(6);
  });

  test('a plain write gives up with a conflict when the document stays held', async () => {
    const id = engine.startTransaction();
    await set('a', 5, id);
    await expect(set('a', 6)).rejects.toMatchObject(conflict);
    engine.abort(id);
    expect(read('a')).toBe(1);
  });

  test('a unique key of its own, of the snapshot or of the overlay is refused', async () => {
    const first = engine.startTransaction();
    await expect(add({ _id: 'c', slug: 'sa' }, first)).rejects.toMatchObject(taken);
    await expect(set('a', 1, first)).rejects.toMatchObject(ended);
    const second = engine.startTransaction();
    await add({ _id: 'c', slug: 'sc' }, second);
    await expect(add({ _id: 'd', slug: 'sc' }, second)).rejects.toMatchObject(taken);
    const third = engine.startTransaction();
    await expect(add({ _id: 'a', slug: 'x' }, third)).rejects.toMatchObject(taken);
  });

  test('a unique key that another transaction holds, or took meanwhile, is a conflict', async () => {
    const ids = [1, 2, 3].map(() => engine.startTransaction());
    const [first = '', second = '', third = ''] = ids;
    for (const id of ids) read('a', id);
    await add({ _id: 'c', slug: 'sc' }, first);
    await expect(add({ _id: 'd', slug: 'sc' }, second)).rejects.toMatchObject(conflict);
    await engine.commit(first);
    await expect(add({ _id: 'd', slug: 'sc' }, third)).rejects.toMatchObject(conflict);
  });

  test('a plain write waits for a unique key that a transaction holds', async () => {
    const id = engine.startTransaction();
    await add({ _id: 'c', slug: 'sc' }, id);
    const plain = add({ _id: 'd', slug: 'sc' });
    const aborted = engine.startTransaction();
    await add({ _id: 'e', slug: 'se' }, aborted);
    const other = add({ _id: 'f', slug: 'se' });
    engine.abort(aborted);
    await engine.commit(id);
    await expect(plain).rejects.toMatchObject(taken);
    expect(await other).toEqual(['f']);
  });

  test('two documents exchange their unique keys in one commit', async () => {
    const id = engine.startTransaction();
    const rename = (at: string, slug: string) =>
      engine.modify('stories', updating({ _id: at }, { $set: { slug } }), id);
    await rename('a', 'spare');
    await rename('b', 'sa');
    await rename('a', 'sb');
    await engine.commit(id);
    const slugs = findDocs(
      engine,
      'stories',
      { slug: { $in: ['sa', 'sb'] } },
      { order: [['_id', 1]] },
    );
    expect(slugs.map(({ slug }) => slug)).toEqual(['sb', 'sa']);
  });

  test('a committed, aborted or unknown id is refused', async () => {
    const [first, second] = [engine.startTransaction(), engine.startTransaction()];
    await set('a', 3, first);
    await engine.commit(first);
    engine.abort(second);
    for (const id of [first, second, 'none']) {
      await expect(engine.commit(id)).rejects.toMatchObject(ended);
      await expect(set('a', 4, id)).rejects.toMatchObject(ended);
      expect(() => read('a', id)).toThrow(expect.objectContaining(ended));
    }
    expect(read('a')).toBe(3);
  });

  test('past 30 seconds of the cloud it is gone, and its documents are free', async () => {
    const id = engine.startTransaction();
    await set('a', 3, id);
    await database.context.clock.advance(TRANSACTION_MS_MAX - 1);
    expect(read('a', id)).toBe(3);
    const waiting = set('a', 4);
    await database.context.clock.advance(1);
    expect(await waiting).toMatchObject({ updated: 1 });
    await expect(engine.commit(id)).rejects.toMatchObject(ended);
  });

  test('does not use an index that was built after its snapshot', async () => {
    const id = engine.startTransaction();
    read('a', id);
    const indexes = [{ name: 'late', fields: [{ path: 'w', direction: 1 }] }];
    await database.controls?.indexes?.({ collection: 'stories', indexes });
    expect(findDocs(engine, 'stories', { w: null }, { transactionId: id })).toHaveLength(2);
  });

  test('an update within a transaction that changes nothing holds nothing', async () => {
    const [first, second] = [engine.startTransaction(), engine.startTransaction()];
    expect(await set('a', 1, first)).toMatchObject({ matched: 1, updated: 0 });
    await set('a', 2, second);
    await engine.commit(second);
    await engine.commit(first);
    expect(read('a')).toBe(2);
  });
});
