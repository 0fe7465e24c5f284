import type { Doc } from './doc';

/** The order by distance that `$nearSphere` or `$near` asks for, or undefined. */
export function nearOrder(_filter: Doc): ((a: Doc, b: Doc) => number) | undefined {
  return undefined;
}
