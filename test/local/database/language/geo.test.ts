import {
  aggregate,
  compileFilter,
  type Doc,
  nearOrder,
} from '../../../../local/cloud/database/language';

const point = (longitude: number, latitude: number): Doc => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});
const square = (low: number, high: number): number[][] => [
  [low, low],
  [high, low],
  [high, high],
  [low, high],
  [low, low],
];
const polygon = (...rings: number[][][]): Doc => ({ type: 'Polygon', coordinates: rings });
const line = (...coordinates: number[][]): Doc => ({ type: 'LineString', coordinates });
const within = ($geometry: Doc): Doc => ({ place: { $geoWithin: { $geometry } } });
const crossing = ($geometry: Doc): Doc => ({ place: { $geoIntersects: { $geometry } } });
const near = (options: Doc): Doc => ({ place: { $nearSphere: options } });

// One degree of a great circle on MongoDB's Earth of 6378.1 km.
const degreeMetres = 111_318.8;

// https://www.mongodb.com/docs/manual/reference/operator/query-geospatial/
describe('geographic filters', () => {
  test.each<[name: string, filter: Doc, place: unknown, found: boolean]>([
    ['a point inside', within(polygon(square(0, 10))), point(5, 5), true],
    ['a point outside', within(polygon(square(0, 10))), point(15, 5), false],
    ['a point in the hole', within(polygon(square(0, 10), square(4, 6))), point(5, 5), false],
    ['a legacy pair inside', within(polygon(square(0, 10))), [5, 5], true],
    ['a line wholly inside', within(polygon(square(0, 10))), line([1, 1], [2, 2]), true],
    ['a line that leaves', within(polygon(square(0, 10))), line([1, 1], [20, 2]), false],
    ['a polygon inside', within(polygon(square(0, 10))), polygon(square(1, 2)), true],
    ['a polygon around', within(polygon(square(0, 10))), polygon(square(-1, 11)), false],
    [
      'a point in the second of several polygons',
      within({ type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(5, 6)]] }),
      point(5.5, 5.5),
      true,
    ],
    [
      'points of which one lies outside',
      within(polygon(square(0, 10))),
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [20, 1],
        ],
      },
      false,
    ],
    ['no place at all', within(polygon(square(0, 10))), undefined, false],
    ['a text', within(polygon(square(0, 10))), 'x', false],
    ['a point in a polygon', crossing(polygon(square(0, 10))), point(5, 5), true],
    ['a point beside it', crossing(polygon(square(0, 10))), point(11, 5), false],
    ['a line across it', crossing(polygon(square(0, 10))), line([-5, 5], [15, 5]), true],
    ['a polygon around it', crossing(polygon(square(4, 6))), polygon(square(0, 10)), true],
    ['lines that cross', crossing(line([0, 0], [2, 2])), line([0, 2], [2, 0]), true],
    ['lines that do not', crossing(line([0, 0], [1, 1])), line([5, 0], [6, 1]), false],
    ['the same point', crossing(point(1, 1)), point(1, 1), true],
    [
      'a circle of 2 degrees',
      { place: { $geoWithin: { $centerSphere: [[0, 0], 0.0349] } } },
      point(1.9, 0),
      true,
    ],
    [
      'a circle of 2 degrees',
      { place: { $geoWithin: { $centerSphere: [[0, 0], 0.0349] } } },
      point(2.1, 0),
      false,
    ],
    [
      'not too far',
      near({ $geometry: point(0, 0), $maxDistance: degreeMetres + 1 }),
      point(1, 0),
      true,
    ],
    [
      'too far',
      near({ $geometry: point(0, 0), $maxDistance: degreeMetres - 1 }),
      point(1, 0),
      false,
    ],
    [
      'too near',
      near({ $geometry: point(0, 0), $minDistance: degreeMetres + 1 }),
      point(1, 0),
      false,
    ],
    [
      'over the date line',
      near({ $geometry: point(179.5, 0), $maxDistance: degreeMetres + 1 }),
      point(-179.5, 0),
      true,
    ],
    ['at a pole', near({ $geometry: point(0, 90), $maxDistance: 1 }), point(120, 90), true],
    ['no place to be near', near({ $geometry: point(0, 0) }), null, false],
  ])('%s', (_, filter, place, found) => {
    expect(compileFilter(filter)({ place })).toBe(found);
  });

  test.each<[Doc, string]>([
    [within(line([0, 0], [1, 1])), '$geoWithin not supported with provided geometry'],
    [
      within(
        polygon([
          [0, 0],
          [1, 1],
          [2, 2],
        ]),
      ),
      'unknown GeoJSON type',
    ],
    [crossing({ type: 'Circle' }), 'unknown GeoJSON type'],
    [near({ $geometry: polygon(square(0, 1)) }), 'invalid point in geo near query'],
    [near({ $geometry: point(200, 0) }), 'longitude/latitude is out of bounds'],
    [near({ $geometry: point(0, 0), $maxDistance: -1 }), 'must be a non-negative number'],
    [
      {
        place: {
          $geoWithin: {
            $box: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
      'supports only $geometry and $centerSphere',
    ],
  ])('%j is refused', (filter, words) => {
    expect(() => compileFilter(filter)).toThrow(words);
  });
});

test('nearness orders by distance, and other filters by nothing', () => {
  const docs = [{ place: point(3, 0) }, { place: point(-1, 0) }, { place: [2, 0] }];
  const order = nearOrder({ $and: [{ open: true }, near({ $geometry: point(0, 0) })] });
  expect([...docs].sort(order)).toEqual([docs[1], docs[2], docs[0]]);
  expect(nearOrder({ place: { $exists: true } })).toBeUndefined();
});

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/geoNear/
describe('$geoNear', () => {
  const docs: Doc[] = [
    { _id: 'far', place: point(2, 0), open: true },
    { _id: 'near', place: point(1, 0), open: true },
    { _id: 'shut', place: point(0.5, 0), open: false },
    { _id: 'nowhere' },
  ];
  const find = (options: Doc): Doc[] =>
    aggregate(
      [{ $geoNear: { near: point(0, 0), distanceField: 'away.by', spherical: true, ...options } }],
      {
        documents: () => docs,
        collection: () => [],
      },
    );

  test('gives distances in metres, nearest first', () => {
    const found = find({});
    expect(found.map((doc) => doc._id)).toEqual(['shut', 'near', 'far']);
    expect((found[1]?.away as Doc).by).toBeCloseTo(degreeMetres, 0);
    expect(docs[1]).not.toHaveProperty('away');
  });

  test('filters, limits, multiplies and shows the place', () => {
    const [only, ...others] = find({
      query: { open: true },
      distanceMultiplier: 1 / degreeMetres,
      includeLocs: 'loc',
      limit: 1,
      key: 'place',
    });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ _id: 'near', loc: point(1, 0) });
    expect((only?.away as Doc).by).toBeCloseTo(1, 4);
  });

  test('keeps to the distances asked', () => {
    const found = find({ minDistance: degreeMetres * 0.9, maxDistance: degreeMetres * 1.1 });
    expect(found.map((doc) => doc._id)).toEqual(['near']);
  });

  test('refuses a query without a field for the distance', () => {
    expect(() => find({ distanceField: 5 })).toThrow("requires a 'distanceField' option");
  });
});
