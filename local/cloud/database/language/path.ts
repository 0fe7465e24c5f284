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
export function someAt(root: unknown, path: Path, visit: Visit): boolean {
  return someFrom(root, path, 0, { leaf: visit, indexed: visit });
}

/** As someAt, but a leaf array is visited element by element and then whole. */
export function someElementAt(root: unknown, path: Path, visit: Visit): boolean {
  const leaf = (value: unknown): boolean => {
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (visit(value[i])) return true;
    }
    return visit(value);
  };
  return someFrom(root, path, 0, { leaf, indexed: visit });
}

type Visit = (value: unknown) => boolean;

interface Visitor {
  leaf: Visit;
  /** What the last part reaches as an array index: an array there is not opened. */
  indexed: Visit;
}

function someFrom(root: unknown, path: Path, start: number, visitor: Visitor): boolean {
  let value = root;
  for (let at = start; at < path.length; at++) {
    if (Array.isArray(value)) return someInArray(value, path, at, visitor);
    // at is below path.length.
    value = isDoc(value) ? ownValue(value, path[at]!) : undefined;
    if (value === undefined) return visitor.leaf(undefined);
  }
  return visitor.leaf(value);
}

function someInArray(array: unknown[], path: Path, at: number, visitor: Visitor): boolean {
  const index = indexOf(path[at]);
  for (let i = 0; i < array.length; i++) {
    const element = array[i];
    const isOpen = isDoc(element);
    if (isOpen && someFrom(element, path, at, visitor)) return true;
    if (i !== index) continue;
    if (at === path.length - 1) {
      if (visitor.indexed(element)) return true;
    } else if (isOpen || Array.isArray(element)) {
      if (someFrom(element, path, at + 1, visitor)) return true;
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
