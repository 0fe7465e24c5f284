import { findDocs, startDatabase, updating } from '../../support/cloud/engine';
import type { TestDatabase } from '../../support/cloud/engine';

describe('the document store', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await startDatabase();
    await database.engine().createCollection('stories');
  });
  afterEach(async () => {
    await database.stop();
    database.context.removeFolder();
  });

  test('what is inserted comes back, with an id of 32 digits where none was given', async () => {
    const engine = database.engine();
    const ids = await engine.insert('stories', [{ slug: 'a' }, { _id: 'b', slug: 'b' }]);
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 'b']);
    expect(findDocs(engine, 'stories', { _id: 'b' })).toEqual([{ _id: 'b', slug: 'b' }]);
    expect(findDocs(engine, 'stories')).toHaveLength(2);
  });

  test('what was answered before it was on disk is there when that has ended', async () => {
    const synced = (isSynced: unknown) => database.controls?.synced?.({ isSynced });
    synced(false);
    await database.engine().insert('stories', [{ _id: 'a' }]);
    synced(true);
    expect(() => synced(undefined)).toThrow('isSynced must be true or false');
    await database.stop();
    await database.start();
    expect(findDocs(database.engine(), 'stories')).toEqual([{ _id: 'a' }]);
  });

  test('an id that is taken is refused with E11000 and changes nothing', async () => {
    const engine = database.engine();
    await engine.insert('stories', [{ _id: 'a', v: 1 }]);
    await expect(
      engine.insert('stories', [{ _id: 'b' }, { _id: 'a', v: 2 }]),
    ).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000 duplicate key error'),
    });
    expect(findDocs(engine, 'stories')).toEqual([{ _id: 'a', v: 1 }]);
  });

  test('an id is a number or a string, never both', async () => {
    const engine = database.engine();
    await engine.insert('stories', [{ _id: 1 }, { _id: '1' }]);
    expect(findDocs(engine, 'stories', { _id: 1 })).toEqual([{ _id: 1 }]);
    expect(findDocs(engine, 'stories', { _id: '1' })).toEqual([{ _id: '1' }]);
  });

  test('reads and writes of a collection that is not there are refused', async () => {
    const engine = database.engine();
    const missing = { code: 'DATABASE_COLLECTION_NOT_EXIST' };
    expect(() => findDocs(engine, 'none')).toThrow(expect.objectContaining(missing));
    await expect(engine.insert('none', [{}])).rejects.toMatchObject(missing);
    await expect(engine.createCollection('stories')).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
  });

  test('an update counts what is different now', async () => {
    const engine = database.engine();
    await engine.insert('stories', [
      { _id: 'a', v: 1 },
      { _id: 'b', v: 2 },
    ]);
    expect(await engine.modify('stories', updating({}, { $set: { v: 2 } }))).toMatchObject({
      matched: 2,
      updated: 1,
    });
  });

  test('a replacement keeps the id, and an upsert inserts what is not there', async () => {
    const engine = database.engine();
    const change = { isReplacement: true, multi: false, upsert: true, nowMs: 0 };
    const set = (id: string, v: number) =>
      engine.modify('stories', { filter: { _id: id }, update: { v }, ...change });
    expect(await set('a', 1)).toMatchObject({ updated: 0, upsertId: 'a' });
    expect(await set('a', 2)).toMatchObject({ updated: 1 });
    expect(findDocs(engine, 'stories')).toEqual([{ _id: 'a', v: 2 }]);
  });

  test('everything acknowledged is there after the folder is opened again', async () => {
    const engine = database.engine();
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => engine.insert('stories', [{ _id: i, v: i }])),
    );
    await engine.remove('stories', { filter: { _id: 7 }, multi: false });
    await database.stop();
    await database.start();
    expect(findDocs(database.engine(), 'stories')).toHaveLength(49);
  });

  test('reset leaves the store as if it were new', async () => {
    await database.engine().insert('stories', [{ _id: 'a' }]);
    await database.reset();
    expect(database.engine().collections()).toEqual([]);
    await database.engine().createCollection('stories');
    expect(findDocs(database.engine(), 'stories')).toEqual([]);
  });
});
