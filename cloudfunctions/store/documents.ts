import { databaseFault, type Database } from './database';

/** Reads one document by id outside any transaction; undefined when there is none. */
export async function readDocument<Document>(
  database: Database,
  collection: string,
  id: string,
): Promise<Document | undefined> {
  try {
    const found = await database.collection(collection).doc(id).get();
    // Outside a transaction the SDK answers a list; its element is what this collection holds.
    return (found.data as Document[])[0];
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}
