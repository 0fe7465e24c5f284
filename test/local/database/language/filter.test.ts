import { compileFilter, decodeEjson, type Doc } from '../../../../local/cloud/database/language';

type Row = [filter: Doc, doc: Doc, found: boolean];

function finds(rows: Row[]): void {
  test.each(rows)('%j on %j: %s', (filter, doc, found) => {
    expect(compileFilter(filter)(doc)).toBe(found);
  });
}

// https://www.mongodb.com/docs/manual/reference/operator/query/eq/ and "Query for Null or Missing".
describe('equality', () => {
  finds([
    [{}, { a: 1 }, true],
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1 }, { a: '1' }, false],
    [{ a: 1 }, { a: [3, 1] }, true],
    [{ a: [3, 1] }, { a: [3, 1] }, true],
    [{ a: [1, 3] }, { a: [3, 1] }, false],
    [{ a: [1] }, { a: [[1], 2] }, true],
    [{ a: null }, {}, true],
    [{ a: null }, { a: null }, true],
    [{ a: null }, { a: [1, null] }, true],
    [{ a: null }, { a: 0 }, false],
    [{ a: { $ne: null } }, {}, false],
    [{ a: { $ne: 1 } }, {}, true],
    [{ a: { $ne: 1 } }, { a: [1, 2] }, false],
    [{ a: { $eq: true } }, { a: 1 }, false],
    [{ a: new Date(5) }, { a: new Date(5) }, true],
    [{ a: new Date(5) }, { a: 5 }, false],
    [{ a: NaN }, { a: NaN }, true],
    [{ a: 0 }, { a: -0 }, true],
    [{ constructor: null }, {}, true],
  ]);
});

