import fs from 'node:fs';
import path from 'node:path';
import { createDatabase } from '../../../local/cloud/database';
import { openConnection } from '../../../local/cloud/database/connection';
import { createTestContext } from '../../support/cloud/cloud-context';
import { findDocs, startDatabase, updating } from '../../support/cloud/engine';
import type { TestDatabase } from '../../support/cloud/engine';

const full = {
  code: 'DATABASE_REQUEST_FAILED',
  message: expect.stringContaining('the disk is full, nothing was written'),
};

describe('a full disk', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await startDatabase();
    await database.controls?.schema?.({ collections: [{ name: 'stories', indexes: [] }] });
    await database.engine().insert('stories', [{ _id: 'a', v: 1 }]);
    await database.controls?.disk?.({ pages: 1 });
  });
  afterEach(async () => {
    await database.stop();
    database.context.removeFolder();
  });
  const large = 'x'.repeat(200_000);

  test('refuses the write in words, keeps what was there, and takes writes once there is room', async () => {
    const engine = database.engine();
    await expect(engine.insert('stories', [{ _id: 'b', large }])).rejects.toMatchObject(full);
    const change = updating({ _id: 'a' }, { $set: { large } });
    await expect(engine.modify('stories', change)).rejects.toMatchObject(full);
    expect(findDocs(engine, 'stories')).toEqual([{ _id: 'a', v: 1 }]);
    await database.controls?.disk?.({ pages: 1_000_000 });
    await engine.insert('stories', [{ _id: 'b', large }]);
    expect(findDocs(engine, 'stories')).toHaveLength(2);
  });

  test('writes nothing of a transaction, and frees its documents', async () => {
    const engine = database.engine();
    const id = engine.startTransaction();
    await engine.modify('stories', updating({ _id: 'a' }, { $inc: { v: 1 } }), id);
    await engine.insert('stories', [{ _id: 'b', large }], id);
    await expect(engine.commit(id)).rejects.toMatchObject(full);
    expect(findDocs(engine, 'stories')).toEqual([{ _id: 'a', v: 1 }]);
    await engine.modify('stories', updating({ _id: 'a' }, { $inc: { v: 5 } }));
    expect(findDocs(engine, 'stories')).toEqual([{ _id: 'a', v: 6 }]);
  });

  test('a write that fits goes on beside one that does not', async () => {
    const engine = database.engine();
    const writes = [
      engine.modify('stories', updating({ _id: 'a' }, { $inc: { v: 1 } })),
      engine.insert('stories', [{ _id: 'b', large }]),
    ];
    const [small, big] = await Promise.allSettled(writes);
    expect(small).toMatchObject({ status: 'fulfilled' });
    expect(big).toMatchObject({ status: 'rejected', reason: full });
    expect(findDocs(engine, 'stories')).toEqual([{ _id: 'a', v: 2 }]);
  });
});

describe('a file that cannot be used', () => {
  const startOn = async (spoil: (file: string) => void) => {
    const context = createTestContext();
    const folder = path.join(context.dataDir, 'database');
    fs.mkdirSync(folder);
    spoil(path.join(folder, 'documents.sqlite'));
    try {
      await createDatabase(context).start();
    } finally {
      context.removeFolder();
    }
  };

  test('is named when it is no database', async () => {
    const spoil = (file: string) => fs.writeFileSync(file, 'no database '.repeat(1000));
    await expect(startOn(spoil)).rejects.toMatchObject({
      code: 'DATABASE_UNUSABLE',
      message: expect.stringMatching(/documents\.sqlite cannot be opened: .*is not a database/),
    });
  });

  test('is named when it is a folder', async () => {
    await expect(startOn((file) => fs.mkdirSync(file))).rejects.toMatchObject({
      code: 'DATABASE_UNUSABLE',
      message: expect.stringContaining('documents.sqlite cannot be opened'),
    });
  });

  test('is named when another program has it locked', async () => {
    let holder: { close(): void } | undefined;
    const spoil = (file: string) => {
      const connection = openConnection(file, 64);
      connection.exec('begin exclusive');
      holder = connection;
    };
    await expect(startOn(spoil)).rejects.toMatchObject({
      code: 'DATABASE_UNUSABLE',
      message: expect.stringContaining('locked by another program'),
    });
    holder?.close();
  });
});

test('the writes that were acknowledged are there when the process dies without closing', async () => {
  const database = await startDatabase();
  const engine = database.engine();
  await engine.createCollection('stories');
  await Promise.all([1, 2, 3].map((v) => engine.insert('stories', [{ v }])));
  const id = engine.startTransaction();
  await engine.insert('stories', [{ v: 4 }], id);
  // A copy of the files as they lie is what a killed process leaves.
  const context = createTestContext();
  fs.cpSync(
    path.join(database.context.dataDir, 'database'),
    path.join(context.dataDir, 'database'),
    {
      recursive: true,
    },
  );
  const reopened = createDatabase(context);
  await reopened.start();
  const found = findDocs(reopened.engine(), 'stories', {}, { order: [['v', 1]] });
  expect(found.map(({ v }) => v)).toEqual([1, 2, 3]);
  await reopened.stop();
  // Closed, all is in the one file; the log beside it is empty.
  const files = fs.readdirSync(path.join(context.dataDir, 'database'));
  expect(files.filter((name) => !/^documents\.sqlite(-shm|-wal)?$/.test(name))).toEqual([]);
  const log = path.join(context.dataDir, 'database/documents.sqlite-wal');
  expect(fs.existsSync(log) ? fs.statSync(log).size : 0).toBe(0);
  await database.stop();
  context.removeFolder();
  database.context.removeFolder();
});
