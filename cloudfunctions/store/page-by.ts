import type { Database } from './database';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
export const pageSize = 1000;

export interface Page {
  from: string;
  until: string;
  /** Day and id of the last one seen; null at the beginning. */
  after: { on: string; id: string } | null;
}

interface PageBy extends Page {
  /** The field with the day; an index begins with it and goes on with the id. */
  day: string;
  /** What else must hold. */
  where?: object;
  /** Only these fields; all where there are none. */
  fields?: Record<string, true>;
  size?: number;
}

/**
 * A page by day and id, oldest first; shorter than a page at the end. What is left of the last day comes
 * first, then the days after it: two reads, each along the index from where it goes on. Asked for in one,
 * by `or`, a day would be read from its beginning on every page of it.
 */
export async function pageBy<Document>(
  database: Database,
  collection: string,
  { day, from, until, after, where = {}, fields = {}, size = pageSize }: PageBy,
): Promise<Document[]> {
  const _ = database.command;
  const read = (days: object, limit: number) =>
    reading<Document>(() =>
      database
        .collection(collection)
        .where({ ...days, ...where })
        .orderBy(day, 'asc')
        .orderBy('_id', 'asc')
        .field(fields)
        .limit(limit)
        .get(),
    );
  const start = after ? _.gt(after.on) : _.gte(from);
  const left = after ? await read({ [day]: after.on, _id: _.gt(after.id) }, size) : [];
  if (left.length >= size) return left;
  const later = await read({ [day]: _.and([start, _.lt(until)]) }, size - left.length);
  return [...left, ...later];
}