// https://www.mongodb.com/docs/manual/tutorial/query-embedded-documents/: exact, in field order.
describe('nested documents', () => {
  finds([
    [{ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
    [{ a: { x: 1 } }, { a: { x: 1, y: 2 } }, false],
    [{ 'a.x': 1 }, { a: { x: 1, y: 2 } }, true],
    [{ 'a.x': null }, { a: 4 }, true],
    [{ 'a.x': null }, { a: {} }, true],
    [{ a: {} }, { a: {} }, true],
    [{ a: {} }, { a: { x: 1 } }, false],
  ]);
});

// https://www.mongodb.com/docs/manual/tutorial/query-array-of-documents/ and the server's
// jstests/core/null_query_semantics.js.
describe('paths through arrays', () => {
  finds([
    [{ 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    [{ 'a.b': 2 }, { a: [{ b: [1, 2] }] }, true],
    [{ 'a.0.b': 1 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    [{ 'a.1.b': 1 }, { a: [{ b: 1 }, { b: 2 }] }, false],
    [{ 'a.0': 5 }, { a: [5, 6] }, true],
    [{ 'a.1': 5 }, { a: [5, 6] }, false],
    [{ 'a.0.1': 7 }, { a: [[6, 7]] }, true],
    [{ 'a.0': [5] }, { a: [[5]] }, true],
    [{ 'a.b': 1 }, { a: [[{ b: 1 }]] }, false],
    [{ 'a.b': null }, { a: [] }, false],
    [{ 'a.b': null }, { a: [1, 2] }, false],
    [{ 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
    [{ 'a.b': { $exists: false } }, { a: [] }, true],
    [{ 'a.b': { $exists: true } }, { a: [{}, { b: null }] }, true],
    [{ 'a.0': { $exists: true } }, { a: [] }, false],
    [{ 'a.0': { $exists: true } }, { a: [null] }, true],
    [{ 'a.01': 5 }, { a: [4, 5] }, false],
    [{ 'a.b': { $ne: 1 } }, { a: [{ b: 1 }, { b: 2 }] }, false],
    [{ 'a.b': { $gt: 3, $lt: 1 } }, { a: [{ b: 0 }, { b: 3 }] }, false],
    [{ 'a.b': { $gte: 3, $lt: 1 } }, { a: [{ b: 0 }, { b: 3 }] }, true],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/method/db.collection.find/#type-bracketing
describe('comparison within one kind', () => {
  finds([
    [{ a: { $gt: 5 } }, { a: 6 }, true],
    [{ a: { $gt: 5 } }, { a: 'z' }, false],
    [{ a: { $gt: 5 } }, { a: new Date(9) }, false],
    [{ a: { $gt: 5 } }, {}, false],
    [{ a: { $lt: 5 } }, { a: null }, false],
    [{ a: { $lte: null } }, {}, true],
    [{ a: { $gte: null } }, { a: null }, true],
    [{ a: { $gt: null } }, { a: null }, false],
    [{ a: { $gte: null } }, { a: 1 }, false],
    [{ a: { $gt: 'a' } }, { a: 'b' }, true],
    [{ a: { $lt: '山' } }, { a: '人' }, true],
    [{ a: { $gt: false } }, { a: true }, true],
    [{ a: { $gte: new Date(5) } }, { a: new Date(5) }, true],
    [{ a: { $gt: [1] } }, { a: [1, 2] }, true],
    [{ a: { $gt: { x: 1 } } }, { a: { x: 2 } }, true],
    [{ a: { $lt: NaN } }, { a: 1 }, false],
    [{ a: { $lt: 1 } }, { a: NaN }, false],
    [{ a: { $gte: NaN } }, { a: NaN }, true],
    [{ a: { $gt: 5, $lt: 8 } }, { a: [1, 9] }, true],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/operator/query/in/ and …/nin/
describe('membership', () => {
  finds([
    [{ a: { $in: [1, 'x'] } }, { a: 'x' }, true],
    [{ a: { $in: [1, 'x'] } }, { a: [2, 1] }, true],
    [{ a: { $in: [[1, 2]] } }, { a: [1, 2] }, true],
    [{ a: { $in: [null] } }, {}, true],
    [{ a: { $in: [] } }, { a: 1 }, false],
    [{ a: { $in: [/^x/] } }, { a: 'xy' }, true],
    [{ a: { $in: [/^x/, 3] } }, { a: ['b', 'xz'] }, true],
    [{ a: { $in: [{ x: 1 }] } }, { a: { x: 1 } }, true],
    [{ a: { $in: [new Date(1)] } }, { a: new Date(1) }, true],
    [{ a: { $nin: [1] } }, {}, true],
    [{ a: { $nin: [1] } }, { a: [1, 2] }, false],
    [{ a: { $nin: [null] } }, {}, false],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/operator/query-array/
describe('arrays', () => {
  finds([
    [{ a: { $all: [1, 2] } }, { a: [3, 2, 1] }, true],
    [{ a: { $all: [1, 2] } }, { a: [1] }, false],
    [{ a: { $all: [1] } }, { a: 1 }, true],
    [{ a: { $all: [] } }, { a: [] }, false],
    [{ a: { $all: [/^x/, 'y'] } }, { a: ['y', 'xx'] }, true],
    [{ a: { $all: [[1]] } }, { a: [[1]] }, true],
    [
      { a: { $all: [{ $elemMatch: { x: 1, y: 1 } }, { $elemMatch: { x: 2 } }] } },
      { a: [{ x: 1, y: 1 }, { x: 2 }] },
      true,
    ],
    [{ a: { $size: 2 } }, { a: [1, [2]] }, true],
    [{ a: { $size: 0 } }, { a: [] }, true],
    [{ a: { $size: 0 } }, {}, false],
    [{ a: { $size: 1 } }, { a: 1 }, false],
    [{ a: { $elemMatch: { $gt: 2, $lt: 4 } } }, { a: [1, 3] }, true],
    [{ a: { $elemMatch: { $gt: 2, $lt: 4 } } }, { a: [1, 5] }, false],
    [{ a: { $elemMatch: { $gt: 2 } } }, { a: 3 }, false],
    [{ a: { $elemMatch: { x: 1, y: 2 } } }, { a: [{ x: 1 }, { x: 1, y: 2 }] }, true],
    [{ a: { $elemMatch: { x: 1, y: 2 } } }, { a: [{ x: 1 }, { y: 2 }] }, false],
    [{ a: { $elemMatch: { $or: [{ x: 1 }, { y: 2 }] } } }, { a: [{ y: 2 }] }, true],
    [{ a: { $elemMatch: { x: null } } }, { a: [1] }, false],
    [{ a: { $not: { $elemMatch: { $gt: 2 } } } }, { a: [1] }, true],
    [{ 'a.b': { $elemMatch: { $in: ['x'] } } }, { a: [{ b: ['y'] }, { b: ['x'] }] }, true],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/operator/query-logical/ and …/query-element/
describe('logic, kinds and the rest', () => {
  finds([
    [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
    [{ $and: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
    [{ $nor: [{ a: 1 }, { b: 1 }] }, { a: 2 }, true],
    [{ a: { $not: { $gt: 5 } } }, { a: 'x' }, true],
    [{ a: { $not: { $gt: 5 } } }, {}, true],
    [{ a: { $not: /^x/ } }, { a: 'xy' }, false],
    [{ a: { $exists: true } }, { a: null }, true],
    [{ a: { $exists: false } }, { a: null }, false],
    [{ a: { $exists: true } }, { a: [] }, true],
    [{ a: { $type: 'string' } }, { a: [1, 'x'] }, true],
    [{ a: { $type: 'array' } }, { a: [] }, true],
    [{ a: { $type: ['null', 8] } }, { a: false }, true],
    [{ a: { $type: 'number' } }, { a: 1.5 }, true],
    [{ a: { $type: 'int' } }, { a: 1.5 }, false],
    [{ a: { $type: 16 } }, { a: 7 }, true],
    [{ a: { $type: 'null' } }, {}, false],
    [{ a: { $mod: [4, 3] } }, { a: 7 }, true],
    [{ a: { $mod: [4, -3] } }, { a: -7 }, true],
    [{ a: { $mod: [4, 0] } }, { a: 'x' }, false],
    [{ a: { $mod: [4, 3] } }, { a: 7.9 }, true],
    [{ $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
    [{ $expr: { $gt: ['$a', '$b'] } }, { a: 1, b: 2 }, false],
    [{ $comment: 'why' }, {}, true],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/operator/query/regex/
describe('regular expressions', () => {
  finds([
    [{ a: /^茶/ }, { a: '茶园' }, true],
    [{ a: /x/i }, { a: ['a', 'X'] }, true],
    [{ a: { $regex: '^X', $options: 'i' } }, { a: 'xy' }, true],
    [{ a: { $options: 'm', $regex: '^b' } }, { a: 'a\nb' }, true],
    [{ a: { $regex: 'a.b', $options: 's' } }, { a: 'a\nb' }, true],
    [{ a: { $regex: 'a b # words', $options: 'x' } }, { a: 'ab' }, true],
    [{ a: { $regex: '(?i)AB' } }, { a: 'xab' }, true],
    [{ a: { $regex: /A/, $options: 'i' } }, { a: 'a' }, true],
    [{ a: /1/ }, { a: 1 }, false],
    [{ a: /1/ }, { a: /1/ }, true],
    [{ a: { $regex: 'a', $ne: 'a' } }, { a: 'ab' }, true],
    [{ a: { $regex: 'a', $ne: 'a' } }, { a: 'a' }, false],
  ]);
});

describe('bad filters are refused in MongoDB’s words', () => {
  test.each<[Doc, string]>([
    [{ a: { $in: 1 } }, '$in needs an array'],
    [{ a: { $nin: 1 } }, '$nin needs an array'],
    [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ a: { $all: 1 } }, '$all needs an array'],
    [{ a: { $foo: 1 } }, 'unknown operator: $foo'],
    [{ a: { $gt: 1, b: 2 } }, 'unknown operator: b'],
    [{ $foo: 1 }, 'unknown top level operator: $foo'],
    [{ $or: [] }, '$and/$or/$nor must be a nonempty array'],
    [{ $or: {} }, '$or must be an array'],
    [{ $and: [1] }, '$or/$and/$nor entries need to be full objects'],
    [{ a: { $size: 'x' } }, '$size needs a number'],
    [{ a: { $size: 1.5 } }, '$size must be a whole number'],
    [{ a: { $size: -1 } }, '$size may not be negative'],
    [{ a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    [{ a: { $mod: [2] } }, 'malformed mod, not enough elements'],
    [{ a: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
    [{ a: { $not: 1 } }, '$not needs a regex or a document'],
    [{ a: { $not: {} } }, '$not cannot be empty'],
    [{ a: { $ne: /x/ } }, "Can't have regex as arg to $ne."],
    [{ a: { $gt: /x/ } }, "Can't have RegEx as arg to predicate"],
    [{ a: { $regex: 1 } }, '$regex has to be a string'],
    [{ a: { $regex: '(' } }, 'Regular expression is invalid'],
    [{ a: { $regex: 'a', $options: 'q' } }, 'invalid flag in regex options: q'],
    [{ a: { $options: 'i' } }, '$options needs a $regex'],
    [{ a: { $type: 'text' } }, 'Unknown type name alias: text'],
    [{ $text: { $search: 'x' } }, 'text index required'],
    [{ $where: '1' }, '$where is not supported'],
    [{ $expr: { $foo: 1 } }, "Unrecognized expression '$foo'"],
  ])('%j', (filter, words) => {
    expect(() => compileFilter(filter)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(words) as string,
      }),
    );
  });
});

test('a filter from the wire finds by date, regex and server time', () => {
  const wire =
    '{"at":{"$gte":{"$date":{"$numberLong":"1000"}},' +
    '"$lte":{"$tcb_server_date":{"offset":{"$numberInt":"0"}}}},' +
    '"name":{"$regularExpression":{"pattern":"^li","options":"i"}},"n":{"$gt":{"$numberInt":"1"}}}';
  const matches = compileFilter(decodeEjson(wire, 2000) as Doc);
  expect(matches({ at: new Date(1500), name: 'Lin', n: 2 })).toBe(true);
  expect(matches({ at: new Date(2500), name: 'Lin', n: 2 })).toBe(false);
});
