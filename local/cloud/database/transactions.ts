import { randomBytes } from 'node:crypto';
import type { Clock } from '../service';
import { transactionMissing } from './errors';
import { TRANSACTION_MS_MAX } from './limits';
import type { Locks } from './lock';
import type { Reader } from './reader';
import type { Snapshots } from './snapshot';
import { createTransaction } from './transaction';
import type { Transaction } from './transaction';
import type { Write } from './write';

/** The transactions that are under way, by id. */
export interface Transactions {
  /** Starts one and returns its id; the snapshot is of its first use, as in MongoDB. */
  start(): string;
  /** Throws DATABASE_TRANSACTION_FAIL when it has ended. */
  use(id: string): Transaction;
  /** Ends it, and returns what it wrote; the locks stay until `drop`. */
  finish(id: string): Write[];
  /** Forgets it with all it wrote, and lets go of its locks. */
  drop(id: string): void;
  dropAll(): void;
  /** Drops those past their time by the cloud's clock. */
  dropOverdue(): void;
}

interface Running {
  startedAt: number;
  timer: NodeJS.Timeout;
  transaction?: Transaction;
  release?: () => void;
}

export interface TransactionsParts {
  clock: Clock;
  snapshots: Snapshots;
  current: Reader;
  locks: Locks;
  /** The last version that was written. */
  version(): number;
}

/** No transactions under way. */
export function createTransactions(parts: TransactionsParts): Transactions {
  const { clock, snapshots, locks } = parts;
  const running = new Map<string, Running>();

  const end = (id: string): Running | undefined => {
    const one = running.get(id);
    if (!one) return undefined;
    running.delete(id);
    clearTimeout(one.timer);
    one.release?.();
    return one;
  };
  const drop = (id: string): void => {
    end(id);
    locks.release(id);
  };
  const isOverdue = ({ startedAt }: Running) => clock.now() - startedAt >= TRANSACTION_MS_MAX;
  const need = (id: string): Running => {
    const one = running.get(id);
    if (one && !isOverdue(one)) return one;
    drop(id);
    throw transactionMissing();
  };
  const open = (id: string, one: Running): Transaction => {
    const snapshot = snapshots.take();
    one.release = snapshot.release;
    const { current } = parts;
    return createTransaction({ id, snapshot, version: parts.version(), current, locks });
  };

  return {
    start() {
      const id = randomBytes(16).toString('hex');
      // The cloud's clock may stand still or be set by hand; the real timer frees the locks anyway.
      const timer = setTimeout(drop, TRANSACTION_MS_MAX, id).unref();
      running.set(id, { startedAt: clock.now(), timer });
      return id;
    },
    use(id) {
      const one = need(id);
      return (one.transaction ??= open(id, one));
    },
    finish(id) {
      const { transaction } = need(id);
      const writes = transaction?.writes() ?? [];
      end(id);
      return writes;
    },
    drop,
    dropAll() {
      for (const id of [...running.keys()]) drop(id);
    },
    dropOverdue() {
      for (const [id, one] of [...running]) if (isOverdue(one)) drop(id);
    },
  };
}
