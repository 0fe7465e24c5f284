import { collections } from '../../cloudfunctions/store/collections';
import type { RunningCloud } from './cloud';

/** Every document of the database as text, by `<collection>/<id>`. */
export type Dump = Map<string, string>;

/** Everything the database holds, so that a test can say that nothing changed. */
export async function dumpDatabase(cloud: RunningCloud): Promise<Dump> {
  const database = cloud.sdk().database();
  const dump: Dump = new Map();
  for (const { name } of collections) {
    const found = await database.collection(name).limit(1000).get();
    // What every collection holds: documents with an id.
    for (const document of found.data as { _id: string }[]) {
      dump.set(`${name}/${document._id}`, JSON.stringify(document));
    }
  }
  return dump;
}
