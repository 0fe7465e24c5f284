/**
 * Projections of a read, as in MongoDB's manual, "Project Fields to Return from Query": fields in
 * or out, `$slice` and `$elemMatch`. (The stage $project has its own rules: stage/project.ts.)
 */
import { type Doc, isDoc } from './doc';
import { compileFilter } from './filter';
import { ownValue, pathOf } from './path';
import { badQuery } from './refusal';

/** A new document with the fields that the projection keeps. Throws CloudError on a bad one. */
export function project(doc: Doc, projection: Doc): Doc {
  const plan = planOf(projection);
  if (plan.isEmpty) return doc;
  const kept = keptOf(doc, plan.tree, plan.including);
  for (const [field, elementTest] of plan.elementMatches) {
    const array = ownValue(doc, field);
    delete kept[field];
    if (!Array.isArray(array)) continue;
    const found = array.find((element) => isDoc(element) && elementTest(element));
    if (found !== undefined) kept[field] = [found];
  }
  return kept;
}

/** Paths as a tree; a leaf says keep, drop or slice. */
type Leaf = { kind: 'keep' | 'drop' } | { kind: 'slice'; skip: number; limit: number };
type Tree = Map<string, Leaf | Tree>;

interface Plan {
  isEmpty: boolean;
  including: boolean;
  tree: Tree;
  elementMatches: [field: string, test: (doc: Doc) => boolean][];
}

// The same projection comes with every document of a read: plan it once.
const plans = new WeakMap<Doc, Plan>();

function planOf(projection: Doc): Plan {
  const known = plans.get(projection);
  if (known) return known;
  const plan = makePlan(projection);
  plans.set(projection, plan);
  return plan;
}

function makePlan(projection: Doc): Plan {
  const tree: Tree = new Map();
  const elementMatches: Plan['elementMatches'] = [];
  let including: boolean | undefined;
  for (const [path, wish] of Object.entries(projection)) {
    if (path.split('.').some((part) => part === '$')) {
      throw badQuery('positional projection is not supported by the embedded database');
    }
    if (isDoc(wish) && '$elemMatch' in wish) {
      if (!isDoc(wish.$elemMatch)) throw badQuery('elemMatch: Invalid argument, object required');
      elementMatches.push([path, elementTestOf(wish.$elemMatch)]);
      including ??= true;
      continue;
    }
    const leaf = leafOf(path, wish);
    plant(tree, path, leaf);
    if (leaf.kind === 'slice' || path === '_id') continue;
    const keeps = leaf.kind === 'keep';
    if (including !== undefined && including !== keeps) {
      throw badQuery('Projection cannot have a mix of inclusion and exclusion.');
    }
    including = keeps;
  }
  const onlyId = tree.get('_id');
  including ??= !(onlyId instanceof Map) && onlyId?.kind === 'keep';
  if (including && !tree.has('_id')) tree.set('_id', { kind: 'keep' });
  return { isEmpty: Object.keys(projection).length === 0, including, tree, elementMatches };
}

function elementTestOf(criteria: Doc): (element: Doc) => boolean {
  return compileFilter(criteria);
}

function leafOf(path: string, wish: unknown): Leaf {
  if (typeof wish === 'boolean') return { kind: wish ? 'keep' : 'drop' };
  if (typeof wish === 'number') return { kind: wish === 0 ? 'drop' : 'keep' };
  if (isDoc(wish) && '$slice' in wish) return sliceOf(wish.$slice);
  throw badQuery(`Unsupported projection option: ${path}: ${JSON.stringify(wish)}`);
}

/** A number keeps so many from the start, or from the end if negative; `[skip, limit]` a window. */
function sliceOf(operand: unknown): Leaf {
  if (typeof operand === 'number') {
    const limit = Math.abs(operand);
    return { kind: 'slice', skip: operand < 0 ? operand : 0, limit };
  }
  const [skip, limit]: unknown[] = Array.isArray(operand) ? operand : [];
  if (typeof skip !== 'number' || typeof limit !== 'number') {
    throw badQuery('$slice only supports numbers and [skip, limit] arrays');
  }
  if (limit <= 0) throw badQuery('$slice limit must be positive');
  return { kind: 'slice', skip, limit };
}

function plant(tree: Tree, dotted: string, leaf: Leaf): void {
  const path = pathOf(dotted);
  let branch = tree;
  path.forEach((part, i) => {
    if (i === path.length - 1) {
      if (branch.has(part)) throw badQuery(`Path collision at ${dotted}`, 'Location31249');
      branch.set(part, leaf);
      return;
    }
    const next = branch.get(part) ?? new Map<string, Leaf | Tree>();
    if (!(next instanceof Map)) throw badQuery(`Path collision at ${dotted}`, 'Location31249');
    branch.set(part, next);
    branch = next;
  });
}

function keptOf(doc: Doc, tree: Tree, including: boolean): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const wish = tree.get(field);
    if (wish === undefined) {
      if (!including) kept[field] = value;
    } else if (wish instanceof Map) {
      const below = keptBelow(value, wish, including);
      if (below !== undefined) kept[field] = below;
    } else if (wish.kind === 'slice') {
      kept[field] = Array.isArray(value) ? sliced(value, wish.skip, wish.limit) : value;
    } else if (wish.kind === 'keep') {
      kept[field] = value;
    }
  }
  return kept;
}

/** Arrays are walked through; a scalar where the path goes deeper is left out when including. */
function keptBelow(value: unknown, tree: Tree, including: boolean): unknown {
  if (isDoc(value)) return keptOf(value, tree, including);
  if (!Array.isArray(value)) return including ? undefined : value;
  const elements: unknown[] = [];
  for (const element of value) {
    const below = keptBelow(element, tree, including);
    if (below !== undefined) elements.push(below);
  }
  return elements;
}

function sliced(array: unknown[], skip: number, limit: number): unknown[] {
  const start = skip < 0 ? Math.max(array.length + skip, 0) : skip;
  return array.slice(start, start + limit);
}
