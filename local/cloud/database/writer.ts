/**
 * The one writer. Jobs that come in one turn of the event loop are done together and share one commit,
 * and commits that come while the disk is busy share an fsync; each job stands in a savepoint of its own, so that a refused one leaves no trace and
 * the others go on. A job is synchronous: it reads what the jobs before it wrote, which makes plain
 * writes serial. Nobody is answered before the commit is on disk.
 */
import type { LogSync } from '../log-sync';
import type { Connection } from './connection';
import { requestFailed, storageFault } from './errors';

export interface Writer {
  /** Resolves to the job's answer when it is on disk; rejects with its error, or the disk's. */
  submit<T>(job: () => T): Promise<T>;
  /** True while a job runs: uncommitted rows can be seen then. */
  readonly isWriting: boolean;
  /** Does at once what is waiting. */
  flush(): void;
  /** Refuses later jobs; what is waiting is still done by `flush`. */
  close(): void;
}

interface Waiting {
  run: () => unknown;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** What memory keeps of the file, told how writes went. */
export interface Memory {
  committed(): void;
  undone(): void;
}

export interface WriterParts {
  /** Nobody else may write through it. */
  connection: Connection;
  memory: Memory;
  log: Pick<LogSync, 'synced'>;
}

export function createWriter({ connection, memory, log }: WriterParts): Writer {
  let waiting: Waiting[] = [];
  let scheduled: NodeJS.Immediate | undefined;
  let isWriting = false;
  let isClosed = false;

  const flush = (): void => {
    if (scheduled) clearImmediate(scheduled);
    scheduled = undefined;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    isWriting = true;
    try {
      if (commit(group)) return;
      // One of them may be what the disk has no room for; the others shall not fail with it.
      for (const job of group) commit([job]);
    } finally {
      isWriting = false;
    }
  };

  /** False when nothing was written, and there are others to try. */
  const commit = (group: Waiting[]): boolean => {
    try {
      const answers = commitGroup(connection, group, memory);
      void log.synced().then(() => answers.forEach((answer) => answer()));
      return true;
    } catch (error) {
      if (group.length === 1) group[0]?.reject(storageFault(error) ?? error);
      return group.length === 1;
    }
  };

  return {
    submit<T>(job: () => T): Promise<T> {
      if (isClosed) return Promise.reject(requestFailed('the database is stopping'));
      scheduled ??= setImmediate(flush);
      return new Promise<T>((resolve, reject) => {
        // The answer that comes back is this job's own.
        waiting.push({ run: job, resolve: (answer) => resolve(answer as T), reject });
      });
    },
    get isWriting() {
      return isWriting;
    },
    flush,
    close() {
      isClosed = true;
    },
  };
}

/** Does all jobs in one commit; returns how to answer each. What it throws has written nothing. */
function commitGroup(connection: Connection, group: Waiting[], memory: Memory): (() => void)[] {
  try {
    connection.run('begin immediate');
    const answers = group.map((job) => runJob(connection, job, memory));
    connection.run('commit');
    memory.committed();
    return answers;
  } catch (error) {
    if (connection.inTransaction) connection.run('rollback');
    memory.undone();
    throw error;
  }
}

/** Runs one job in its savepoint; returns how to answer it once all is on disk. */
function runJob(connection: Connection, job: Waiting, memory: Memory): () => void {
  connection.run('savepoint job');
  try {
    const answer = job.run();
    connection.run('release job');
    return () => job.resolve(answer);
  } catch (error) {
    // A fault of the disk undoes the whole commit, and SQLite may have done so already.
    if (storageFault(error)) throw error;
    connection.run('rollback to job');
    connection.run('release job');
    memory.undone();
    return () => job.reject(error);
  }
}
