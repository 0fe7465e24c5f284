import { update } from 'mingo/updater';
import { copyOf, type Doc } from '../doc';
import { badWrite } from '../refusal';

/** Applies update operators to a document and gives back a new one. */
export function applyUpdate(doc: Doc, operators: Doc, filter: Doc, _nowMs: number): Doc {
  const next = copyOf(doc);
  try {
    update(next as never, operators as never, [], filter as never, { cloneMode: 'deep' } as never);
  } catch (error) {
    throw badWrite(String(error));
  }
  return next;
}
