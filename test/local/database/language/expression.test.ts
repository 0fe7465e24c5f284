import { at, gives, valueOf } from './expression-support';

// https://www.mongodb.com/docs/manual/meta/aggregation-quick-reference/ (field paths, variables)
describe('paths and variables', () => {
  gives([
    ['$a.b', 2, { a: { b: 2 } }],
    ['$a.b', [1, 2], { a: [{ b: 1 }, {}, 5, { b: 2 }] }],
    ['$a.0', [], { a: [1] }],
    ['$absent', undefined, {}],
    [['$absent', 1], [null, 1], {}],
    [{ x: '$absent', y: '$a' }, { y: 3 }, { a: 3 }],
    ['$$ROOT.a', 3, { a: 3 }],
    ['$$CURRENT.a', 3, { a: 3 }],
    ['$$REMOVE', undefined],
    [{ $literal: '$a' }, '$a'],
    [{ $let: { vars: { x: '$a', y: 2 }, in: { $add: ['$$x', '$$y'] } } }, 5, { a: 3 }],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/#arithmetic-expression-operators
describe('arithmetic', () => {
  gives([
    [{ $abs: -2 }, 2],
    [{ $add: ['$a', 1, 2] }, 6, { a: 3 }],
    [{ $add: ['$absent', 1] }, null],
    [{ $add: [at, 1000] }, new Date(at.getTime() + 1000)],
    [{ $subtract: [at, new Date(at.getTime() - 5)] }, 5],
    [{ $subtract: [at, 5] }, new Date(at.getTime() - 5)],
    [{ $subtract: [5, 8] }, -3],
    [{ $multiply: [2, 3, 4] }, 24],
    [{ $divide: [7, 2] }, 3.5],
    [{ $mod: [-7, 3] }, -1],
    [{ $ceil: 1.2 }, 2],
    [{ $floor: -1.2 }, -2],
    [{ $trunc: -1.8 }, -1],
    [{ $round: 2.5 }, 2],
    [{ $round: 3.5 }, 4],
    [{ $round: [1.255, 2] }, 1.26],
    [{ $round: [1234, -2] }, 1200],
    [{ $trunc: [1.999, 1] }, 1.9],
    [{ $sqrt: 9 }, 3],
    [{ $pow: [2, 10] }, 1024],
    [{ $exp: 0 }, 1],
    [{ $ln: 1 }, 0],
    [{ $log10: 1000 }, 3],
    [{ $log: [8, 2] }, 3],
    [{ $sum: '$a' }, 6, { a: [1, 2, 'x', 3] }],
    [{ $sum: ['$a', 4] }, 4, { a: [1, 2] }],
    [{ $avg: [1, 2, null] }, 1.5],
    [{ $max: '$a' }, 'x', { a: [1, 'x', null] }],
    [{ $min: [3, '$absent', 2] }, 2],
    [{ $stdDevPop: '$a' }, 1, { a: [1, 3] }],
    [{ $stdDevSamp: [[1]] }, null],
    [{ $sum: [0.1, 0.2, 0.3] }, 0.6],
  ]);
});

// …/#comparison-expression-operators, …/#boolean-expression-operators, …/#conditional-…
describe('comparison, logic and choice', () => {
  gives([
    [{ $cmp: [1, 'a'] }, -1],
    [{ $eq: ['$absent', null] }, false],
    [{ $gt: [null, '$absent'] }, true],
    [{ $eq: [{ $literal: { a: 1, b: 2 } }, { $literal: { b: 2, a: 1 } }] }, false],
    [{ $lt: [5, new Date(0)] }, true],
    [{ $ne: [1, 1] }, false],
    [{ $gte: ['b', 'a'] }, true],
    [{ $lte: [2, 1] }, false],
    [{ $and: [] }, true],
    [{ $and: [1, '', []] }, true],
    [{ $and: [1, null] }, false],
    [{ $or: [0, '$absent'] }, false],
    [{ $or: [0, 2] }, true],
    [{ $not: [0] }, true],
    [{ $not: '$a' }, false, { a: '' }],
    [{ $cond: [{ $gt: ['$a', 1] }, 'big', 'small'] }, 'big', { a: 2 }],
    [{ $cond: { if: false, then: 1, else: 2 } }, 2],
    [{ $ifNull: ['$absent', 'none'] }, 'none'],
    [{ $ifNull: ['$a', 'none'] }, 0, { a: 0 }],
    [
      {
        $switch: {
          branches: [
            { case: false, then: 1 },
            { case: true, then: 2 },
          ],
        },
      },
      2,
    ],
    [{ $switch: { branches: [{ case: false, then: 1 }], default: 9 } }, 9],
  ]);
});

// …/#array-expression-operators, …/#set-expression-operators, …/#object-expression-operators
describe('arrays, sets and objects', () => {
  gives([
    [{ $arrayElemAt: [[1, 2], -1] }, 2],
    [{ $arrayElemAt: [[1, 2], 5] }, undefined],
    [{ $arrayElemAt: ['$absent', 0] }, null],
    [
      {
        $arrayToObject: [
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      },
      { a: 1, b: 2 },
    ],
    [{ $arrayToObject: { $literal: [{ k: 'a', v: 1 }] } }, { a: 1 }],
    [{ $objectToArray: '$a' }, [{ k: 'x', v: 1 }], { a: { x: 1 } }],
    [{ $concatArrays: [[1], [2, [3]]] }, [1, 2, [3]]],
    [{ $concatArrays: [[1], '$absent'] }, null],
    [{ $filter: { input: [1, 2, 3], as: 'n', cond: { $gte: ['$$n', 2] } } }, [2, 3]],
    [{ $filter: { input: [1, 2], cond: { $gt: ['$$this', 1] } } }, [2]],
    [
      { $map: { input: '$a', as: 'n', in: { $add: ['$$n.x', '$b'] } } },
      [11, 12],
      { a: [{ x: 1 }, { x: 2 }], b: 10 },
    ],
    [{ $map: { input: '$absent', in: 1 } }, null],
    [
      { $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
      'ab',
    ],
    [{ $in: [2, [1, 2]] }, true],
    [{ $in: [{ $literal: { x: 1 } }, '$a'] }, true, { a: [{ x: 1 }] }],
    [{ $indexOfArray: [[1, 2, 2], 2] }, 1],
    [{ $indexOfArray: [[1, 2, 2], 2, 2] }, 2],
    [{ $indexOfArray: [[1], 9] }, -1],
    [{ $isArray: ['$a'] }, true, { a: [] }],
    [{ $isArray: ['x'] }, false],
    [{ $range: [0, 10, 4] }, [0, 4, 8]],
    [{ $range: [3, 0, -1] }, [3, 2, 1]],
    [{ $reverseArray: [[1, 2]] }, [2, 1]],
    [{ $size: '$a' }, 2, { a: [1, 2] }],
    [{ $slice: [[1, 2, 3], 2] }, [1, 2]],
    [{ $slice: [[1, 2, 3], -2] }, [2, 3]],
    [{ $slice: [[1, 2, 3], 1, 1] }, [2]],
    [{ $zip: { inputs: [[1, 2], ['a']] } }, [[1, 'a']]],
    [
      { $zip: { inputs: [[1, 2], ['a']], useLongestLength: true, defaults: [0, 'z'] } },
      [
        [1, 'a'],
        [2, 'z'],
      ],
    ],
    [{ $mergeObjects: ['$a', { y: 2 }] }, { x: 1, y: 2 }, { a: { x: 1, y: 1 } }],
    [
      {
        $setUnion: [
          [3, 1],
          [1, 2],
        ],
      },
      [1, 2, 3],
    ],
    [
      {
        $setIntersection: [
          [3, 1, 1],
          [1, 2],
        ],
      },
      [1],
    ],
    [{ $setDifference: [[3, 1], [1]] }, [3]],
    [
      {
        $setEquals: [
          [1, 2, 1],
          [2, 1],
        ],
      },
      true,
    ],
    [{ $setIsSubset: [[1], [1, 2]] }, true],
    [{ $setUnion: [[1], '$absent'] }, null],
    [{ $allElementsTrue: [[1, 'x']] }, true],
    [{ $anyElementTrue: [[0, null]] }, false],
  ]);
});

// …/#string-expression-operators
describe('text', () => {
  gives([
    [{ $concat: ['a', 'b'] }, 'ab'],
    [{ $concat: ['a', '$absent'] }, null],
    [{ $indexOfBytes: ['茶园', '园'] }, 3],
    [{ $indexOfCP: ['茶园a园', '园'] }, 1],
    [{ $indexOfCP: ['茶园a园', '园', 2] }, 3],
    [{ $indexOfCP: ['茶', 'x'] }, -1],
    [{ $indexOfCP: ['$absent', 'x'] }, null],
    [{ $split: ['a-b-c', '-'] }, ['a', 'b', 'c']],
    [{ $strLenBytes: '茶a' }, 4],
    [{ $strLenCP: '茶😀' }, 2],
    [{ $strcasecmp: ['ab', 'AC'] }, -1],
    [{ $substr: ['hello', 1, 3] }, 'ell'],
    [{ $substr: ['hello', 1, -1] }, 'ello'],
    [{ $substr: ['$absent', 0, 3] }, ''],
    [{ $substrBytes: ['茶园', 3, 3] }, '园'],
    [{ $substrCP: ['茶园村', 1, 5] }, '园村'],
    [{ $toLower: 'ÀB' }, 'Àb'],
    [{ $toUpper: '$absent' }, ''],
    [{ $trim: { input: ' \u2003x ' } }, 'x'],
    [{ $ltrim: { input: 'xxay', chars: 'x' } }, 'ay'],
    [{ $rtrim: { input: '$absent' } }, null],
    [{ $regexMatch: { input: '2026-01', regex: '^\\d+' } }, true],
    [{ $regexFind: { input: '茶x1', regex: /x(\d)/ } }, { match: 'x1', idx: 1, captures: ['1'] }],
    [
      { $regexFindAll: { input: 'aba', regex: 'A', options: 'i' } },
      [
        { match: 'a', idx: 0, captures: [] },
        { match: 'a', idx: 2, captures: [] },
      ],
    ],
  ]);
});

// …/#type-expression-operators
describe('kinds and conversion', () => {
  gives([
    [{ $type: '$absent' }, 'missing'],
    [{ $type: [[1]] }, 'array'],
    [{ $type: 1.5 }, 'double'],
    [{ $toString: 1.5 }, '1.5'],
    [{ $toString: at }, at.toISOString()],
    [{ $toInt: '12' }, 12],
    [{ $toInt: 1.9 }, 1],
    [{ $toDouble: '1.5' }, 1.5],
    [{ $toBool: 'false' }, true],
    [{ $toDate: 5 }, new Date(5)],
    [{ $toLong: at }, at.getTime()],
    [{ $toInt: '$absent' }, null],
    [{ $convert: { input: 'x', to: 'int', onError: 'bad' } }, 'bad'],
    [{ $convert: { input: null, to: 'int', onNull: 0 } }, 0],
  ]);
});

describe('bad expressions are refused', () => {
  test.each<[unknown, string]>([
    [{ $foo: 1 }, "Unrecognized expression '$foo'"],
    [{ $add: ['a', 1] }, '$add only supports numeric or date types, not string'],
    [{ $add: [at, at] }, 'only one date allowed'],
    [{ $subtract: ['a', 1] }, 'cant $subtract a int from a string'],
    [{ $subtract: [1] }, 'Expression $subtract takes exactly 2 arguments. 1 were passed in'],
    [{ $divide: [1, 0] }, "can't $divide by zero"],
    [{ $mod: [1, 0] }, "can't $mod by zero"],
    [{ $sqrt: -1 }, "$sqrt's argument must be greater than or equal to 0"],
    [{ $ln: 0 }, "$ln's argument must be a positive number"],
    [{ $concat: [1] }, '$concat only supports strings, not int'],
    [{ $strLenCP: '$absent' }, 'requires a string argument, found: missing'],
    [{ $substrBytes: ['茶', 1, 2] }, 'UTF-8 continuation byte'],
    [{ $split: ['a', ''] }, 'requires a non-empty separator'],
    [{ $size: '$absent' }, 'The argument to $size must be an array, but was of type: missing'],
    [{ $in: [1, 2] }, '$in requires an array as a second argument, found: int'],
    [{ $arrayElemAt: [[1], 1.5] }, 'integral 32-bit value'],
    [{ $range: [0, 5, 0] }, '$range requires a non-zero step value'],
    [{ $range: [0, 1e9] }, 'too much memory'],
    [{ $slice: [[1], 0, 0] }, 'Third argument to $slice must be positive'],
    [{ $map: { input: 5, in: 1 } }, 'input to $map must be an array not int'],
    [{ $filter: { input: [] } }, "Missing 'cond' parameter to $filter"],
    [{ $cond: [1, 2] }, 'Expression $cond takes exactly 3 arguments'],
    [{ $switch: { branches: [] } }, '$switch requires at least one branch'],
    [{ $switch: { branches: [{ case: false, then: 1 }] } }, 'could not find a matching branch'],
    ['$$absent', 'Use of undefined variable: absent'],
    [{ $year: 'x' }, "can't convert from BSON type string to Date"],
    [
      { $year: { date: at, timezone: 'Mars/Base' } },
      'unrecognized time zone identifier: "Mars/Base"',
    ],
    [{ $dateToString: { date: at, format: '%q' } }, "Invalid format character '%q'"],
    [{ $dateFromString: { dateString: 'soon' } }, "Error parsing date string 'soon'"],
    [{ $toInt: 'x' }, "Failed to parse number 'x'"],
    [{ $toInt: 2 ** 40 }, 'overflow'],
    [{ $setUnion: [1] }, 'must be arrays'],
    [{ $meta: 'textScore' }, 'text score'],
    ['$a..b', 'FieldPath'],
    ['$', 'by itself is not a valid FieldPath'],
    [{ $abs: 1, $add: [] }, 'must contain exactly one field'],
  ])('%j', (expression, words) => {
    expect(() => valueOf(expression)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(words) as string,
      }),
    );
  });
});
