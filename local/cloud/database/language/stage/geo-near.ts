import { compareValues } from '../compare';
import { copyOf, type Doc, isDoc } from '../doc';
import { compileFilter } from '../filter';
import { earthRadiusMetres, metresTo, nearnessOf } from '../geo/distance';
import { placeOf, shapesOf } from '../geo/shape';
import { pathOf } from '../path';
import { badQuery } from '../refusal';
import { readAt, writeAt } from '../update/place';
import type { Setting, Stage } from './setting';

// CloudBase's page on Aggregate.geoNear gives this as the default of `limit`, like MongoDB 4.0.
const limitDefault = 100;

/**
 * `$geoNear`: documents by distance from a point, with that distance written into them: metres
 * from a GeoJSON point, radians from a legacy pair.
 */
export function geoNearStage(operand: unknown, { binding }: Setting): Stage {
  if (!isDoc(operand)) throw badQuery('the $geoNear specification must be an object');
  const { near, distanceField, includeLocs, key } = operand;
  if (typeof distanceField !== 'string' || distanceField === '') {
    throw badQuery("$geoNear requires a 'distanceField' option as a String", 'Location16606');
  }
  const unit = placeOf(near) ? earthRadiusMetres : 1;
  const { centre } = placeOf(near)
    ? nearnessOf('$nearSphere', near, {})
    : nearnessOf('$geoNear', { $geometry: near }, {});
  const min = numberIn(operand, 'minDistance', 0);
  const max = numberIn(operand, 'maxDistance', Infinity);
  const multiplier = numberIn(operand, 'distanceMultiplier', 1);
  const limit = numberIn(operand, 'limit', numberIn(operand, 'num', limitDefault));
  const test = isDoc(operand.query) ? compileFilter(operand.query, binding) : () => true;
  return (docs) => {
    const found: { doc: Doc; distance: number; place: unknown }[] = [];
    for (const doc of docs) {
      const place = typeof key === 'string' ? readAt(doc, pathOf(key)) : firstPlaceIn(doc);
      const metres = metresTo(place, centre);
      if (metres === undefined || metres / unit < min || metres / unit > max) continue;
      if (test(doc)) found.push({ doc, distance: metres / unit, place });
    }
    found.sort((a, b) => compareValues(a.distance, b.distance));
    return found.slice(0, limit).map(({ doc, distance, place }) => {
      const next = copyOf(doc);
      writeAt(next, pathOf(distanceField), distance * multiplier);
      if (typeof includeLocs === 'string') writeAt(next, pathOf(includeLocs), copyOf(place));
      return next;
    });
  };
}

/** Without a key MongoDB takes the only geographic index; we take the first field with a place. */
function firstPlaceIn(doc: Doc): unknown {
  return Object.values(doc).find((value) => isDoc(value) && shapesOf(value).length > 0);
}

function numberIn(operand: Doc, key: string, otherwise: number): number {
  const value = operand[key];
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'number' && value >= 0) return value;
  throw badQuery(`$geoNear's ${key} must be a non-negative number`);
}
