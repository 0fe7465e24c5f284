/**
 * For tests that do the same act hundreds of times: `keep` remembers every document, `changed` tells
 * which are other by now, `restore` puts all back.
 */
import { CloudError } from '../errors';
import type { Engine } from './engine';
import type { Stored } from './shape';

interface Changed {
  collection: string;
  id: unknown;
  /** The document's text when it was kept, and now; null where there is none. */
  before: string | null;
  after: string | null;
}

export interface Keepsake {
  controls: {
    keep(): { documents: number };
    changed(): { changed: Changed[] };
    restore(): Promise<void>;
  };
  forget(): void;
}

type Documents = Map<string, { collection: string; stored: Stored }>;

export function createKeepsake(engine: () => Engine): Keepsake {
  let kept: Documents | undefined;
  const known = (): Documents => {
    if (!kept) throw new CloudError('INVALID_PARAM', 'nothing was kept');
    return kept;
  };
  const controls: Keepsake['controls'] = {
    keep() {
      kept = documentsOf(engine());
      return { documents: kept.size };
    },
    changed: () => ({ changed: changesBetween(known(), documentsOf(engine())) }),
    async restore() {
      const changed = changesBetween(known(), documentsOf(engine()));
      // Those that are new go first: they may hold a unique key that belongs to one that comes back.
      // Asked for at once, they share a commit.
      const made = changed.filter(({ before }) => before === null);
      await Promise.all(made.map((one) => remove(engine(), one)));
      const lost = changed.filter(({ before }) => before !== null);
      await Promise.all(lost.map((one) => putBack(engine(), one, known())));
    },
  };
  return { controls, forget: () => (kept = undefined) };
}

const keyOf = (collection: string, id: unknown) => JSON.stringify([collection, id]);

function documentsOf(engine: Engine): Documents {
  const all: Documents = new Map();
  for (const { name: collection } of engine.collections()) {
    const found = engine.find(collection, { filter: {}, order: [], offset: 0, limit: Infinity });
    for (const stored of found) all.set(keyOf(collection, stored.doc._id), { collection, stored });
  }
  return all;
}

function changesBetween(before: Documents, after: Documents): Changed[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const one = was ?? is;
    if (!one || was?.stored.text === is?.stored.text) return [];
    const texts = { before: was?.stored.text ?? null, after: is?.stored.text ?? null };
    return [{ collection: one.collection, id: one.stored.doc._id, ...texts }];
  });
}

function remove(engine: Engine, { collection, id }: Changed): Promise<unknown> {
  return engine.remove(collection, { filter: { _id: id }, multi: false });
}

function putBack(engine: Engine, { collection, id }: Changed, kept: Documents): Promise<unknown> {
  const doc = kept.get(keyOf(collection, id))?.stored.doc ?? {};
  const how = { isReplacement: true, multi: false, upsert: true, nowMs: 0 };
  return engine.modify(collection, { filter: { _id: id }, update: doc, ...how });
}
