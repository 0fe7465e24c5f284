/**
 * How MongoDB reads a dotted path: through documents, implicitly through the documents in an
 * array, and by numeric index. The order of what is visited follows its match iterator.
 */
import { isDoc } from './doc';

export type Path = readonly string[];

/** The parts of `a.b.0`. */
export function pathOf(dotted: string): Path {
  return dotted.split('.');
}

/**
 * Visits the values at a path until `visit` says true; a missing field is visited as undefined,
 * but not inside arrays' scalar elements. Leaf arrays are visited whole, not element by element.
 */
export function someAt(root: unknown, path: Path, visit: (value: unknown) => boolean): boolean {
  return someFrom(root, path, 0, visit, visit);
}

/** As someAt, but a leaf array is visited element by element and then whole. */
export function someElementAt(
  root: unknown,
  path: Path,
  visit: (value: unknown) => boolean,
): boolean {
  const visitLeaf = (value: unknown): boolean => {
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (visit(value[i])) return true;
    }
    return visit(value);
  };
  return someFrom(root, path, 0, visitLeaf, visit);
}

type Visit = (value: unknown) => boolean;

/** `visitIndexed` receives what the last part reaches as an array index: it is not opened. */
function someFrom(
  root: unknown,
  path: Path,
  start: number,
  visit: Visit,
  visitIndexed: Visit,
): boolean {
  let value = root;
  for (let at = start; at < path.length; at++) {
    if (Array.isArray(value)) return someInArray(value, path, at, visit, visitIndexed);
    // at is below path.length.
    value = isDoc(value) ? ownValue(value, path[at]!) : undefined;
    if (value === undefined) return visit(undefined);
  }
  return visit(value);
}

function someInArray(
  array: unknown[],
  path: Path,
  at: number,
  visit: Visit,
  visitIndexed: Visit,
): boolean {
  const index = indexOf(path[at]);
  for (let i = 0; i < array.length; i++) {
    const element = array[i];
    const open = isDoc(element);
    if (open && someFrom(element, path, at, visit, visitIndexed)) return true;
    if (i !== index) continue;
    if (at === path.length - 1) {
      if (visitIndexed(element)) return true;
    } else if (open || Array.isArray(element)) {
      if (someFrom(element, path, at + 1, visit, visitIndexed)) return true;
    }
  }
  return false;
}

/** The number that a path part names as an array index, or undefined: `0`, `12`, not `01`. */
export function indexOf(part: string | undefined): number | undefined {
  return part !== undefined && /^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;
}

/** A field of a document; names such as `constructor` do not reach the prototype. */
export function ownValue(doc: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}
