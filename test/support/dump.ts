import { collections } from '../../cloudfunctions/store/collections';
import type { RunningCloud } from './cloud';

/** Every document of the database as text, by `<collection>/<id>`. */
export type Dump = Map<string, string>;

/** Documents that one question answers at most. */
const pageSize = 1000;

/** Everything the database holds, so that a test can say that nothing changed. */
export async function dumpDatabase(cloud: RunningCloud): Promise<Dump> {
  const pages = await Promise.all(collections.map(({ name }) => dumpCollection(cloud, name)));
  return new Map(pages.flat());
}

async function dumpCollection(cloud: RunningCloud, name: string): Promise<[string, string][]> {
  const ordered = cloud.sdk().database().collection(name).orderBy('_id', 'asc');
  const lines: [string, string][] = [];
  for (let isFull = true; isFull;) {
    // What every collection holds: documents with an id.
    const page = (await ordered.skip(lines.length).limit(pageSize).get()).data as { _id: string }[];
    for (const document of page) lines.push([`${name}/${document._id}`, JSON.stringify(document)]);
    isFull = page.length === pageSize;
  }
  return lines;
}
