import { Binary, EJSON, MaxKey, MinKey } from 'bson';
import fc from 'fast-check';
import {
  compareValues,
  compileFilter,
  compileOrder,
  decodeEjson,
  type Doc,
  encodeEjson,
} from '../../../../local/cloud/database/language';

// https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
const inOrder: unknown[] = [
  new MinKey(),
  undefined,
  null,
  NaN,
  -Infinity,
  -1,
  0,
  0.5,
  2 ** 40,
  '',
  'A',
  'a',
  'aa',
  '人',
  '\uff01',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 0 },
  { b: 0 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('z')),
  new Binary(Buffer.from('aa')),
  false,
  true,
  new Date(-5),
  new Date(5),
  /a/,
  /b/,
  new MaxKey(),
];

describe('the order of values', () => {
  test('puts every kind and value in the place of the manual’s table', () => {
    for (const [i, a] of inOrder.entries()) {
      for (const [j, b] of inOrder.entries()) {
        expect([i, j, Math.sign(compareValues(a, b))]).toEqual([i, j, Math.sign(i - j)]);
      }
    }
  });

  test('is total: antisymmetric, transitive, and zero for a value and its copy', () => {
    fc.assert(
      fc.property(plain, plain, plain, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
        const [low, middle, high] = [a, b, c].sort(compareValues);
        expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
        expect(compareValues(low, high)).toBeLessThanOrEqual(0);
        expect(compareValues(a, decodeEjson(encodeEjson(a), 0)) + 0).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('of text is that of its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareValues(a, b))).toBe(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  test('agrees with a filter that asks for one value', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        fc.pre(!Array.isArray(a) && !Array.isArray(b));
        const found = compileFilter({ f: { $eq: b } })({ f: a });
        expect(found).toBe(compareValues(a, b) === 0);
      }),
      { numRuns: 1000 },
    );
  });
});

const plain: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.integer({ min: -3, max: 3 }),
    fc.double(),
    fc.string({ maxLength: 2 }),
    fc.constantFrom(null, true, false, /a/i, /b/ms),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c.d'), tie('any'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).any;

describe('extended JSON', () => {
  test('comes back from its text as it went in', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(decodeEjson(encodeEjson(value), 0)).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('is read by the SDK’s own parser as the same values', () => {
    const value = {
      at: new Date(1_700_000_000_123),
      before: new Date(-1),
      far: new Date(Date.UTC(12_000, 0, 1)),
      big: 2 ** 60,
      n: [1.5, -0, NaN, Infinity],
      bytes: new Binary(Buffer.from('茶')),
      text: '茶',
      none: null,
    };
    expect(EJSON.parse(encodeEjson(value))).toEqual(value);
  });

  test.each<[text: string, value: unknown]>([
    ['{"$numberInt":"5"}', 5],
    ['{"$numberLong":"1099511627776"}', 2 ** 40],
    ['{"$numberDouble":"-0.0"}', -0],
    ['{"$numberDouble":"Infinity"}', Infinity],
    ['{"$numberDecimal":"1.50"}', 1.5],
    ['{"$date":{"$numberLong":"-7"}}', new Date(-7)],
    ['{"$date":"1970-01-01T00:00:01.000Z"}', new Date(1000)],
    ['{"$oid":"5e7b474a5e54c773b58d7b39"}', '5e7b474a5e54c773b58d7b39'],
    ['{"$undefined":true}', null],
    ['{"$regularExpression":{"pattern":"^a","options":"im"}}', /^a/im],
    ['{"$tcb_server_date":{"offset":{"$numberInt":"-1000"}}}', new Date(4000)],
    ['{"$tcb_server_date":{}}', new Date(5000)],
    ['{"a":{"$regex":"x","$options":"i"}}', { a: { $regex: 'x', $options: 'i' } }],
    ['{"a":[{"$gt":{"$numberInt":"1"}}]}', { a: [{ $gt: 1 }] }],
    ['"text"', 'text'],
    ['7', 7],
  ])('%s is read', (text, value) => {
    expect(decodeEjson(text, 5000)).toEqual(value);
  });

  test.each([
    ['{', 'invalid JSON input'],
    ['', 'invalid JSON input'],
    ['{"$date":"no"}', 'invalid'],
    ['{"$date":{"$numberLong":"NaN"}}', 'invalid'],
    ['{"$regularExpression":{"pattern":"(","options":""}}', 'Regular expression is invalid'],
    ['{"$regularExpression":{"pattern":"a","options":"g"}}', 'invalid flag in regex options: g'],
    ['{"$oid":"x"}', 'invalid extended JSON'],
    ['{"a":{"__proto__":{"x":1}}}', 'field name __proto__'],
    ['{"$set":{"__proto__.x":1}}', 'field name __proto__'],
  ])('%s is refused', (text, words) => {
    expect(() => decodeEjson(text, 0)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining(words) as string,
      }),
    );
  });

  test('is refused where it is nested deeper than MongoDB keeps', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => decodeEjson(nested(50_000), 0)).toThrow('exceeded maximum nested object depth');
    expect(encodeEjson(decodeEjson(nested(200), 0))).toBe(nested(200));
  });

  test('leaves missing fields out and keeps their place in arrays', () => {
    expect(encodeEjson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}');
  });
});

// https://www.mongodb.com/docs/manual/reference/method/cursor.sort/
describe('an order of documents', () => {
  const order = (path: string, direction: 1 | -1, docs: Doc[]): unknown[] =>
    [...docs].sort(compileOrder([[path, direction]])).map((doc) => doc._id);

  test('takes an array’s least element when ascending and its greatest when descending', () => {
    const docs = [
      { _id: 'wide', a: [1, 9] },
      { _id: 'middle', a: [4] },
      { _id: 'five', a: 5 },
    ];
    expect(order('a', 1, docs)).toEqual(['wide', 'middle', 'five']);
    expect(order('a', -1, docs)).toEqual(['wide', 'five', 'middle']);
  });

  test('counts a missing field as null and an empty array below it', () => {
    const docs = [
      { _id: 'number', a: 1 },
      { _id: 'missing' },
      { _id: 'empty', a: [] },
      { _id: 'null', a: null },
    ];
    expect(order('a', 1, docs)).toEqual(['empty', 'missing', 'null', 'number']);
  });

  test('reads dotted paths through documents in arrays and by index', () => {
    const docs = [
      { _id: 'x', a: [{ b: 3 }, { b: 2 }] },
      { _id: 'y', a: [{ b: 1 }, { b: 9 }] },
      { _id: 'z', a: [{ b: 5 }] },
    ];
    expect(order('a.b', 1, docs)).toEqual(['y', 'x', 'z']);
    expect(order('a.b', -1, docs)).toEqual(['y', 'z', 'x']);
    expect(order('a.0.b', 1, docs)).toEqual(['y', 'x', 'z']);
  });

  test('looks at the second path only where the first is level', () => {
    const docs = [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
      { _id: 3, a: 0, b: 0 },
    ];
    const compare = compileOrder([
      ['a', -1],
      ['b', -1],
    ]);
    expect(docs.sort(compare).map((doc) => doc._id)).toEqual([2, 1, 3]);
  });

  test('sorts kinds in the order of the manual', () => {
    const docs = [
      { _id: 'd', a: new Date(0) },
      { _id: 's', a: 'x' },
      { _id: 'n', a: 7 },
      { _id: 'b', a: false },
    ];
    expect(order('a', 1, docs)).toEqual(['n', 's', 'b', 'd']);
  });
});
