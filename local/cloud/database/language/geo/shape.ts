import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { isDoc } from '../doc';
import { badQuery } from '../refusal';

/** Longitude and latitude in degrees. */
export type Place = [longitude: number, latitude: number];
/** What is left of every GeoJSON geometry once its parts are taken apart. */
export type SimpleShape = Point | LineString | Polygon;

/**
 * The simple geometries in a stored value: a GeoJSON geometry, a legacy pair `[longitude,
 * latitude]`, or an array of such. Empty for anything else: MongoDB then just does not match.
 */
export function shapesOf(value: unknown): SimpleShape[] {
  const place = placeOf(value);
  if (place) return [{ type: 'Point', coordinates: place }];
  if (Array.isArray(value)) return value.flatMap(shapesOf);
  return isDoc(value) ? partsOf(value) : [];
}

/** The geometry of a query's operand; throws CloudError where it is none. */
export function queryShapesOf(operand: unknown): SimpleShape[] {
  const shapes = isDoc(operand) ? partsOf(operand) : [];
  if (shapes.length === 0) throw badQuery(`unknown GeoJSON type: ${JSON.stringify(operand)}`);
  for (const place of shapes.flatMap(placesOf)) {
    if (isOnEarth(place)) continue;
    throw badQuery(`longitude/latitude is out of bounds, lng: ${place[0]} lat: ${place[1]}`);
  }
  return shapes;
}

/** The area that a `$geoWithin` asks for; throws CloudError unless it is made of polygons. */
export function areaOf(operand: unknown): MultiPolygon {
  const coordinates = queryShapesOf(operand).map((shape) => {
    if (shape.type === 'Polygon') return shape.coordinates;
    throw badQuery(`$geoWithin not supported with provided geometry: ${JSON.stringify(operand)}`);
  });
  return { type: 'MultiPolygon', coordinates };
}

/** All corners of a shape. */
export function placesOf(shape: SimpleShape): Position[] {
  if (shape.type === 'Point') return [shape.coordinates];
  return shape.type === 'LineString' ? shape.coordinates : shape.coordinates.flat();
}

/** `[longitude, latitude]`, if the value is such a pair. */
export function placeOf(value: unknown): Place | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [longitude, latitude]: unknown[] = value;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined;
  return [longitude, latitude];
}

function isOnEarth([longitude, latitude]: Position): boolean {
  // A position that passed isPosition has both numbers.
  return Math.abs(longitude!) <= 180 && Math.abs(latitude!) <= 90;
}

function partsOf(geometry: Record<string, unknown>): SimpleShape[] {
  const { type, coordinates } = geometry;
  switch (type) {
    case 'Point':
      return isPosition(coordinates) ? [{ type, coordinates }] : [];
    case 'LineString':
      return isLine(coordinates) ? [{ type, coordinates }] : [];
    case 'Polygon':
      return isPolygon(coordinates) ? [{ type, coordinates }] : [];
    case 'MultiPoint':
      return each(coordinates, (part) => partsOf({ type: 'Point', coordinates: part }));
    case 'MultiLineString':
      return each(coordinates, (part) => partsOf({ type: 'LineString', coordinates: part }));
    case 'MultiPolygon':
      return each(coordinates, (part) => partsOf({ type: 'Polygon', coordinates: part }));
    case 'GeometryCollection':
      return each(geometry.geometries, (part) => (isDoc(part) ? partsOf(part) : []));
    default:
      return [];
  }
}

function each(parts: unknown, shapes: (part: unknown) => SimpleShape[]): SimpleShape[] {
  return Array.isArray(parts) ? parts.flatMap(shapes) : [];
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number')
  );
}

function isLine(value: unknown): value is Position[] {
  return Array.isArray(value) && value.length >= 2 && value.every(isPosition);
}

/** Rings of at least four places, the last the same as the first. */
function isPolygon(value: unknown): value is Position[][] {
  return Array.isArray(value) && value.length > 0 && value.every(isRing);
}

function isRing(ring: unknown): boolean {
  if (!isLine(ring) || ring.length < 4) return false;
  const first = ring[0];
  const last = ring[ring.length - 1];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}
