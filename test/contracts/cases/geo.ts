/** Places: points and shapes stored, read back, and found by distance and area. */
import { mongoManual, wechatPage } from '../../support/contract/case-tables';
import { contractCase, type World } from '../../support/contract/contract';
import { geoOf } from '../../support/cloud/sdk';

const needsIndex = 'a real environment wants a geo index, which this SDK cannot make';
/** Three points on one meridian: about 1.11 km and 111 km north of the first. */
const spots = [
  { _id: 'far', longitude: 113, latitude: 24 },
  { _id: 'here', longitude: 113, latitude: 23 },
  { _id: 'near', longitude: 113, latitude: 23.01 },
];

const seedSpots = ({ seed, db }: World) =>
  seed([
    ...spots.map(({ _id, longitude, latitude }) => ({
      _id,
      at: new db.Geo.Point(longitude, latitude),
    })),
    { _id: 'nowhere' },
  ]);

interface FindRow {
  title: string;
  source: string;
  at: (world: World) => unknown;
  /** In the order read. */
  reads: string[];
}

const here = ({ db }: World) => new db.Geo.Point(113, 23);
type Bounds = [west: number, south: number, east: number, north: number];

const box = ({ db }: World, [west, south, east, north]: Bounds) => {
  const { LineString, Polygon } = geoOf(db);
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  const ring = corners.map(([longitude, latitude]) => new db.Geo.Point(longitude, latitude));
  return new Polygon([new LineString(ring)]);
};

const findRows: FindRow[] = [
  {
    title: 'geoNear reads the nearest first and leaves out documents without a place',
    source: wechatPage('command/Command.geoNear'),
    at: (world) => world._.geoNear({ geometry: here(world) }),
    reads: ['here', 'near', 'far'],
  },
  {
    title: 'geoNear keeps to the greatest distance, in metres',
    source: wechatPage('command/Command.geoNear'),
    at: (world) => world._.geoNear({ geometry: here(world), maxDistance: 1200 }),
    reads: ['here', 'near'],
  },
  {
    title: 'geoNear keeps to the least distance',
    source: wechatPage('command/Command.geoNear'),
    at: (world) => world._.geoNear({ geometry: here(world), minDistance: 1000 }),
    reads: ['near', 'far'],
  },
  {
    title: 'geoWithin finds points in a polygon',
    source: wechatPage('command/Command.geoWithin'),
    at: (world) => world._.geoWithin({ geometry: box(world, [112, 22.5, 114, 23.5]) }),
    reads: ['here', 'near'],
  },
  {
    title: 'geoWithin finds points in several polygons',
    source: wechatPage('command/Command.geoWithin'),
    at: (world) => {
      const areas = [
        box(world, [112.9, 22.9, 113.1, 23.005]),
        box(world, [112.9, 23.9, 113.1, 24.1]),
      ];
      return world._.geoWithin({ geometry: new (geoOf(world.db).MultiPolygon)(areas) });
    },
    reads: ['far', 'here'],
  },
  {
    title: 'geoWithin finds points in a circle, its radius in radians',
    source: mongoManual('$centerSphere'),
    at: (world) => world._.geoWithin({ centerSphere: [here(world), 1.2 / 6378.1] }),
    reads: ['here', 'near'],
  },
  {
    title: 'geoIntersects finds points that lie in a polygon',
    source: wechatPage('command/Command.geoIntersects'),
    at: (world) => world._.geoIntersects({ geometry: box(world, [112, 23.5, 114, 24.5]) }),
    reads: ['far'],
  },
  {
    title: 'geoIntersects finds the same point',
    source: wechatPage('command/Command.geoIntersects'),
    at: (world) => world._.geoIntersects({ geometry: here(world) }),
    reads: ['here'],
  },
];

const findCases = findRows.map(({ title, source, at, reads }) =>
  contractCase({
    title,
    basis: 'documented',
    source,
    localOnly: needsIndex,
    run: async (world) => {
      const collection = await seedSpots(world);
      const { data } = await collection.where({ at: at(world) }).get();
      const ids = data.map((document: { _id: string }) => document._id);
      // Only geoNear promises an order.
      expect(title.startsWith('geoNear') ? ids : ids.sort()).toEqual(reads);
    },
  }),
);

const shapeCases = [
  contractCase({
    title: 'a point comes back as a point with longitude and latitude',
    basis: 'documented',
    source: wechatPage('geo/GeoPoint'),
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', at: new db.Geo.Point(113.25, 23.5) }]);
      const [document] = (await collection.get()).data;
      expect(document.at).toBeInstanceOf(db.Geo.Point);
      expect([document.at.longitude, document.at.latitude]).toEqual([113.25, 23.5]);
    },
  }),
  contractCase({
    title: 'lines, polygons and their collections come back as they were',
    basis: 'documented',
    source: wechatPage('geo/GeoPolygon'),
    run: async (world) => {
      const Geo = geoOf(world.db);
      const line = new Geo.LineString([new Geo.Point(1, 2), new Geo.Point(3, 4)]);
      const area = box(world, [0, 0, 1, 1]);
      const shapes = {
        line,
        lines: new Geo.MultiLineString([line]),
        points: new Geo.MultiPoint([new Geo.Point(5, 6)]),
        area,
        areas: new Geo.MultiPolygon([area]),
      };
      const collection = await world.seed([{ _id: 'a', ...shapes }]);
      const [document] = (await collection.get()).data;
      for (const [name, shape] of Object.entries(shapes)) {
        expect(document[name].toJSON()).toEqual(shape.toJSON());
      }
    },
  }),
  contractCase({
    title: 'the geoNear stage adds the distance in metres, nearest first',
    basis: 'documented',
    source: wechatPage('aggregate/Aggregate.geoNear'),
    localOnly: needsIndex,
    run: async (world) => {
      const collection = await seedSpots(world);
      const { data } = await collection
        .aggregate()
        .geoNear({
          near: here(world),
          key: 'at',
          spherical: true,
          distanceField: 'metres',
          maxDistance: 2000,
        })
        .end();
      expect(data.map((spot: { _id: string }) => spot._id)).toEqual(['here', 'near']);
      expect(data[0].metres).toBe(0);
      // One hundredth of a degree on MongoDB's sphere of 6,378,100 m.
      expect(data[1].metres).toBeCloseTo((0.01 * Math.PI * 6_378_100) / 180, 1);
    },
  }),
];

export const geoCases = [...findCases, ...shapeCases];
