/** What an import of the roster has to look at: everybody, and the uploaded file. */
import cloudbase from '@cloudbase/node-sdk';
import type { Person } from '../domain/people/person';
import { Fault } from '../kernel/faults';
import type { Database } from './database';
import { download } from './files';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const pageSize = 1000;
/** A county has some hundreds of people; ten times that is the end. */
const pagesMax = 10;

type Known = Pick<Person, '_id' | 'name' | 'phone' | 'unitIds' | 'leftOn'>;

export function openRoster(database: Database) {
  return {
    readEverybody: () => readEverybody(database),
    readUpload: (path: string, bytesMax: number) => readUpload(path, bytesMax),
  };
}

/** Everyone in the directory, those who left included; only what tells them apart. */
async function readEverybody(database: Database): Promise<Known[]> {
  const _ = database.command;
  const people: Known[] = [];
  for (let page = 0; page < pagesMax; page += 1) {
    const after = people.at(-1)?._id ?? '';
    const found = await reading<Known>(() =>
      database
        .collection('people')
        .where({ _id: _.gt(after) })
        .field({ name: true, phone: true, unitIds: true, leftOn: true })
        .orderBy('_id', 'asc')
        .limit(pageSize)
        .get(),
    );
    people.push(...found);
    if (found.length < pageSize) return people;
  }
  throw new Fault('directory_too_large', 'never');
}

/** The bytes that a phone uploaded; undefined when nothing lies there or more than allowed. */
function readUpload(path: string, bytesMax: number): Promise<Buffer | undefined> {
  const storage = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true });
  return download(storage, path, bytesMax);
}
