/**
 * Changes that come in one turn of the event loop share a commit, and so one fsync: with many phones at
 * once the disk would otherwise be waited for once a file. Nobody is answered before the commit is on disk.
 */
import type Database from 'libsql';

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

/** The one writer of a database. */
export function createCommitGroup(db: Database.Database): CommitGroup {
  let waiting: Change[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0 || !commitAll(db, group)) return;
    // What one of them met shall not fail the others.
    for (const one of group) {
      const failure = commitAll(db, [one]);
      if (failure) one.reject(failure.error);
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

/** Undefined when all is on disk and answered; otherwise nothing was changed. */
function commitAll(db: Database.Database, group: Change[]): { error: unknown } | undefined {
  const answers: (() => void)[] = [];
  try {
    db.exec('BEGIN IMMEDIATE');
    for (const { work, resolve } of group) {
      const answer = work();
      answers.push(() => resolve(answer));
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    return { error };
  }
  for (const answer of answers) answer();
  return undefined;
}
