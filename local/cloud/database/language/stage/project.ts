import { type Doc, isDoc } from '../doc';
import { compileExpression, type Expression } from '../expression';
import { badQuery } from '../refusal';
import { fieldTree, type FieldTree } from './field-tree';
import type { Setting, Stage } from './setting';

/** `$project`: fields in and computed, or fields out; `_id` stays unless it is put out. */
export function projectStage(operand: unknown, { binding }: Setting): Stage {
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw badQuery(
      'Invalid $project :: caused by :: specification must have at least one field',
      'Location40177',
    );
  }
  const tree = fieldTree<Leaf>(operand, (value) => leafOf(value, binding.names));
  const isExclusion = excludes(tree);
  if (isExclusion) return (docs) => mapped(docs, (doc) => without(doc, tree));
  if (!tree.has('_id')) tree.set('_id', 'in');
  return (docs) =>
    mapped(docs, (doc) => {
      const variables = binding.values();
      return kept(doc, tree, (leaf) => leaf.evaluate(doc, variables));
    });
}

type Leaf = 'in' | 'out' | Expression;
type Tree = FieldTree<Leaf>;
type Compute = (leaf: Expression) => unknown;

function leafOf(value: unknown, variables: readonly string[]): Leaf {
  if (typeof value === 'boolean') return value ? 'in' : 'out';
  if (typeof value === 'number') return value === 0 ? 'out' : 'in';
  if (isDoc(value) && Object.keys(value).length === 0) {
    throw badQuery('an empty object is not a valid value. Found empty object', 'Location40180');
  }
  return compileExpression(value, variables);
}

/** Whether fields are put out; refuses a mixture with fields put in (but for `_id`). */
function excludes(tree: Tree): boolean {
  const id = tree.get('_id');
  const others = [...tree].filter(([name]) => name !== '_id').flatMap(([, leaf]) => leavesOf(leaf));
  const isOut = others.length > 0 ? others[0] === 'out' : id === 'out';
  if (others.every((leaf) => (leaf === 'out') === isOut)) return isOut;
  throw badQuery(
    'Invalid $project :: caused by :: Bad projection specification, cannot include fields or ' +
      'add computed fields during an exclusion projection, nor exclude fields other than _id ' +
      'in an inclusion projection',
    'Location40178',
  );
}

function leavesOf(branch: Leaf | Tree): Leaf[] {
  return branch instanceof Map ? [...branch.values()].flatMap(leavesOf) : [branch];
}

function* mapped(docs: Iterable<Doc>, map: (doc: Doc) => Doc): Iterable<Doc> {
  for (const doc of docs) yield map(doc);
}

function without(doc: Doc, tree: Tree): Doc {
  const left: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const branch = tree.get(name);
    if (branch === 'out') continue;
    left[name] = branch instanceof Map ? withoutBelow(value, branch) : value;
  }
  return left;
}

function withoutBelow(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element) => withoutBelow(element, tree));
  return isDoc(value) ? without(value, tree) : value;
}

/** Fields put in come in the document's order, computed ones after them in the stage's order. */
function kept(doc: Doc, tree: Tree, compute: Compute): Doc {
  const result: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const branch = tree.get(name);
    if (branch === 'in') result[name] = value;
    if (!(branch instanceof Map)) continue;
    const below = keptBelow(value, branch, compute);
    if (below !== undefined) result[name] = below;
  }
  for (const [name, branch] of tree) {
    if (branch === 'in' || branch === 'out') continue;
    if (branch instanceof Map) {
      // A path that leads to nothing is made only if something is computed in it.
      if (!Object.hasOwn(doc, name) && computes(branch)) result[name] = kept({}, branch, compute);
      continue;
    }
    const value = compute(branch);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Scalars have none of the fields asked for; where something is computed they are replaced. */
function keptBelow(value: unknown, tree: Tree, compute: Compute): unknown {
  if (isDoc(value)) return kept(value, tree, compute);
  if (!Array.isArray(value)) return computes(tree) ? kept({}, tree, compute) : undefined;
  return value
    .map((element) => keptBelow(element, tree, compute))
    .filter((element) => element !== undefined);
}

function computes(tree: Tree): boolean {
  return leavesOf(tree).some((leaf) => typeof leaf === 'object');
}
