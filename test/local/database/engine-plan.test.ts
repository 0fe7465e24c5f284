import nodePath from 'node:path';
import fc from 'fast-check';
import { openConnection } from '../../../local/cloud/database/connection';
import { compileFilter, compileOrder } from '../../../local/cloud/database/language';
import type { Doc } from '../../../local/cloud/database/language';
import { choosePlan } from '../../../local/cloud/database/plan';
import type { OrderBy } from '../../../local/cloud/database/plan';
import type { Index, IndexField } from '../../../local/cloud/database/shape';
import { findDocs, startDatabase, updating } from '../../support/cloud/engine';
import type { TestDatabase } from '../../support/cloud/engine';

const scalar = fc.constantFrom<unknown>(
  ...[null, -1, 0, 1, 2.5, 1e300, '', 'a', 'ab', 'b', 'a\0', '\u{1f600}', '￿', true, false],
  ...[new Date(0), new Date(1), new Date(-5)],
);
const inner = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(scalar, inner, fc.array(scalar, { maxLength: 2 })), {
      maxLength: 3,
    }),
  },
  { weight: 1, arbitrary: inner },
);
const doc = fc.record({ a: value, b: value, c: scalar }, { requiredKeys: [] });
const fieldPath = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x', '_id');
const direction = fc.constantFrom<1 | -1>(1, -1);
const fields = fc.uniqueArray(fc.record({ path: fieldPath, direction }), {
  minLength: 1,
  maxLength: 3,
  selector: (field) => field.path,
});
const operator = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne');
const asked = fc.oneof(
  scalar,
  value,
  fc.tuple(operator, scalar).map(([name, operand]) => ({ [name]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gt: low, $lte: high })),
  fc.array(scalar, { minLength: 1, maxLength: 4 }).map((values) => ({ $in: values })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  inner.map((part) => ({ $elemMatch: part })),
);
const flat = fc.dictionary(fieldPath, asked, { maxKeys: 3 });
const filter: fc.Arbitrary<Doc> = fc.oneof(
  flat,
  fc.array(flat, { minLength: 1, maxLength: 2 }).map((parts) => ({ $and: parts })),
  fc.tuple(flat, flat).map(([first, second]) => ({ ...first, $or: [second, { c: 1 }] })),
);
const order = fc
  .uniqueArray(fc.tuple(fieldPath, direction), { maxLength: 3, selector: ([name]) => name })
  .map((pairs): OrderBy => pairs);
// Few values and nested arrays everywhere, so that several conditions meet in one array.
const digit = fc.nat({ max: 2 });
const pair = fc.record({ x: digit, y: digit });
const denseDoc = fc.record({
  a: fc.oneof(fc.array(pair, { minLength: 2, maxLength: 3 }), pair),
  b: fc.oneof(digit, fc.array(digit, { maxLength: 3 })),
  c: digit,
});
const denseFields = fc.constantFrom<IndexField[]>(
  ascending('a.x', 'a.y'),
  ascending('c', 'a.x', 'a.y'),
  ascending('b', 'c'),
  ascending('c', 'b'),
  ascending('b'),
);
const denseAsked = fc.oneof(
  digit,
  fc.tuple(digit, digit).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.tuple(digit, digit).map((values) => ({ $in: values })),
);
const denseFilter: fc.Arbitrary<Doc> = fc.oneof(
  fc.record({ 'a.x': denseAsked, 'a.y': denseAsked, c: denseAsked }, { requiredKeys: ['a.x'] }),
  fc.record({ b: denseAsked, c: denseAsked }, { requiredKeys: ['b'] }),
  fc.tuple(denseAsked, denseAsked).map(([one, other]) => ({ $and: [{ b: one }, { b: other }] })),
);
const worlds = [
  { name: 'any', fields, doc, filter },
  { name: 'crowded', fields: denseFields, doc: denseDoc, filter: denseFilter },
];
const queryOf = (filters: fc.Arbitrary<Doc>) =>
  fc.record({
    filter: filters,
    order,
    offset: fc.nat({ max: 3 }),
    limit: fc.oneof(fc.constant(Infinity), fc.nat({ max: 8 })),
  });

function ascending(...paths: string[]): IndexField[] {
  return paths.map((path) => ({ path, direction: 1 }));
}

describe('queries with indexes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startDatabase();
  });
  afterAll(async () => {
    await database.stop();
    database.context.removeFolder();
  });

  /** The collection `things` with these indexes and those of the documents that may be indexed. */
  async function fill(shapes: IndexField[][], docs: Doc[]): Promise<void> {
    await database.reset();
    const indexes = shapes.map((shape, i) => ({ name: `i${i}`, fields: shape }));
    await database.controls?.schema?.({ collections: [{ name: 'things', indexes }] });
    const inserts = docs.map((fieldsOf, i) =>
      database.engine().insert('things', [{ _id: i % 3 === 0 ? `s${i}` : i, ...fieldsOf }]),
    );
    const refused = (await Promise.allSettled(inserts)).filter(
      ({ status }) => status !== 'fulfilled',
    );
    for (const one of refused) expect(String(Object(one).reason)).toContain('parallel arrays');
  }

  test.each(worlds)(
    '$name documents are found and ordered as by a look at each',
    async (world) => {
      const shapes = fc.array(world.fields, { minLength: 1, maxLength: 3 });
      const docs = fc.array(world.doc, { minLength: 1, maxLength: 25, size: 'max' });
      const queries = fc.array(queryOf(world.filter), { minLength: 10, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(shapes, docs, queries, async (indexes, given, list) => {
          await fill(indexes, given);
          const all = findDocs(database.engine(), 'things');
          for (const one of list) {
            const compare = one.order.length > 0 ? compileOrder(one.order) : () => 0;
            const matching = all.filter(compileFilter(one.filter)).sort(compare);
            const expected = matching.slice(one.offset, one.offset + one.limit);
            const found = findDocs(database.engine(), 'things', one.filter, one);
            // Documents level in the order may come in any order, so places are compared by order.
            expect(found.map((at, i) => compare(at, expected[i] ?? {}))).toEqual(
              expected.map(() => 0),
            );
            expect(new Set(found.map(({ _id }) => _id)).size).toBe(found.length);
            expect(matching).toEqual(expect.arrayContaining(found));
            expect(database.engine().count('things', one.filter)).toBe(matching.length);
          }
        }),
        { numRuns: 120 },
      );
    },
    240_000,
  );

  test.each<[string, 1 | -1, Doc, unknown]>([
    ['nothing', -1, { $lte: 'b' }, ''],
    ['a zero', -1, { $lt: 'b' }, '\0'],
    ['infinity', 1, { $gte: 5 }, Infinity],
    ['a huge number', 1, { $gt: 5 }, Number.MAX_VALUE],
    ['minus infinity', -1, { $lte: 5 }, -Infinity],
  ])('a range on one side reaches %s at its end', async (_, direction, asked, c) => {
    await fill([[{ path: 'c', direction }]], [{ c }]);
    expect(findDocs(database.engine(), 'things', { c: asked })).toMatchObject([{ c }]);
  });

  test('a count by an index counts a document once that has an array behind the condition', async () => {
    const shape: IndexField[] = [
      { path: 'c', direction: 1 },
      { path: 'b.x', direction: 1 },
    ];
    await fill([shape], [{ c: 'k', b: [null, { x: 'ab' }] }, {}]);
    expect(database.engine().count('things', { c: 'k' })).toBe(1);
  });

  test('writes leave in an index what building it anew gives', async () => {
    const entries = () => {
      const file = nodePath.join(database.context.dataDir, 'database/documents.sqlite');
      const connection = openConnection(file, 64);
      const rows = connection.rows('select key, n from entries order by key, n');
      connection.close();
      return rows.map(([key, n]) => `${String(n)} ${Buffer.from(key as Buffer).toString('hex')}`);
    };
    const docs = fc.array(doc, { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fields, docs, value, async (shape, given, next) => {
        await fill([shape], given);
        const engine = database.engine();
        // Refused where two arrays would meet in one index; then nothing may have changed.
        const change = updating({ c: { $ne: 1 } }, { $set: { a: next } });
        await engine.modify('things', change).catch(() => undefined);
        await engine.remove('things', { filter: { _id: 1 }, multi: false });
        const kept = entries();
        const indexes = [{ name: 'anew', fields: shape }];
        await database.controls?.schema?.({ collections: [{ name: 'things', indexes }] });
        expect(entries()).toEqual(kept);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the planner', () => {
  const index = (name: string, fieldsOf: Record<string, 1 | -1>, multikey = 0): Index => ({
    id: name.length,
    name,
    fields: Object.entries(fieldsOf).map(([at, turn]) => ({ path: at, direction: turn })),
    unique: false,
    multikey,
    since: 0,
  });
  const byUnit = index('unit', { unitId: 1, filedAt: -1 });
  const byState = index('state', { unitId: 1, state: 1, filedAt: -1 });

  test('takes the index that holds the equalities and the order', () => {
    const plan = choosePlan([byUnit, byState], { unitId: 'u', state: 's' }, [['filedAt', -1]]);
    expect(plan).toMatchObject({
      index: byState,
      isSorted: true,
      isReversed: false,
      isExact: true,
    });
    const turned = choosePlan([byUnit, byState], { unitId: 'u' }, [['filedAt', 1]]);
    expect(turned).toMatchObject({ index: byUnit, isSorted: true, isReversed: true });
  });

  test('keeps the order of each of several points', () => {
    const filter = { unitId: { $in: ['u', 'v'] } };
    const plan = choosePlan([byUnit], filter, [['filedAt', -1]]);
    expect(plan).toMatchObject({ index: byUnit, isSorted: true });
    expect(plan?.ranges).toHaveLength(2);
    expect(choosePlan([byUnit], filter, [['unitId', 1]])?.isSorted).toBe(false);
  });

  test('looks at everything when no index has a condition or the order', () => {
    expect(choosePlan([byUnit, byState], { state: 's' }, [])).toBeUndefined();
    expect(choosePlan([byUnit], {}, [['state', 1]])).toBeUndefined();
  });

  test('does not trust the order of a field that met arrays', () => {
    const tags = index('tags', { tags: 1 }, 1);
    expect(choosePlan([tags], { tags: { $gt: 'a' } }, [['tags', 1]])?.isSorted).toBe(false);
  });
});
