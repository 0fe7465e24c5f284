import type { Position } from 'geojson';
import { isDoc, type Doc } from '../doc';
import { badQuery } from '../refusal';
import { type Place, placeOf, placesOf, queryShapesOf, shapesOf } from './shape';

/** MongoDB's radius of the Earth, in metres (src/mongo/db/geo/geoconstants.h). */
export const earthRadiusMetres = 6378100;

/** The angle between two places seen from the centre of the Earth, in radians. */
export function angleBetween(a: Position, b: Position): number {
  const [ax, ay, az] = vectorOf(a);
  const [bx, by, bz] = vectorOf(b);
  const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return Math.atan2(cross, ax * bx + ay * by + az * bz);
}

/** Metres from a place to the nearest corner of the geometries in a value, if it holds any. */
export function metresTo(value: unknown, from: Place): number | undefined {
  let nearest: number | undefined;
  for (const shape of shapesOf(value)) {
    for (const place of placesOf(shape)) {
      const metres = angleBetween(from, place) * earthRadiusMetres;
      if (nearest === undefined || metres < nearest) nearest = metres;
    }
  }
  return nearest;
}

/** What `$near` and `$nearSphere` ask for. */
export interface Nearness {
  centre: Place;
  minMetres: number;
  maxMetres: number;
}

/**
 * Reads `{$geometry, $minDistance, $maxDistance}` (metres), or `$nearSphere: [lng, lat]` with
 * distances in radians beside it (legacy). Throws CloudError on anything else.
 */
export function nearnessOf(name: string, operand: unknown, beside: Doc): Nearness {
  const legacy = placeOf(operand);
  if (legacy && name === '$nearSphere') {
    return {
      centre: legacy,
      minMetres: distanceOf(beside.$minDistance, 0) * earthRadiusMetres,
      maxMetres: distanceOf(beside.$maxDistance, Infinity) * earthRadiusMetres,
    };
  }
  if (!isDoc(operand) || !isDoc(operand.$geometry)) {
    throw badQuery(`${name} needs a $geometry of type Point`);
  }
  const [shape, ...others] = queryShapesOf(operand.$geometry);
  const centre = shape?.type === 'Point' && placeOf(shape.coordinates.slice(0, 2));
  if (!centre || others.length > 0) {
    throw badQuery(`invalid point in geo near query $geometry argument`);
  }
  return {
    centre,
    minMetres: distanceOf(operand.$minDistance, 0),
    maxMetres: distanceOf(operand.$maxDistance, Infinity),
  };
}

function distanceOf(distance: unknown, otherwise: number): number {
  if (distance === undefined || distance === null) return otherwise;
  if (typeof distance !== 'number' || distance < 0) {
    throw badQuery('min/maxDistance must be a non-negative number');
  }
  return distance;
}

function vectorOf([longitude = 0, latitude = 0]: Position): [number, number, number] {
  const east = (longitude * Math.PI) / 180;
  const north = (latitude * Math.PI) / 180;
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}
