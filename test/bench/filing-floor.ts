/** The least that taking a photo can cost: bare http, the bytes synced to disk, one libsql commit. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';

export interface FilingFloor {
  /** Takes the photo once. */
  take(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the bare server on a free port. */
export async function openFilingFloor(photo: Buffer): Promise<FilingFloor> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-filing-floor-'));
  const database = new Database(path.join(folder, 'floor.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE docs (k TEXT PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO docs VALUES (?, ?)');
  let taken = 0;
  const take = async (bytes: Buffer) => {
    const n = (taken += 1);
    const name = createHash('sha256').update(bytes).digest('hex');
    const file = await open(path.join(folder, `${name}-${n}`), 'w');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    insert.run(`story-${n}`, 'x'.repeat(1500));
  };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void take(Buffer.concat(chunks)).then(() => response.end('{}')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as { port: number };
  const body = new Uint8Array(photo);
  return {
    take: async () => {
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
      await response.text();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
