import type { Database } from './database';

/** What has these words anywhere in it, as they were typed. */
export function containing(database: Database, words: string) {
  return database.RegExp({ regexp: words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') });
}
