/**
 * Inputs that no phone of ours makes: a valid one with a few of its places replaced, doubled, left out
 * or renamed. Reproducible by fast-check's seed.
 */
import fc from 'fast-check';

type Place = (string | number)[];
type Mutation = (input: unknown) => unknown;

/** Texts that have broken somebody's program before. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '\u202e\u202d', '﷽'.repeat(20), '𠮷'.repeat(60)),
  fc.constantFrom('$where', '__proto__', 'a.b.c', '../../x', '%2e%2e', "';--", '${1}', '{{1}}'),
  fc.integer({ min: 61, max: 25_000 }).map((length) => '长'.repeat(length)),
);
const numbers = fc.constantFrom(
  ...[0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, 1e-320, 1_000_000],
);
const operators = fc.constantFrom<unknown[]>(
  { $ne: null },
  { $gt: '' },
  { $in: [] },
  { $where: 'while(true){}' },
  { $regularExpression: { pattern: '(a+)+$', options: '' } },
  { $oid: '0'.repeat(24) },
  { $date: { $numberLong: '0' } },
  { 'peopleIds.0': 'x' },
);
const deep = fc
  .integer({ min: 2, max: 400 })
  .map((depth) => Array.from({ length: depth }).reduce((inner) => [inner], 1 as unknown));
const large = fc.integer({ min: 20, max: 3_000 }).map((length) => Array(length).fill(0));

const anything = fc.oneof(
  texts,
  numbers,
  operators,
  deep,
  large,
  fc.constantFrom(null, true, false, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A mutation of one place, whatever the input's shape. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fc.nat(), anything).map(([at, value]) => atPlace(at, () => value)),
  fc.nat().map((at) => atPlace(at, (old) => (Array.isArray(old) ? [...old, ...old] : [old, old]))),
  fc.tuple(fc.nat(), fc.nat()).map(([at, from]) => swapped(at, from)),
  fc.tuple(fc.nat(), texts).map(([at, key]) => renamed(at, key)),
  fc.nat().map((at) => renamed(at, undefined)),
);

/** The input with one to three mutations. */
export function mutated(input: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(mutation, { minLength: 1, maxLength: 3 })
    .map((mutations) => mutations.reduce((made, mutate) => mutate(made), input));
}

function atPlace(at: number, change: (old: unknown) => unknown): Mutation {
  return (input) => {
    const places = placesOf(input);
    return replaced(input, places[at % places.length] ?? [], change);
  };
}

/** Another place's value: an id where a text belongs, a list where an id does. */
function swapped(at: number, from: number): Mutation {
  return (input) => {
    const places = placesOf(input);
    const value = valueAt(input, places[from % places.length] ?? []);
    return atPlace(at, () => value)(input);
  };
}

/** A field under another name, or left out. */
function renamed(at: number, key: string | undefined): Mutation {
  return atPlace(at, (old) => {
    if (typeof old !== 'object' || old === null || Array.isArray(old)) return key;
    const fields = Object.entries(old);
    const victim = fields[at % Math.max(1, fields.length)]?.[0];
    const kept = fields.filter(([name]) => name !== victim);
    return Object.fromEntries(key === undefined ? kept : [...kept, [key, 1]]);
  });
}

/** Every place of a value, the value itself first. */
function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || place.length > 6) return [place];
  const below = Object.entries(value).slice(0, 50);
  return [place, ...below.flatMap(([key, one]) => placesOf(one, [...place, key]))];
}

function valueAt(value: unknown, [key, ...rest]: Place): unknown {
  if (key === undefined) return value;
  // A place that `placesOf` found in this very value.
  return valueAt((value as Record<string, unknown>)[key], rest);
}

function replaced(
  value: unknown,
  [key, ...rest]: Place,
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((one, n) => (n === Number(key) ? replaced(one, rest, change) : one));
  }
  const fields = value as Record<string, unknown>; // as `placesOf` found it
  return { ...fields, [key]: replaced(fields[key], rest, change) };
}
