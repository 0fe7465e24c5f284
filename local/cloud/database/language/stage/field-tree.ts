import { type Doc, isDoc } from '../doc';
import { compileExpression, type Expression } from '../expression';
import { pathOf } from '../path';
import { badQuery } from '../refusal';

/** Fields by name, each computed or opened further: `{'a.b': x}` and `{a: {b: x}}` are the same. */
export type FieldTree<Leaf> = Map<string, Leaf | FieldTree<Leaf>>;
export type ComputedTree = FieldTree<Expression>;

/** The tree of `$addFields`: every leaf is an expression. */
export function computedTree(fields: Doc, variables: readonly string[]): ComputedTree {
  return fieldTree(fields, (value) => compileExpression(value, variables));
}

/** Builds a tree; documents without operators are opened, all else is a leaf. */
export function fieldTree<Leaf extends object | string>(
  fields: Doc,
  leafOf: (value: unknown) => Leaf,
): FieldTree<Leaf> {
  const tree: FieldTree<Leaf> = new Map();
  plantAll(tree, fields, '', leafOf);
  return tree;
}

function plantAll<Leaf extends object | string>(
  tree: FieldTree<Leaf>,
  fields: Doc,
  above: string,
  leafOf: (value: unknown) => Leaf,
): void {
  for (const [dotted, value] of Object.entries(fields)) {
    const path = pathOf(dotted);
    // split never gives an empty array.
    const last = path[path.length - 1]!;
    const branch = branchAt(tree, path.slice(0, -1), above + dotted);
    if (opensFurther(value)) {
      plantAll(branchAt(branch, [last], above + dotted), value, `${above}${dotted}.`, leafOf);
    } else if (branch.has(last)) {
      throw collision(above + dotted);
    } else {
      branch.set(last, leafOf(value));
    }
  }
}

function branchAt<Leaf extends object | string>(
  tree: FieldTree<Leaf>,
  path: readonly string[],
  whole: string,
): FieldTree<Leaf> {
  return path.reduce((branch, part) => {
    if (part === '' || part.startsWith('$')) {
      throw badQuery(`FieldPath field names may not be empty or start with '$': ${whole}`);
    }
    const next = branch.get(part) ?? new Map<string, Leaf | FieldTree<Leaf>>();
    if (!(next instanceof Map)) throw collision(whole);
    branch.set(part, next);
    return next;
  }, tree);
}

function opensFurther(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  const [first] = Object.keys(value);
  return first !== undefined && !first.startsWith('$');
}

function collision(path: string): Error {
  return badQuery(
    'Invalid $project :: caused by :: specification contains two conflicting paths. Cannot ' +
      `specify both '${path}' and a path on or inside it`,
    'Location40176',
  );
}
