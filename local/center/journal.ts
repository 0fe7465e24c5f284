/**
 * An append-only file of JSON lines. What `append` has resolved for survives a power cut; a line that
 * a crash tore off is dropped when the journal is opened again, for nobody was told of it.
 */
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readIfThere, syncFolder } from '../cloud/durable-file';

export interface Journal<Line> {
  /** Writes lines together and in order, syncs, then hands each to `apply`. */
  append(...lines: Line[]): Promise<void>;
  /** Lets what is under way end. */
  close(): Promise<void>;
}

interface Waiting<Line> {
  lines: Line[];
  resolve(): void;
  reject(error: unknown): void;
}

/** Opens or creates it; `apply` is called for every line it holds, and later for every new one. */
export async function openJournal<Line>(
  path: string,
  apply: (line: Line) => void,
): Promise<Journal<Line>> {
  await mkdir(dirname(path), { recursive: true });
  const whole = wholeLines((await readIfThere(path)) ?? '');
  for (const line of whole.split('\n').slice(0, -1)) apply(JSON.parse(line) as Line); // our own
  const file = await open(path, 'a', 0o600);
  await file.truncate(Buffer.byteLength(whole));
  await file.sync();
  await syncFolder(dirname(path));
  let waiting: Waiting<Line>[] = [];
  let writing: Promise<void> | undefined;
  // After a failed sync nobody knows what the disk holds, so nothing more is promised.
  let broken: unknown;

  /** All that came meanwhile shares one sync. */
  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (broken) throw broken;
        const text = batch.flatMap(({ lines }) => lines.map((line) => `${JSON.stringify(line)}\n`));
        await file.appendFile(text.join(''));
        await file.datasync();
        for (const { lines, resolve } of batch) {
          lines.forEach(apply);
          resolve();
        }
      } catch (error) {
        broken = error;
        for (const { reject } of batch) reject(error);
      }
    }
    writing = undefined;
  }

  return {
    append: (...lines) =>
      new Promise((resolve, reject) => {
        waiting.push({ lines, resolve, reject });
        writing ??= writeAll();
      }),
    async close() {
      await writing;
      await file.close();
    },
  };
}

function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}
