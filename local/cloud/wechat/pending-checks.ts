/**
 * Checks whose results are still to be pushed: on disk a line for each, and one more when it is pushed.
 * A list written anew for each would grow with every photo that waits.
 */
import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, readIfThere, replaceFile } from '../durable-file';
import { shareNext } from '../share-next';

export interface PendingCheck {
  traceId: string;
  openid: string;
  mediaUrl: string;
  /** When its result is pushed; epoch ms by the cloud's clock. */
  dueAt: number;
}

export interface PendingChecks {
  all(): PendingCheck[];
  /** Resolves when it is on disk. */
  add(check: PendingCheck): Promise<void>;
  /** Takes them off, so that nobody else pushes them; a restart before `pushed` brings them back. */
  take(checks: PendingCheck[]): void;
  /** Resolves when it is on disk that they were pushed. */
  pushed(checks: PendingCheck[]): Promise<void>;
  load(): Promise<void>;
  clear(): Promise<void>;
}

type Line = PendingCheck | { pushed: string };

export function createPendingChecks(folder: string): PendingChecks {
  const file = path.join(folder, 'checks.jsonl');
  const waiting = new Map<string, PendingCheck>();
  let unwritten = '';
  const writeUnwritten = shareNext(async () => {
    const text = unwritten;
    unwritten = '';
    try {
      await appendFile(file, text, { flush: true });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      await mkdir(folder, { recursive: true });
      await appendFile(file, text, { flush: true });
    }
  });

  function write(line: Line): Promise<void> {
    unwritten += `${JSON.stringify(line)}\n`;
    return writeUnwritten();
  }

  return {
    all: () => [...waiting.values()],
    add(check) {
      waiting.set(check.traceId, check);
      return write(check);
    },
    take: (checks) => checks.forEach(({ traceId }) => waiting.delete(traceId)),
    async pushed(checks) {
      await Promise.all(checks.map(({ traceId }) => write({ pushed: traceId })));
    },
    async load() {
      const lines = ((await readIfThere(file)) ?? '').split('\n').slice(0, -1);
      for (const line of lines) {
        // Written by `write` alone; a line torn by a crash has no end and was cut off just above.
        const one = JSON.parse(line) as Line;
        if ('pushed' in one) waiting.delete(one.pushed);
        else waiting.set(one.traceId, one);
      }
      if (lines.length === waiting.size) return;
      const kept = [...waiting.values()].map((check) => `${JSON.stringify(check)}\n`);
      await replaceFile(file, kept.join(''));
    },
    async clear() {
      waiting.clear();
      // What was under way is over then, however it ended.
      await writeUnwritten().catch(() => undefined);
      await replaceFile(file, '');
    },
  };
}
