import { calculateObjectSize } from 'bson';
import { writeRefused } from './errors';
import { isDoc } from './language/doc';
import type { Doc } from './language';
import { DOCUMENT_BYTES_MAX, DOCUMENT_DEPTH_MAX } from './limits';

/** Throws what MongoDB answers to a document that it cannot store; `text` is its EJSON text. */
export function checkDocument(doc: Doc, text: string): void {
  for (const name of Object.keys(doc)) {
    if (name.startsWith('$')) {
      throw writeRefused(`Document can't have $ prefixed field names: ${name}`);
    }
  }
  checkId(doc._id);
  if (depthOf(doc) > DOCUMENT_DEPTH_MAX) {
    throw writeRefused(`document exceeds the nesting depth of ${DOCUMENT_DEPTH_MAX}`);
  }
  // BSON is at most some five times as long as EJSON (small numbers in arrays), so most are let by.
  if (text.length * 5 < DOCUMENT_BYTES_MAX) return;
  const bytes = calculateObjectSize(doc);
  if (bytes <= DOCUMENT_BYTES_MAX) return;
  throw writeRefused(
    `object to insert too large. size in bytes: ${bytes}, max size: ${DOCUMENT_BYTES_MAX}`,
  );
}

function checkId(id: unknown): void {
  const kind = Array.isArray(id) ? 'array' : id instanceof RegExp ? 'regex' : undefined;
  if (kind) throw writeRefused(`The '_id' value cannot be of type ${kind}`);
}

function depthOf(value: unknown): number {
  if (!Array.isArray(value) && !isDoc(value)) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner));
  return deepest + 1;
}
