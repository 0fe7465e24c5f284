/**
 * The real thing's limits. CloudBase's database is MongoDB behind a gateway, so both speak here:
 * CloudBase = docs.cloudbase.net (FAQ "Database Related", database/manage), MongoDB = its manual,
 * "MongoDB Limits and Thresholds"; SDK = @cloudbase/database 1.4.3.
 */

/** Documents of one read when no limit is asked; SDK, query.js. */
export const READ_LIMIT_DEFAULT = 100;
/** Documents of one read from a function; CloudBase, and SDK, query.js. */
export const READ_LIMIT_MAX = 1000;
/**
 * What an aggregation answers when no stage of it limits; not documented, but found by its users in functions
 * ("微信小程序云函数端Aggregate聚合操作limit默认20条限制", blog.csdn.net/Simoral, article 107529475).
 */
export const AGGREGATE_LIMIT_DEFAULT = 20;
/** Bytes of one document; MongoDB, "BSON Document Size". */
export const DOCUMENT_BYTES_MAX = 16 * 1024 * 1024;
/** Levels of nesting in one document; MongoDB, "Nested Depth for BSON Documents". */
export const DOCUMENT_DEPTH_MAX = 100;
/** Indexes of one collection, `_id` among them; CloudBase, FAQ. */
export const INDEXES_MAX = 100;
/** Fields of one index; CloudBase, FAQ. */
export const INDEX_FIELDS_MAX = 31;
/** Bytes of one index key; MongoDB, "Index Key Limit" of 4.0, on which CloudBase runs. */
export const INDEX_KEY_BYTES_MAX = 1024;
/** Bytes of a collection's name; MongoDB, "Namespace Length" of 4.0 less the database's name. */
export const COLLECTION_NAME_BYTES_MAX = 100;
/** A transaction not ended by then is dropped; CloudBase's own message says 30 seconds. */
export const TRANSACTION_MS_MAX = 30_000;

// Ours, where the real thing keeps its numbers to itself.

/** How long a plain write waits for a document that a transaction holds; the SDK gives up at 15 s. */
export const LOCK_WAIT_MS_MAX = 10_000;
/** Index entries that one document may have in one index. */
export const ENTRIES_PER_DOCUMENT_MAX = 10_000;
/** Ranges that one query may open in an index; a longer `$in` is left to the filter. */
export const RANGES_MAX = 256;
/** Text bytes of decoded documents kept in memory; the heap holds about four times that. */
export const CACHE_BYTES_MAX = 6 * 1024 * 1024;
/** Snapshot readers kept open for the next transactions. */
export const IDLE_READERS_MAX = 8;
