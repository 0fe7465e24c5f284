/** Inputs that somebody would send who hopes that the database reads them as orders. */

/** Values that a query language could take for something else. */
const poisons: unknown[] = [
  { $ne: null },
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { $set: { version: 99 } },
  { 'path.to.field': 1 },
  ['$ne', null],
  { __proto__: { isAdmin: true }, constructor: { prototype: {} } },
];
/** Keys that do not belong there. */
const keys = [
  '$where',
  '$set',
  'a.b',
  'person.duties',
  '__proto__x',
  'openid',
  'personId2',
  'constructor',
];

/** The input with a poison in the place of each field at every depth, and with each strange key. */
export function poisoned(input: unknown): { where: string; input: unknown }[] {
  const places = placesOf(input);
  const atPlaces = places.flatMap((place, n) =>
    poisons
      .filter((_poison, at) => (at + n) % 2 === 0)
      .map((poison) => ({ where: place.join('.'), input: replaced(input, place, poison) })),
  );
  const withKeys = keys.map((key) => ({
    where: key,
    input: { ...Object(input), [key]: { $gt: '' } },
  }));
  return [...atPlaces, ...withKeys];
}

type Place = (string | number)[];

function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return place.length > 0 ? [place] : [];
  const below = Object.entries(value).flatMap(([key, one]) => placesOf(one, [...place, key]));
  return place.length > 0 ? [place, ...below] : below;
}

function replaced(value: unknown, [key, ...rest]: Place, poison: unknown): unknown {
  if (key === undefined) return poison;
  if (Array.isArray(value)) {
    return value.map((one, n) => (n === Number(key) ? replaced(one, rest, poison) : one));
  }
  const fields = Object(value) as Record<string, unknown>; // an object, as `placesOf` found it
  return { ...fields, [key]: replaced(fields[key], rest, poison) };
}
