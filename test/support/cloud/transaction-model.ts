/**
 * What transactions mean, on plain maps: a snapshot, own writes over it, locks on documents and
 * unique keys, conflicts told at the write. `u` is unique, and missing counts as null.
 */
export interface Row {
  v: number;
  u: number | null;
}

export type Outcome = 'done' | 'conflict' | 'duplicate' | 'ended';

export interface Model {
  committed: ReadonlyMap<string, Row>;
  begin(id: string): void;
  /** What the transaction sees, or undefined when it has ended. */
  seenBy(id: string): ReadonlyMap<string, Row> | undefined;
  /** Insert (`mustBeNew`), change or, without a row, removal. */
  write(id: string, key: string, row: Row | undefined, mustBeNew?: 'must be new'): Outcome;
  /** A plain write that does not wait. */
  writePlainly(key: string, row: Row | undefined, mustBeNew?: 'must be new'): Outcome;
  commit(id: string): Outcome;
  abort(id: string): Outcome;
}

interface Running {
  snapshot?: Map<string, Row>;
  own: Map<string, Row | undefined>;
}

/** An empty store. */
export function createModel(): Model {
  let committed = new Map<string, Row>();
  const running = new Map<string, Running>();
  const locks = new Map<string, string>();

  const end = (id: string): void => {
    running.delete(id);
    for (const [lock, owner] of locks) if (owner === id) locks.delete(lock);
  };
  const overlaid = ({ snapshot = committed, own }: Running): Map<string, Row> => {
    const seen = new Map(snapshot);
    for (const [key, row] of own) {
      if (row) seen.set(key, row);
      else seen.delete(key);
    }
    return seen;
  };
  const holds = (rows: ReadonlyMap<string, Row>, u: number | null, except: Set<string>) =>
    [...rows].some(([key, row]) => row.u === u && !except.has(key));

  function tryWrite(id: string, tx: Running, key: string, row: Row | undefined): Outcome {
    const base = tx.snapshot?.get(key);
    if (committed.get(key) !== base) return 'conflict';
    const wanted = [`d${key}`, ...[base, row].flatMap((at) => (at ? [`u${at.u}`] : []))];
    if (wanted.some((lock) => (locks.get(lock) ?? id) !== id)) return 'conflict';
    for (const lock of wanted) locks.set(lock, id);
    if (row) {
      const others = new Map([...tx.own].filter(([other, at]) => other !== key && at));
      const owned = [...others.values()].some((at) => at?.u === row.u);
      const except = new Set([...tx.own.keys(), key]);
      const heldNow = holds(committed, row.u, except);
      const heldThen = holds(tx.snapshot ?? committed, row.u, except);
      if (owned || (heldNow && heldThen)) return 'duplicate';
      if (heldNow !== heldThen) return 'conflict';
    }
    tx.own.set(key, row);
    return 'done';
  }

  return {
    get committed() {
      return committed;
    },
    begin: (id) => void running.set(id, { own: new Map() }),
    seenBy(id) {
      const tx = running.get(id);
      if (!tx) return undefined;
      tx.snapshot ??= committed;
      return overlaid(tx);
    },
    write(id, key, row, mustBeNew) {
      const tx = running.get(id);
      if (!tx) return 'ended';
      tx.snapshot ??= committed;
      const seen = overlaid(tx).get(key);
      if (!seen && !mustBeNew) return 'done';
      if (seen && row && !mustBeNew && seen.v === row.v && seen.u === row.u) return 'done';
      const outcome = seen && mustBeNew ? 'duplicate' : tryWrite(id, tx, key, row);
      if (outcome !== 'done') end(id);
      return outcome;
    },
    writePlainly(key, row, mustBeNew) {
      const before = committed.get(key);
      if (before && mustBeNew) return 'duplicate';
      if (!before && !mustBeNew) return 'done';
      if (before && row && before.v === row.v && before.u === row.u) return 'done';
      const wanted = [`d${key}`, ...[before, row].flatMap((at) => (at ? [`u${at.u}`] : []))];
      if (wanted.some((lock) => locks.has(lock))) return 'conflict';
      if (row && holds(committed, row.u, new Set([key]))) return 'duplicate';
      committed = new Map(committed);
      if (row) committed.set(key, row);
      else committed.delete(key);
      return 'done';
    },
    commit(id) {
      const tx = running.get(id);
      if (!tx) return 'ended';
      const next = new Map(committed);
      for (const [key, row] of tx.own) {
        if (row) next.set(key, row);
        else next.delete(key);
      }
      committed = next;
      end(id);
      return 'done';
    },
    abort(id) {
      if (!running.has(id)) return 'ended';
      end(id);
      return 'done';
    },
  };
}
