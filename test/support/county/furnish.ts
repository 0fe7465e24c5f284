/** A database as it was once made by real calls in this run, laid into further clouds as it is. */
import { dayOf } from '../../../cloudfunctions/kernel/days';
import { collections } from '../../../cloudfunctions/store/collections';
import type { RunningCloud } from '../cloud/cloud';
import { onceARun } from '../run/once-a-run';

type Documents = Record<string, { _id: string }[]>;

interface Furniture<Names> {
  documents: Documents;
  /** What the maker told: ids and openids. */
  names: Names;
}

/**
 * Brings an empty cloud to where `make` brings it. Only the first of a run makes it; the others get its
 * documents, which is a fraction of its calls. `names` must be plain data.
 */
export async function furnish<Names>(
  cloud: RunningCloud,
  title: string,
  make: () => Promise<Names>,
): Promise<Names> {
  let isMadeHere = false;
  // Whoever joins on another day is another person to a month that is closed, and not yet there the
  // day before: days are the county's, not UTC's.
  const { now } = await cloud.control<{ now: number }>('clock', 'read');
  const day = dayOf(now);
  const { documents, names } = await onceARun<Furniture<Names>>(`${title}-${day}`, async () => {
    isMadeHere = true;
    const made = await make();
    return { names: made, documents: await documentsOf(cloud) };
  });
  if (!isMadeHere) await layOut(cloud, documents);
  return names;
}

/** Everything the database holds; tests furnish a cloud before it holds a thousand of anything. */
async function documentsOf(cloud: RunningCloud): Promise<Documents> {
  const database = cloud.sdk().database();
  const found = await Promise.all(
    collections.map(async ({ name }): Promise<[string, { _id: string }[]]> => {
      const { data } = await database.collection(name).limit(1000).get();
      return [name, data as { _id: string }[]]; // what every collection holds
    }),
  );
  return Object.fromEntries(found.filter(([, documents]) => documents.length > 0));
}

async function layOut(cloud: RunningCloud, documents: Documents): Promise<void> {
  const database = cloud.sdk().database();
  await Promise.all(
    Object.entries(documents).map(([name, all]) => database.collection(name).add(all)),
  );
}

/** Makes the database hold again what `keepAll` kept, and the clock real or at a moment. */
export async function restore(cloud: RunningCloud, at?: number): Promise<void> {
  await (at === undefined ? cloud.control('clock', 'real') : cloud.control('clock', 'set', { at }));
  await cloud.control('database', 'restore');
}
