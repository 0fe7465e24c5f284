/**
 * Changes that come in one turn of the event loop share a commit, and those that come while the disk is busy
 * share an fsync. Nobody is answered before the commit is on disk.
 */
import type Database from 'libsql';
import type { LogSync } from '../log-sync';

export interface CommitGroup {
  /** Runs a change of the database; it may run again, and must do nothing else. */
  change<Result>(work: () => Result): Promise<Result>;
  /** Does at once what is waiting. */
  flush(): void;
}

interface Change {
  work: () => unknown;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** The one writer of a database, and the log that it writes to. */
export function createCommitGroup(
  db: Database.Database,
  { synced }: Pick<LogSync, 'synced'>,
): CommitGroup {
  let waiting: Change[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0 || commit(group)) return;
    // What one of them met shall not fail the others.
    for (const one of group) commit([one]);
  }

  /** False when nothing was changed, and there are others to try. */
  function commit(group: Change[]): boolean {
    try {
      const answers = commitAll(db, group);
      void synced().then(() => group.forEach(({ resolve }, n) => resolve(answers[n])));
      return true;
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      return group.length === 1;
    }
  }

  return {
    flush,
    change<Result>(work: () => Result): Promise<Result> {
      if (waiting.length === 0) setImmediate(flush);
      return new Promise<Result>((resolve, reject) => {
        // The answer that comes back is this change's own.
        waiting.push({ work, resolve: (answer) => resolve(answer as Result), reject });
      });
    },
  };
}

/** Their answers in order; what it throws has changed nothing. */
function commitAll(db: Database.Database, group: Change[]): unknown[] {
  try {
    db.exec('BEGIN IMMEDIATE');
    const answers = group.map(({ work }) => work());
    db.exec('COMMIT');
    return answers;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
