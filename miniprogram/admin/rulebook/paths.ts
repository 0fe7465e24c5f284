/**
 * Forms of a rulebook change one place of a deep document: a path such as `lines.0.base.amount`, as the
 * markup can carry it. Every change makes a new document and leaves the former one as it was.
 */
type Tree = unknown;

export function readAt(tree: Tree, path: string): unknown {
  return keysOf(path).reduce<Tree>((at, key) => (at as Record<string, Tree>)[key], tree);
}

export function writeAt<Whole>(tree: Whole, path: string, value: unknown): Whole {
  return write(tree, keysOf(path), value) as Whole; // only a leaf is another
}

/** Takes one out of the list that it lies in. */
export function removeAt<Whole>(tree: Whole, path: string): Whole {
  const { list, place } = listOf(path);
  return writeAt(
    tree,
    list,
    (readAt(tree, list) as Tree[]).filter((_one, at) => at !== place),
  );
}

/** Adds one at the end of a list. */
export function appendAt<Whole>(tree: Whole, path: string, value: unknown): Whole {
  return writeAt(tree, path, [...(readAt(tree, path) as Tree[]), value]);
}

/** Puts one before its neighbour in the list that it lies in. */
export function raiseAt<Whole>(tree: Whole, path: string): Whole {
  const { list, place } = listOf(path);
  return writeAt(tree, list, raised(readAt(tree, list) as Tree[], place));
}

/** The first stays where it is. */
export function raised<One>(list: One[], place: number): One[] {
  if (place < 1) return list;
  const others = list.filter((_one, at) => at !== place);
  return [
    ...others.slice(0, place - 1),
    ...list.slice(place, place + 1),
    ...others.slice(place - 1),
  ];
}

function listOf(path: string): { list: string; place: number } {
  const keys = keysOf(path);
  return { list: keys.slice(0, -1).join('.'), place: Number(keys[keys.length - 1]) };
}

function write(tree: Tree, [key, ...deeper]: string[], value: unknown): Tree {
  if (key === undefined) return value;
  if (Array.isArray(tree)) {
    return tree.map((one: Tree, at) => (String(at) === key ? write(one, deeper, value) : one));
  }
  const record = tree as Record<string, Tree>;
  return { ...record, [key]: write(record[key], deeper, value) };
}

const keysOf = (path: string) => (path === '' ? [] : path.split('.'));
