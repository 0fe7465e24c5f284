/** What nothing can be quicker than: a bare HTTP answer, and one durable SQLite insert. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import type { Timing } from './measure';
import { median } from './measure';

/** What the echo answers: a found document of the usual size, so that the SDK can be put on it too. */
const ANSWER = JSON.stringify({
  requestId: 'echo',
  data: { list: [JSON.stringify({ _id: 'x', text: 'x'.repeat(250), n: 1 })], insertedIds: ['x'] },
});

/** Answers every request with the same words; prints its address. Runs in a process of its own. */
export function serveEcho(): void {
  const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(ANSWER);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    // A server that listens on a port has an address with one.
    const { port } = server.address() as { port: number };
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
  process.on('disconnect', () => process.exit(0));
}

/** Starts this same program as an echo; `--echo` is its only word. */
export async function startEcho(): Promise<{ base: string; stop(): Promise<unknown> }> {
  // A bundle knows its own path as the program's first argument.
  const program = process.argv[1] as string;
  const child: ChildProcess = spawn(process.execPath, [program, '--echo'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // stdout is a pipe, as asked for just above; a chunk of it is a Buffer.
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const stop = () => {
    const ended = once(child, 'exit');
    child.kill();
    return ended;
  };
  return { base: String(line).trim(), stop };
}

/** One POST on a kept connection; resolves when the answer has been read. */
export function postTo(base: string, atOnce: number): (n: number) => Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const body = ANSWER;
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return () =>
    new Promise((resolve, reject) => {
      const request = http.request(base, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('end', resolve);
      });
      request.on('error', reject);
      request.end(body);
    });
}

/** Commits one document of some 300 bytes a time, with one index, synced: WAL, synchronous=FULL. */
export function measureInserts(count: number): Timing {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-floor-'));
  const db = new Database(path.join(folder, 'floor.sqlite'));
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    db.exec('CREATE TABLE docs (k TEXT PRIMARY KEY, n INTEGER, body TEXT)');
    db.exec('CREATE INDEX docs_by_n ON docs (n)');
    const insert = db.prepare('INSERT INTO docs VALUES (?, ?, ?)');
    const body = 'x'.repeat(250);
    const waitedMs: number[] = [];
    const startedAt = performance.now();
    for (let n = 0; n < count; n += 1) {
      const beganAt = performance.now();
      insert.run(`document-${n}`, n, body);
      waitedMs.push(performance.now() - beganAt);
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    return { p50Ms: median(waitedMs), opsPerSecond: count / seconds };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
