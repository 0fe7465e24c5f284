import { type Doc, isDoc } from '../doc';
import { compileExpression, noVariables, type Variables } from '../expression';
import { valueAtFieldPath } from '../expression/field-path';
import { equals, type ValueTest } from '../filter/value-test';
import { pathOf, someElementAt } from '../path';
import { badQuery } from '../refusal';
import { writeAt } from '../update/place';
import { isPlainFilter, leadOf } from './lead';
import type { Setting, Stage } from './setting';

/** `$lookup`, by equal fields or by a pipeline with variables of `let`. */
export function lookupStage(operand: unknown, setting: Setting): Stage {
  if (!isDoc(operand)) throw badQuery('the $lookup specification must be an object');
  const from = nameIn(operand, 'from');
  const as = pathOf(nameIn(operand, 'as'));
  const find =
    'pipeline' in operand
      ? findByPipeline(operand, from, setting)
      : findByFields(operand, from, setting);
  return function* (docs) {
    for (const doc of docs) {
      // Only the documents on the way to `as` are copied: the rest is shared.
      const joined = copyAlong(doc, as);
      writeAt(joined, as, find(doc));
      yield joined;
    }
  };
}

type Find = (doc: Doc) => Doc[];

function findByPipeline(operand: Doc, from: string, setting: Setting): Find {
  if ('localField' in operand || 'foreignField' in operand) {
    throw badQuery(
      "$lookup with 'pipeline' may not specify 'localField' or 'foreignField'",
      'FailedToParse',
    );
  }
  const given = operand.let ?? {};
  if (!isDoc(given)) throw badQuery('$lookup argument must be an object, but its let is not');
  const outer = setting.binding;
  const bindings = Object.keys(given).map((name) => ({
    name,
    expression: compileExpression(given[name], outer.names),
  }));
  let variables: Variables = noVariables;
  const names = [...outer.names, ...Object.keys(given)];
  const run = setting.compile(operand.pipeline, {
    ...setting,
    binding: { names, values: () => variables },
  });
  const counted = countOf(operand, from, setting);
  if (counted) return counted;
  const lead = leadOf(operand.pipeline);
  const foreign = remembered(() => [...setting.source.collection(from, lead.filter, lead.cut)]);
  return (doc) => {
    const bound: Record<string, unknown> = { ...outer.values() };
    for (const { name, expression } of bindings) {
      bound[name] = expression.evaluate(doc, outer.values());
    }
    variables = bound;
    return [...run({ documents: foreign })];
  };
}

/** `$match`, perhaps `$limit`, then `$count`: the index alone can tell. */
function countOf(operand: Doc, from: string, { source }: Setting): Find | undefined {
  const { pipeline } = operand;
  if (!Array.isArray(pipeline) || pipeline.length < 2 || pipeline.length > 3) return undefined;
  const stages: unknown[] = pipeline;
  const [first, middle, last] = [stages[0], stages.length === 3 ? stages[1] : {}, stages.at(-1)];
  if (!isDoc(first) || !isDoc(first.$match) || !isDoc(last) || !isDoc(middle)) return undefined;
  const [filter, name, most] = [first.$match, last.$count, middle.$limit ?? Infinity];
  const isLimit = stages.length === 2 || '$limit' in middle;
  if (!isLimit || typeof name !== 'string' || typeof most !== 'number') return undefined;
  if (!source.count || !isPlainFilter(filter)) return undefined;
  const count = remembered(() => source.count?.(from, filter, most) ?? 0);
  return () => (count() > 0 ? [{ [name]: count() }] : []);
}

/** A missing field on either side is equal to null and to another missing one. */
function findByFields(operand: Doc, from: string, setting: Setting): Find {
  const local = pathOf(nameIn(operand, 'localField'));
  const foreign = pathOf(nameIn(operand, 'foreignField'));
  const table = remembered(() => {
    const docs = [...setting.source.collection(from)];
    const places = new Map<unknown, number[]>();
    docs.forEach((doc, place) => {
      someElementAt(doc, foreign, (value) => {
        const known = places.get(value);
        if (known === undefined) places.set(value, [place]);
        else if (known[known.length - 1] !== place) known.push(place);
        return false;
      });
    });
    return { docs, places };
  });
  const placesOf = (wanted: unknown): number[] => {
    const { docs, places } = table();
    // A map finds equal text and numbers; other values are equal by MongoDB's order only.
    if (isPlain(wanted)) return places.get(wanted) ?? [];
    const test: ValueTest = equals(wanted);
    return docs.flatMap((doc, place) => (someElementAt(doc, foreign, test) ? [place] : []));
  };
  const isIndexed = setting.source.isIndexed?.(from, foreign.join('.')) ?? false;
  return (doc) => {
    const value = valueAtFieldPath(doc, local, 0);
    const wanted: unknown[] = Array.isArray(value) ? value : [value];
    if (isIndexed && wanted.every(isPlain)) return findByIndex(setting, { from, foreign, wanted });
    const places = [...new Set(wanted.flatMap(placesOf))].sort((a, b) => a - b);
    const { docs } = table();
    // Places are positions in docs.
    return places.map((place) => docs[place]!);
  };
}

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Through an index only what is joined is read: the other collection may hold any number. */
function findByIndex(
  { source }: Setting,
  asked: { from: string; foreign: readonly string[]; wanted: unknown[] },
): Doc[] {
  if (asked.wanted.length === 0) return [];
  const tests = asked.wanted.map((one) => equals(one));
  const filter = { [asked.foreign.join('.')]: { $in: asked.wanted } };
  return [...source.collection(asked.from, filter)].filter((doc) =>
    tests.some((test) => someElementAt(doc, asked.foreign, test)),
  );
}

function nameIn(operand: Doc, key: string): string {
  const name = operand[key];
  if (typeof name === 'string' && name !== '') return name;
  throw badQuery(`$lookup argument '${key}' must be a string, found: ${JSON.stringify(name)}`);
}

function copyAlong(doc: Doc, [name, ...rest]: readonly string[]): Doc {
  const copy = { ...doc };
  if (name === undefined || rest.length === 0) return copy;
  const below = copy[name];
  // Where the way leads through something else, `as` replaces it, as in MongoDB.
  copy[name] = isDoc(below) ? copyAlong(below, rest) : {};
  return copy;
}

function remembered<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
