/**
 * What lies in the SQLite file. Documents of a collection are one range of row numbers, so reading
 * a collection in natural order is one sweep. Entries hold every index's keys; the keys of `_id`
 * are a column of the documents.
 */
import type { Connection } from './connection';

/** Creates the tables and counts this opening; returns the first version that it may use. */
export function openTables(connection: Connection): number {
  connection.exec(`
    create table if not exists collections(id integer primary key, name text not null unique);
    create table if not exists indexes(
      id integer primary key, collection integer not null, name text not null,
      fields text not null, is_unique integer not null, multikey integer not null,
      unique(collection, name));
    create table if not exists documents(
      n integer primary key, collection integer not null, id blob not null,
      version integer not null, body text not null);
    create unique index if not exists documents_id on documents(collection, id);
    create table if not exists entries(
      index_id integer not null, key blob not null, n integer not null,
      primary key(index_id, key, n)) without rowid;
  `);
  // Versions of one opening never meet those of another, so they need not be written down.
  const openings = Number(connection.row('pragma user_version')?.[0]) + 1;
  connection.exec(`pragma user_version = ${openings}`);
  return openings * VERSIONS_PER_OPENING;
}

const VERSIONS_PER_OPENING = 2 ** 32;

/** Empties every table in one commit. */
export function emptyTables(connection: Connection): void {
  connection.exec('begin immediate');
  try {
    for (const table of ['entries', 'documents', 'indexes', 'collections']) {
      connection.exec(`delete from ${table}`);
    }
    connection.exec('commit');
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback');
    throw error;
  }
}
