/**
 * The database language: what values, filters, orders, projections, updates and aggregations mean.
 * Pure functions over plain documents, after MongoDB's manual; they know nothing of how documents
 * are stored. The storage engine decodes the wire with decodeEjson and asks these.
 */
export type { Doc } from './doc';
export { decodeEjson, encodeEjson } from './ejson';
export { compareValues } from './compare';
export { compileFilter } from './filter';
export { compileOrder } from './order';
export { project } from './projection';
export { applyUpdate } from './update';
export { aggregate } from './aggregate';
export { nearOrder } from './near-order';
