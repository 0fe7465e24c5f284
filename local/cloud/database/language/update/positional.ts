/**
 * The positional parts of update paths: `$` is the element that the filter found, `$[]` is every
 * element. `$[name]` needs array filters, which the SDK has no way to send.
 */
import { copyOf, isDoc, type Doc } from '../doc';
import { compileFilter } from '../filter';
import type { Path } from '../path';
import { badWrite } from '../refusal';
import { elementText } from './element-text';
import { readAt, writeAt } from './place';

/** The path with its positional parts replaced by indexes: several for `$[]`. */
export function concretePaths(doc: Doc, path: Path, filter: Doc): Path[] {
  const at = path.findIndex((part) => part.startsWith('$'));
  if (at < 0) return [path];
  const arrayPath = path.slice(0, at);
  const rest = path.slice(at + 1);
  const indexes = indexesOf(doc, path, at, filter);
  return indexes.flatMap((i) => concretePaths(doc, [...arrayPath, String(i), ...rest], filter));
}

function indexesOf(doc: Doc, whole: Path, at: number, filter: Doc): number[] {
  // concretePaths found the part there.
  const part = whole[at]!;
  const arrayPath = whole.slice(0, at);
  const dotted = arrayPath.join('.');
  if (part === '$') {
    const index = foundIndex(doc, arrayPath, filter);
    if (index !== undefined) return [index];
    throw badWrite('The positional operator did not find the match needed from the query.');
  }
  const name = /^\$\[(\w*)\]$/.exec(part)?.[1];
  if (name === undefined) {
    const path = whole.join('.');
    throw badWrite(
      `The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`,
    );
  }
  if (name !== '') {
    const path = whole.join('.');
    throw badWrite(`No array filter found for identifier '${name}' in path '${path}'`);
  }
  const array = readAt(doc, arrayPath);
  if (array === undefined) {
    throw badWrite(
      `The path '${dotted}' must exist in the document in order to apply array updates.`,
    );
  }
  if (!Array.isArray(array)) {
    const last = arrayPath[arrayPath.length - 1] ?? '';
    throw badWrite(`Cannot apply array updates to non-array element ${elementText(last, array)}`);
  }
  return array.map((_, i) => i);
}

/** The first element that, alone in the array, still fulfils the filter's clause on it. */
function foundIndex(doc: Doc, arrayPath: Path, filter: Doc): number | undefined {
  const array = readAt(doc, arrayPath);
  if (!Array.isArray(array)) return undefined;
  const alone = copyOf(doc);
  for (const clause of clausesOn(arrayPath.join('.'), filter)) {
    const test = compileFilter(clause);
    const index = array.findIndex((element) => {
      writeAt(alone, arrayPath, [element]);
      return test(alone);
    });
    if (index >= 0) return index;
  }
  return undefined;
}

/** The filter's clauses that ask something of the array, those inside `$and` as well. */
function clausesOn(dotted: string, filter: Doc): Doc[] {
  return Object.entries(filter).flatMap(([key, wanted]) => {
    if (key === '$and' && Array.isArray(wanted)) {
      return wanted.flatMap((branch: unknown) => (isDoc(branch) ? clausesOn(dotted, branch) : []));
    }
    const isOn = key === dotted || key.startsWith(`${dotted}.`);
    return isOn ? [{ [key]: wanted }] : [];
  });
}
