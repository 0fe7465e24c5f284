/** Reading, writing and erasing at a path of one document, with array parts as indexes only. */
import { isDoc, type Doc } from '../doc';
import { indexOf, ownValue, type Path } from '../path';
import { badWrite } from '../refusal';
import { elementText } from './element-text';

/** What lies at the path, or undefined. */
export function readAt(doc: Doc, path: Path): unknown {
  let value: unknown = doc;
  for (const part of path) {
    value = childOf(value, part);
    if (value === undefined) return undefined;
  }
  return value;
}

/** Writes, making the documents that lack on the way. Throws CloudError where none can be made. */
export function writeAt(doc: Doc, path: Path, value: unknown): void {
  let parent: unknown = doc;
  let parentName = '';
  path.forEach((part, i) => {
    const isLast = i === path.length - 1;
    let child = childOf(parent, part);
    if (isLast || child === undefined) {
      child = isLast ? value : {};
      putChild(parent, part, child, parentName);
    }
    parent = child;
    parentName = part;
  });
}

/** Erases a field; an array element becomes null, so that the others keep their places. */
export function eraseAt(doc: Doc, path: Path): void {
  const parent = readAt(doc, path.slice(0, -1));
  // A path has at least one part.
  const last = path[path.length - 1]!;
  if (isDoc(parent)) delete parent[last];
  const index = indexOf(last);
  if (Array.isArray(parent) && index !== undefined && index < parent.length) parent[index] = null;
}

// The server's kMaxPaddingAllowed (src/mongo/db/update/path_support.cpp).
const paddingMax = 1_500_000;

function putChild(parent: unknown, part: string, child: unknown, parentName: string): void {
  if (isDoc(parent)) {
    parent[part] = child;
    return;
  }
  const index = indexOf(part);
  if (!Array.isArray(parent) || index === undefined) {
    throw badWrite(`Cannot create field '${part}' in element {${elementText(parentName, parent)}}`);
  }
  if (index - parent.length >= paddingMax) {
    throw badWrite(`can't backfill more than ${paddingMax} elements`);
  }
  while (parent.length < index) parent.push(null);
  parent[index] = child;
}

function childOf(parent: unknown, part: string): unknown {
  if (isDoc(parent)) return ownValue(parent, part);
  if (!Array.isArray(parent)) return undefined;
  const index = indexOf(part);
  return index === undefined ? undefined : parent[index];
}
