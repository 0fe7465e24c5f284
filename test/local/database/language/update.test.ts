import fc from 'fast-check';
import { applyUpdate, type Doc } from '../../../../local/cloud/database/language';

const nowMs = 1_700_000_000_000;

type Row = [doc: Doc, update: Doc, becomes: Doc];

function changes(rows: Row[]): void {
  test.each(rows)('%j with %j becomes %j', (doc, update, becomes) => {
    const frozen = JSON.stringify(doc);
    expect(JSON.stringify(applyUpdate(doc, update, {}, nowMs))).toBe(JSON.stringify(becomes));
    expect(JSON.stringify(doc)).toBe(frozen);
  });
}

// https://www.mongodb.com/docs/manual/reference/operator/update-field/
describe('fields', () => {
  changes([
    [{ a: 1 }, { $set: { a: 2 } }, { a: 2 }],
    [{ a: 1 }, { $set: { 'b.c': 2 } }, { a: 1, b: { c: 2 } }],
    [{ a: { b: 1, c: 2 } }, { $set: { 'a.b': 3 } }, { a: { b: 3, c: 2 } }],
    [{ a: { b: 1 } }, { $set: { a: {} } }, { a: {} }],
    [{}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
    [{ a: [1, 2] }, { $set: { 'a.1': 3 } }, { a: [1, 3] }],
    [{ a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
    [{}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
    [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    [{ a: 1 }, { $unset: { 'a.b': '', c: '' } }, { a: 1 }],
    [{ a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
    [{ a: { b: 1 } }, { $inc: { 'a.b': -1.5 } }, { a: { b: -0.5 } }],
    [{ a: 3 }, { $mul: { a: 2, b: 3 } }, { a: 6, b: 0 }],
    [{ a: 3 }, { $min: { a: 2 }, $max: { b: 1 } }, { a: 2, b: 1 }],
    [{ a: 3 }, { $min: { a: 5 } }, { a: 3 }],
    [{ a: 3 }, { $max: { a: 'x' } }, { a: 'x' }],
    [{ a: 3 }, { $min: { a: null } }, { a: null }],
    [{ a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
    [{ a: { b: 1 } }, { $rename: { 'a.b': 'x.y', z: 'q' } }, { a: {}, x: { y: 1 } }],
    [
      {},
      { $currentDate: { a: true, b: { $type: 'date' } } },
      { a: new Date(nowMs), b: new Date(nowMs) },
    ],
    [{ a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
    [{ a: 3 }, { $bit: { a: { or: 5 }, b: { xor: 6 } } }, { a: 7, b: 6 }],
    [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
    [{ a: 1 }, {}, { a: 1 }],
    [{ _id: 1 }, { $set: { _id: 1, a: 1 } }, { _id: 1, a: 1 }],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/operator/update-array/
describe('arrays', () => {
  changes([
    [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    [{}, { $push: { a: 2 } }, { a: [2] }],
    [{ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [0], $position: 0 } } }, { a: [0, 1, 2] }],
    [{ a: [1, 2, 3] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 2, 9, 3] }],
    [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }],
    [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
    [
      { a: [{ n: 2 }, { n: 1 }] },
      { $push: { a: { $each: [{ n: 3 }], $sort: { n: -1 } } } },
      { a: [{ n: 3 }, { n: 2 }, { n: 1 }] },
    ],
    [{ a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
    [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [{ a: [{ x: 1, y: 2 }] }, { $addToSet: { a: { x: 1, y: 2 } } }, { a: [{ x: 1, y: 2 }] }],
    [
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    [{ a: [1, 2, 3] }, { $pop: { a: -1, b: 1 } }, { a: [2, 3] }],
    [{ a: [1, 2, 1] }, { $pull: { a: 1, b: 1 } }, { a: [2] }],
    [{ a: [1, 5, 8] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [{ a: ['x', 'y'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
    [{ a: ['xa', 'b'] }, { $pull: { a: /^x/ } }, { a: ['b'] }],
    [{ a: [{ k: 1, v: 2 }, { k: 2 }] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }] }],
    [{ a: [{ k: [1, 9] }, { k: [2] }] }, { $pull: { a: { k: { $gt: 5 } } } }, { a: [{ k: [2] }] }],
    [{ a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [{ a: [[1], [2]] }, { $pullAll: { a: [[1]] } }, { a: [[2]] }],
    [{ a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
    [
      { a: [{ b: [1] }, { b: [2] }] },
      { $set: { 'a.$[].b.$[]': 0 } },
      { a: [{ b: [0] }, { b: [0] }] },
    ],
  ]);
});

// https://www.mongodb.com/docs/manual/reference/operator/update/positional/
describe('the positional $ changes the element that the filter found', () => {
  test.each<[filter: Doc, doc: Doc, update: Doc, becomes: Doc]>([
    [{ a: 2 }, { a: [1, 2, 2] }, { $set: { 'a.$': 9 } }, { a: [1, 9, 2] }],
    [
      { 'a.k': 'y' },
      { a: [{ k: 'x' }, { k: 'y' }] },
      { $inc: { 'a.$.n': 1 } },
      { a: [{ k: 'x' }, { k: 'y', n: 1 }] },
    ],
    [
      { a: { $elemMatch: { k: 1, v: { $gt: 5 } } } },
      {
        a: [
          { k: 1, v: 1 },
          { k: 1, v: 6 },
        ],
      },
      { $set: { 'a.$.v': 0 } },
      {
        a: [
          { k: 1, v: 1 },
          { k: 1, v: 0 },
        ],
      },
    ],
    [{ $and: [{ a: { $gt: 2 } }] }, { a: [1, 3] }, { $set: { 'a.$': 0 } }, { a: [1, 0] }],
  ])('%j on %j with %j', (filter, doc, update, becomes) => {
    expect(applyUpdate(doc, update, filter, nowMs)).toEqual(becomes);
  });
});

describe('what MongoDB refuses is refused in its words', () => {
  test.each<[Doc, Doc, string]>([
    [
      { _id: 'x', a: 's' },
      { $inc: { a: 1 } },
      'Cannot apply $inc to a value of non-numeric type. ' +
        `{_id: "x"} has the field 'a' of non-numeric type string`,
    ],
    [{ _id: 'x', a: null }, { $inc: { a: 1 } }, 'of non-numeric type null'],
    [{ a: 1 }, { $inc: { a: 'x' } }, 'Cannot increment with non-numeric argument: {a: "x"}'],
    [{ a: [] }, { $mul: { a: 2 } }, 'Cannot apply $mul to a value of non-numeric type'],
    [{ a: 1 }, { $mul: { a: 'x' } }, 'Cannot multiply with non-numeric argument'],
    [{ a: 5 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 5}"],
    [{ a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
    [{ a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: [ 1 ]}"],
    [{ a: [] }, { $set: { 'a.2000000': 1 } }, "can't backfill more than 1500000 elements"],
    [{ a: 1 }, { $push: { a: 1 } }, "The field 'a' must be an array but is of type int"],
    [{ a: null }, { $push: { a: 1 } }, 'is of type null'],
    [{}, { $push: { a: { $each: 1 } } }, 'The argument to $each in $push must be an array'],
    [{}, { $push: { a: { $each: [], $foo: 1 } } }, 'Unrecognized clause in $push: $foo'],
    [{}, { $push: { a: { $each: [], $slice: 'x' } } }, 'The value for $slice must be an integer'],
    [
      { a: 'x' },
      { $addToSet: { a: 1 } },
      "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type string",
    ],
    [{ a: 'x' }, { $pop: { a: 1 } }, "Path 'a' contains an element of non-array type 'string'"],
    [{ a: [] }, { $pop: { a: 2 } }, '$pop expects 1 or -1, found: 2'],
    [{ a: 'x' }, { $pull: { a: 'x' } }, 'Cannot apply $pull to a non-array value'],
    [{ a: 'x' }, { $pullAll: { a: ['x'] } }, 'Cannot apply $pull to a non-array value'],
    [{ a: [] }, { $pullAll: { a: 1 } }, '$pullAll requires an array argument but was given a int'],
    [{ a: 1 }, { $rename: { a: 1 } }, "The 'to' field for $rename must be a string"],
    [
      { a: [{ b: 1 }] },
      { $rename: { 'a.0.b': 'c' } },
      'The source field cannot be an array element',
    ],
    [
      { a: 1 },
      { $set: { a: 1 }, $inc: { a: 1 } },
      "Updating the path 'a' would create a conflict at 'a'",
    ],
    [{ a: {} }, { $set: { a: 1, 'a.b': 1 } }, 'would create a conflict at'],
    [{ a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }, "would create a conflict at 'b'"],
    [{ _id: 1 }, { $set: { _id: 2 } }, "would modify the immutable field '_id'"],
    [{ _id: 1 }, { $unset: { _id: '' } }, "would modify the immutable field '_id'"],
    [{}, { $foo: { a: 1 } }, 'Unknown modifier: $foo'],
    [{}, { a: 1 }, 'must contain atomic operators'],
    [{}, { $set: 1 }, 'Modifiers operate on fields'],
    [
      {},
      { $set: { a: { $gt: 1 } } },
      "The dollar ($) prefixed field '$gt' in 'a.$gt' is not valid for storage.",
    ],
    [{}, { $set: { 'a..b': 1 } }, 'contains an empty field name'],
    [{ a: [1] }, { $set: { 'a.$': 1 } }, 'The positional operator did not find the match needed'],
    [{}, { $set: { 'a.$[]': 1 } }, "The path 'a' must exist in the document"],
    [{ a: 1 }, { $set: { 'a.$[]': 1 } }, 'Cannot apply array updates to non-array element a: 1'],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, "No array filter found for identifier 'x'"],
    [{ a: 1.5 }, { $bit: { a: { and: 1 } } }, 'Cannot apply $bit to a value of non-integral type'],
    [{ a: 1 }, { $bit: { a: { nand: 1 } } }, "only supports 'and', 'or', and 'xor'"],
    [{}, { $currentDate: { a: 'x' } }, 'is not valid type for $currentDate'],
  ])('%j with %j', (doc, update, words) => {
    expect(() => applyUpdate(doc, update, {}, nowMs)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(words) as string,
      }),
    );
  });
});

test('a value set in many documents is a copy in each', () => {
  const update = { $set: { a: { list: [1] } }, $push: { b: { x: 1 } } };
  const first = applyUpdate({}, update, {}, nowMs) as { a: { list: number[] }; b: Doc[] };
  first.a.list.push(2);
  first.b[0]!.x = 9;
  expect(applyUpdate({}, update, {}, nowMs)).toEqual({ a: { list: [1] }, b: [{ x: 1 }] });
});

test('no update changes the document that it is given, refused or not', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 2 },
      fc.integer(),
      fc.constantFrom('x', null, true),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('any'), { maxKeys: 2 }),
    ),
  })).any;
  const path = fc.constantFrom('a', 'b', 'a.b', 'a.0', 'a.$[]', 'a.b.0', 'b.a');
  const operator = fc.constantFrom(
    '$set',
    '$unset',
    '$inc',
    '$mul',
    '$min',
    '$max',
    '$push',
    '$pop',
    '$pull',
    '$pullAll',
    '$addToSet',
    '$rename',
  );
  const doc = fc.dictionary(fc.constantFrom('a', 'b'), value);
  fc.assert(
    fc.property(doc, operator, path, value, (before, name, dotted, operand) => {
      const kept = structuredClone(before);
      try {
        applyUpdate(before, { [name]: { [dotted]: operand } }, {}, nowMs);
      } catch (error) {
        expect(error).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
      }
      expect(before).toEqual(kept);
    }),
    { numRuns: 2000 },
  );
});
