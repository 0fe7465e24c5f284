import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openConnection } from '../../local/cloud/database/connection';
import type { Connection } from '../../local/cloud/database/connection';
import { createWriter } from '../../local/cloud/database/writer';
import { openLogSync } from '../../local/cloud/log-sync';
import { createCommitGroup } from '../../local/cloud/storage/commit-group';
import Database from 'libsql';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xiangxun-log-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A disk whose syncs end when they are told to. */
function slowDisk() {
  const runs: { end(): void; fail(error: Error): void }[] = [];
  const failed = jest.fn();
  const sync = () =>
    new Promise<void>((resolve, reject) => runs.push({ end: resolve, fail: reject }));
  return { runs, failed, sync };
}

/** What was settled of it by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  await new Promise((resolve) => setImmediate(resolve));
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

function aDatabase() {
  const file = path.join(folder, 'a.sqlite');
  const connection = openConnection(file, 64);
  connection.exec('create table t(v)');
  return { file, connection };
}

test('who commits while the disk is busy waits for the next sync, and shares it', async () => {
  const { file, connection } = aDatabase();
  const disk = slowDisk();
  const log = openLogSync(file, disk);
  const first = log.synced();
  expect(await isSettled(first)).toBe(false);
  const later = [log.synced(), log.synced()];
  disk.runs[0]?.end();
  await first;
  expect(await isSettled(Promise.race(later))).toBe(false);
  expect(disk.runs).toHaveLength(2);
  disk.runs[1]?.end();
  await Promise.all(later);
  expect(disk.runs).toHaveLength(2);
  connection.close();
});

test('nobody is answered from a disk that failed, and the cloud is told', async () => {
  const { file, connection } = aDatabase();
  const disk = slowDisk();
  const answer = openLogSync(file, disk).synced();
  expect(await isSettled(answer)).toBe(false);
  const error = new Error('EIO');
  disk.runs[0]?.fail(error);
  expect(await isSettled(answer)).toBe(false);
  expect(disk.failed).toHaveBeenCalledWith(error);
  connection.close();
});

async function expectSeenThenAnswered({
  answer,
  connection,
  disk,
}: {
  answer: Promise<unknown>;
  connection: Connection;
  disk: ReturnType<typeof slowDisk>;
}) {
  expect(await isSettled(answer)).toBe(false);
  expect(connection.rows('select v from t')).toEqual([[1]]);
  disk.runs[0]?.end();
  expect(await isSettled(answer)).toBe(true);
}

test('a write of the database is seen at once, and answered when it is on disk', async () => {
  const { file, connection } = aDatabase();
  const disk = slowDisk();
  const memory = { committed: () => undefined, undone: () => undefined };
  const writer = createWriter({ connection, memory, log: openLogSync(file, disk) });
  const answer = writer.submit(() => connection.run('insert into t values(1)'));
  await expectSeenThenAnswered({ answer, connection, disk });
  connection.close();
});

test('a change of the storage’s catalog is answered when it is on disk', async () => {
  const { file, connection } = aDatabase();
  const disk = slowDisk();
  const db = new Database(file);
  const group = createCommitGroup(db, openLogSync(file, disk));
  const answer = group.change(() => db.exec('insert into t values(1)'));
  await expectSeenThenAnswered({ answer, connection, disk });
  db.close();
  connection.close();
});
