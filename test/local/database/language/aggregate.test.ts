import { aggregate, type Doc } from '../../../../local/cloud/database/language';
import { run } from './aggregate-support';

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/
describe('$group', () => {
  test('gathers with every accumulator, passing over what is no number', () => {
    const [all] = run([
      {
        $group: {
          _id: null,
          sum: { $sum: '$points' },
          count: { $sum: 1 },
          mean: { $avg: '$points' },
          least: { $min: '$points' },
          most: { $max: '$points' },
          first: { $first: '$unit' },
          last: { $last: '$absent' },
          list: { $push: '$points' },
          gaps: { $push: '$tags' },
          set: { $addToSet: '$unit' },
          spread: { $stdDevPop: '$points' },
          sample: { $stdDevSamp: '$points' },
          merged: { $mergeObjects: { unit: '$unit' } },
        },
      },
    ]);
    expect(all).toEqual({
      _id: null,
      sum: 14,
      count: 4,
      mean: 14 / 3,
      least: 2,
      most: 'x',
      first: 'east',
      last: null,
      list: [5, 7, 2, 'x'],
      gaps: [['tea', 'road'], ['tea'], []],
      set: ['east', 'west', null],
      spread: expect.closeTo(2.0548) as number,
      sample: expect.closeTo(2.5166) as number,
      merged: { unit: null },
    });
  });

  test('puts equal keys together, whatever their kind, and a missing key with null', () => {
    const docs = [
      { k: 0 },
      { k: -0 },
      {},
      { k: null },
      { k: '0' },
      { k: { a: 1 } },
      { k: { a: 1 } },
    ];
    expect(run([{ $group: { _id: '$k', n: { $sum: 1 } } }], docs)).toEqual([
      { _id: 0, n: 2 },
      { _id: null, n: 2 },
      { _id: '0', n: 1 },
      { _id: { a: 1 }, n: 2 },
    ]);
  });

  test('groups by an expression of several fields', () => {
    const stages = [
      { $group: { _id: { unit: '$unit', year: { $year: '$at' } }, n: { $sum: 1 } } },
      { $sort: { n: -1, '_id.unit': 1 } },
      { $limit: 1 },
    ];
    expect(run(stages)).toEqual([{ _id: { unit: 'east', year: 1970 }, n: 2 }]);
  });
});

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/project/ and …/addFields/
describe('$project and $addFields', () => {
  const doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, e: [{ f: 1, g: 2 }, { f: 3 }, 5] };
  test.each<[stage: Doc, result: Doc]>([
    [{ $project: { a: 1 } }, { _id: 1, a: 1 }],
    [{ $project: { a: true, _id: 0 } }, { a: 1 }],
    [{ $project: { _id: 0 } }, { a: 1, b: { c: 2, d: 3 }, e: doc.e }],
    [{ $project: { b: 0, e: 0 } }, { _id: 1, a: 1 }],
    [{ $project: { 'b.c': 0, e: 0, a: 0 } }, { _id: 1, b: { d: 3 } }],
    [{ $project: { 'b.c': 1 } }, { _id: 1, b: { c: 2 } }],
    [{ $project: { b: { c: 1 } } }, { _id: 1, b: { c: 2 } }],
    [{ $project: { 'e.f': 1 } }, { _id: 1, e: [{ f: 1 }, { f: 3 }] }],
    [{ $project: { x: '$b.c', a: 1 } }, { _id: 1, a: 1, x: 2 }],
    [{ $project: { 'b.x': '$a', _id: 0 } }, { b: { x: 1 } }],
    [{ $project: { 'y.z': '$a', _id: 0 } }, { y: { z: 1 } }],
    [{ $project: { x: '$absent' } }, { _id: 1 }],
    [{ $project: { x: ['$a', '$absent'], _id: 0 } }, { x: [1, null] }],
    [{ $project: { 'absent.deep': 1 } }, { _id: 1 }],
    [{ $addFields: { x: 5, a: '$b.d' } }, { ...doc, a: 3, x: 5 }],
    [{ $addFields: { 'b.c': '$a' } }, { ...doc, b: { c: 1, d: 3 } }],
    [{ $addFields: { b: { n: 1 } } }, { ...doc, b: { c: 2, d: 3, n: 1 } }],
    [{ $addFields: { 'a.b': 1 } }, { ...doc, a: { b: 1 } }],
    [{ $addFields: { 'e.h': 9 } }, { ...doc, e: [{ f: 1, g: 2, h: 9 }, { f: 3, h: 9 }, { h: 9 }] }],
    [{ $addFields: { a: '$$REMOVE' } }, { _id: 1, b: doc.b, e: doc.e }],
  ])('%j', (stage, result) => {
    expect(run([stage], [doc])).toEqual([result]);
  });
});

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/unwind/
describe('$unwind', () => {
  const docs = [
    { _id: 1, a: ['x', 'y'] },
    { _id: 2, a: [] },
    { _id: 3, a: 'z' },
    { _id: 4 },
    { _id: 5, a: null },
  ];
  test('gives a document for each element and drops the empty ones', () => {
    expect(run([{ $unwind: '$a' }], docs)).toEqual([
      { _id: 1, a: 'x' },
      { _id: 1, a: 'y' },
      { _id: 3, a: 'z' },
    ]);
  });
  test('keeps the empty ones and counts if asked', () => {
    const options = { path: '$a', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' };
    expect(run([{ $unwind: options }], docs)).toEqual([
      { _id: 1, a: 'x', i: 0 },
      { _id: 1, a: 'y', i: 1 },
      { _id: 2, i: null },
      { _id: 3, a: 'z', i: null },
      { _id: 4, i: null },
      { _id: 5, a: null, i: null },
    ]);
  });
  test('reaches into nested documents', () => {
    expect(run([{ $unwind: '$a.b' }], [{ a: { b: [1, 2], c: 3 } }])).toEqual([
      { a: { b: 1, c: 3 } },
      { a: { b: 2, c: 3 } },
    ]);
  });
});

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucket/ and …/bucketAuto/
describe('$bucket and $bucketAuto', () => {
  test('count between boundaries, the rest by default', () => {
    const stage = { $bucket: { groupBy: '$points', boundaries: [0, 5, 10], default: 'other' } };
    expect(run([stage])).toEqual([
      { _id: 0, count: 1 },
      { _id: 5, count: 2 },
      { _id: 'other', count: 1 },
    ]);
  });
  test('refuse a value outside the boundaries without a default', () => {
    const stage = { $bucket: { groupBy: '$points', boundaries: [0, 5] } };
    expect(() => run([stage])).toThrow('could not find a matching branch');
  });
  test('gather what is asked for each bucket', () => {
    const stage = {
      $bucket: { groupBy: '$n', boundaries: [0, 2, 4], output: { all: { $push: '$n' } } },
    };
    expect(run([stage], [{ n: 3 }, { n: 0 }, { n: 2 }])).toEqual([
      { _id: 0, all: [0] },
      { _id: 2, all: [3, 2] },
    ]);
  });
  test('divide evenly and keep equal values together', () => {
    const docs = [1, 2, 2, 2, 3, 4].map((n) => ({ n }));
    expect(run([{ $bucketAuto: { groupBy: '$n', buckets: 3 } }], docs)).toEqual([
      { _id: { min: 1, max: 3 }, count: 4 },
      { _id: { min: 3, max: 4 }, count: 2 },
    ]);
  });
});

describe('the other stages', () => {
  test('$match, $sort, $skip and $limit page through', () => {
    const stages = [
      { $match: { unit: 'east' } },
      { $sort: { points: 1 } },
      { $skip: 1 },
      { $limit: 1 },
    ];
    expect(run(stages).map((doc) => doc._id)).toEqual([1]);
  });
  test('$limit stops the reading', () => {
    let read = 0;
    const documents = function* (): Iterable<Doc> {
      for (; ; read += 1) yield { read };
    };
    const stages = [{ $match: {} }, { $project: { read: 1 } }, { $limit: 3 }];
    expect(aggregate(stages, { documents, collection: () => [] })).toHaveLength(3);
    expect(read).toBeLessThan(4);
  });
  test('$sort is stable and takes several paths', () => {
    const stages = [{ $sort: { unit: -1, points: 1 } }, { $project: { _id: 1 } }];
    expect(run(stages).map((doc) => doc._id)).toEqual([2, 3, 1, 4]);
  });
  test('$count counts, and gives nothing for nothing', () => {
    expect(run([{ $count: 'n' }])).toEqual([{ n: 4 }]);
    expect(run([{ $match: { unit: 'no' } }, { $count: 'n' }])).toEqual([]);
  });
  test('$sortByCount puts the most frequent first', () => {
    expect(run([{ $unwind: '$tags' }, { $sortByCount: '$tags' }])).toEqual([
      { _id: 'tea', count: 2 },
      { _id: 'road', count: 1 },
    ]);
  });
  test('$replaceRoot puts a part in the place of the whole', () => {
    const newRoot = { $mergeObjects: [{ id: '$_id' }, '$b'] };
    expect(run([{ $replaceRoot: { newRoot } }], [{ _id: 1, b: { c: 2 } }])).toEqual([
      { id: 1, c: 2 },
    ]);
    expect(() => run([{ $replaceRoot: { newRoot: '$absent' } }])).toThrow('was: MISSING');
  });
  test('$facet runs each pipeline on all documents', () => {
    const facet = {
      east: [{ $match: { unit: 'east' } }, { $count: 'n' }],
      ids: [{ $project: { _id: 1 } }, { $limit: 2 }],
    };
    expect(run([{ $facet: facet }])).toEqual([{ east: [{ n: 2 }], ids: [{ _id: 1 }, { _id: 2 }] }]);
  });
  test('$sample takes different documents, no more than there are', () => {
    const ids = run([{ $sample: { size: 3 } }]).map((doc) => doc._id);
    expect(new Set(ids).size).toBe(3);
    expect(run([{ $sample: { size: 9 } }])).toHaveLength(4);
  });
  test('$$NOW is the time of the query', () => {
    const source = { documents: () => [{}], collection: () => [] };
    expect(aggregate([{ $project: { now: '$$NOW' } }], source, 5)).toEqual([{ now: new Date(5) }]);
  });
});

describe('bad pipelines are refused', () => {
  test.each<[Doc[], string]>([
    [[{ $foo: 1 }], "Unrecognized pipeline stage name: '$foo'"],
    [[{ $out: 'x' }], "Unrecognized pipeline stage name: '$out'"],
    [[{}], 'must contain exactly one field'],
    [[{ $match: {}, $limit: 1 }], 'must contain exactly one field'],
    [[{ $match: 1 }], 'the match filter must be an expression in an object'],
    [[{ $limit: 0 }], 'the limit must be positive'],
    [[{ $limit: 1.5 }], 'must be a whole number'],
    [[{ $skip: -1 }], 'cannot be negative'],
    [[{ $sort: {} }], 'at least one sort key'],
    [[{ $sort: { a: 2 } }], 'must be 1 (for ascending) or -1'],
    [[{ $group: { a: { $sum: 1 } } }], 'must include an _id'],
    [[{ $group: { _id: null, a: 1 } }], "The field 'a' must be an accumulator object"],
    [[{ $group: { _id: null, a: { $foo: 1 } } }], "unknown group operator '$foo'"],
    [[{ $group: { _id: null, a: { $sum: 1, $avg: 1 } } }], 'must specify one accumulator'],
    [[{ $project: {} }], 'must have at least one field'],
    [[{ $project: { a: 1, b: 0 } }], 'Bad projection specification'],
    [[{ $project: { a: 1, 'a.b': 1 } }], 'conflicting paths'],
    [[{ $unwind: 'a' }], "should be prefixed with a '$': a"],
    [[{ $lookup: { from: 'units' } }], "$lookup argument 'as' must be a string"],
    [[{ $bucket: { groupBy: '$a' } }], "requires 'groupBy' and 'boundaries'"],
    [[{ $bucket: { groupBy: '$a', boundaries: [2, 1] } }], 'must be sorted'],
    [[{ $bucket: { groupBy: '$a', boundaries: [1, 'x'] } }], 'must have the same type'],
    [[{ $bucketAuto: { groupBy: '$a', buckets: 0 } }], 'must be greater than 0'],
    [[{ $facet: {} }], 'non-empty object'],
    [[{ $facet: { a: [{ $facet: { b: [] } }] } }], 'not allowed to be used within a $facet'],
    [[{ $match: {} }, { $geoNear: {} }], 'only valid as the first stage'],
    [[{ $count: '' }], 'non-empty string'],
    [[{ $sample: {} }], 'must specify a size'],
  ])('%j', (stages, words) => {
    expect(() => run(stages)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(words) as string,
      }),
    );
  });
});
