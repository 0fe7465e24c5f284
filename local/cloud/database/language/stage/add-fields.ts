import { type Doc, isDoc } from '../doc';
import { badQuery } from '../refusal';
import { computedTree, type ComputedTree } from './field-tree';
import type { Setting, Stage } from './setting';

/** `$addFields`: known fields keep their place, new ones come last. */
export function addFieldsStage(operand: unknown, { binding }: Setting): Stage {
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw badQuery(
      'Invalid $addFields :: caused by :: specification must have at least one field',
      'Location40177',
    );
  }
  const tree = computedTree(operand, binding.names);
  return function* (docs) {
    for (const doc of docs) {
      const variables = binding.values();
      yield added(doc, tree, (compute) => compute.evaluate(doc, variables));
    }
  };
}

/** The document with the tree's fields computed; arrays on the way are walked through. */
export function added(doc: Doc, tree: ComputedTree, compute: Compute): Doc {
  const next = { ...doc };
  for (const [name, branch] of tree) {
    const value = branch instanceof Map ? addedBelow(next[name], branch, compute) : compute(branch);
    if (value === undefined) delete next[name];
    else next[name] = value;
  }
  return next;
}

type Leaf = Exclude<ComputedTree extends Map<string, infer Branch> ? Branch : never, ComputedTree>;
export type Compute = (leaf: Leaf) => unknown;

function addedBelow(value: unknown, tree: ComputedTree, compute: Compute): unknown {
  if (Array.isArray(value)) return value.map((element) => addedBelow(element, tree, compute));
  return added(isDoc(value) ? value : {}, tree, compute);
}
