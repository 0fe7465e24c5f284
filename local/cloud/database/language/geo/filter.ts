/**
 * The geographic operators of a filter, after MongoDB's manual, "Geospatial Query Operators".
 * Distances are on the sphere; areas and crossings are computed in the plane of longitude and
 * latitude, which differs from MongoDB's great circles by metres in areas of a county's size.
 */
import { booleanIntersects } from '@turf/boolean-intersects';
import { booleanWithin } from '@turf/boolean-within';
import type { MultiPolygon, Position } from 'geojson';
import { type Doc, isDoc } from '../doc';
import { badQuery } from '../refusal';
import { angleBetween, metresTo, nearnessOf } from './distance';
import { areaOf, placeOf, placesOf, queryShapesOf, type SimpleShape, shapesOf } from './shape';

/** The test that a geographic operator puts to what lies at a path. Throws CloudError. */
export function geoTest(name: string, operand: unknown, beside: Doc): (value: unknown) => boolean {
  if (name === '$near' || name === '$nearSphere') {
    const { centre, minMetres, maxMetres } = nearnessOf(name, operand, beside);
    return (value) => {
      const metres = metresTo(value, centre);
      return metres !== undefined && metres >= minMetres && metres <= maxMetres;
    };
  }
  if (!isDoc(operand)) throw badQuery(`${name} needs an object`);
  if (name === '$geoIntersects') return intersectsTest(operand);
  if ('$centerSphere' in operand) return circleTest(operand.$centerSphere);
  if (!('$geometry' in operand)) {
    throw badQuery(`${name} supports only $geometry and $centerSphere in the embedded database`);
  }
  const area = areaOf(operand.$geometry);
  return everyShape((shape) => liesIn(shape, area));
}

function intersectsTest(operand: Doc): (value: unknown) => boolean {
  const wanted = queryShapesOf(operand.$geometry);
  return (value) =>
    shapesOf(value).some((shape) => wanted.some((other) => booleanIntersects(shape, other)));
}

/** `[[longitude, latitude], radius in radians]`. */
function circleTest(operand: unknown): (value: unknown) => boolean {
  const [middle, radius]: unknown[] = Array.isArray(operand) ? operand : [];
  const centre = placeOf(middle);
  if (!centre || typeof radius !== 'number' || radius < 0) {
    throw badQuery('$centerSphere needs [[longitude, latitude], radius in radians]');
  }
  const isNear = (place: Position): boolean => angleBetween(centre, place) <= radius;
  return everyShape((shape) => placesOf(shape).every(isNear));
}

function everyShape(test: (shape: SimpleShape) => boolean): (value: unknown) => boolean {
  return (value) => {
    const shapes = shapesOf(value);
    return shapes.length > 0 && shapes.every(test);
  };
}

/** MongoDB counts a place on the border in; turf's within does not, so it is asked otherwise. */
function liesIn(shape: SimpleShape, area: MultiPolygon): boolean {
  return shape.type === 'Point' ? booleanIntersects(shape, area) : booleanWithin(shape, area);
}
