/** Unique and secondary indexes: what they forbid, and that they change no answer. */
import { mongoManual } from '../../support/contract/case-tables';
import {
  type ContractCase,
  contractCase,
  failureOf,
  type World,
} from '../../support/contract/contract';
import type { CloudCollection } from '../../support/cloud/sdk';

const needsManager = 'indexes of a real environment are made by its management API';
const uniquePage = mongoManual('Unique Indexes');

const cases: Omit<ContractCase, 'localOnly'>[] = [
  {
    title: 'add of a known value fails with E11000 and names the index',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], [{ _id: 'a', no: 1 }]);
      const failure = await failureOf(collection.add({ _id: 'b', no: 1 }));
      expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
      expect(failure.message).toMatch(/E11000.*no_unique/);
      expect((await collection.count()).total).toBe(1);
    },
  },
  {
    title: 'update to a known value fails and changes nothing',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const before = [
        { _id: 'a', no: 1 },
        { _id: 'b', no: 2 },
      ];
      const collection = await withIndex(world, ['no'], before);
      expect((await failureOf(collection.doc('b').update({ no: 1 }))).message).toMatch(/E11000/);
      expect((await failureOf(collection.doc('b').set({ no: 1 }))).message).toMatch(/E11000/);
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual(before);
    },
  },
  {
    title: 'a document may be written again with its own value',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], [{ _id: 'a', no: 1 }]);
      await collection.doc('a').set({ no: 1, more: true });
      expect((await collection.get()).data).toEqual([{ _id: 'a', no: 1, more: true }]);
    },
  },
  {
    title: 'a value is free again once its document is removed or changed',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], [{ _id: 'a', no: 1 }]);
      await collection.doc('a').update({ no: 2 });
      await collection.add({ _id: 'b', no: 1 });
      await collection.doc('b').remove();
      expect((await collection.add({ _id: 'c', no: 1 })).id).toBe('c');
    },
  },
  {
    title: 'a missing field counts as null: only one document may lack it',
    basis: 'documented',
    source: `${uniquePage}, Missing Document Field`,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], [{ _id: 'a' }]);
      expect((await failureOf(collection.add({ _id: 'b' }))).message).toMatch(/E11000/);
      expect((await failureOf(collection.add({ no: null }))).message).toMatch(/E11000/);
    },
  },
  {
    title: 'several fields are unique together',
    basis: 'documented',
    source: `${uniquePage}, Unique Compound Index`,
    run: async (world) => {
      const collection = await withIndex(world, ['day', 'unit.no'], [{ day: 1, unit: { no: 1 } }]);
      await collection.add({ day: 1, unit: { no: 2 } });
      const work = collection.add({ day: 1, unit: { no: 2 } });
      expect((await failureOf(work)).message).toMatch(/E11000/);
    },
  },
  {
    title: 'no two documents share an element of a unique array',
    basis: 'documented',
    source: `${uniquePage}, multikey`,
    run: async (world) => {
      const collection = await withIndex(world, ['tags'], [{ _id: 'a', tags: ['x', 'y', 'x'] }]);
      const failure = await failureOf(collection.add({ tags: ['z', 'y'] }));
      expect(failure.message).toMatch(/E11000/);
      await collection.add({ tags: ['z'] });
    },
  },
  {
    title: 'a text and a number of the same digits are two values',
    basis: 'documented',
    source: mongoManual('Comparison/Sort Order'),
    run: async (world) => {
      const collection = await withIndex(world, ['no'], [{ no: 1 }]);
      await collection.add({ no: '1' });
      expect((await collection.count()).total).toBe(2);
    },
  },
  {
    title: 'of many adds of one value at once one is kept',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], []);
      const tries = Array.from({ length: 12 }, (_, n) => collection.add({ no: 1, n }));
      const kept = (await Promise.allSettled(tries)).filter((end) => end.status === 'fulfilled');
      expect([kept.length, (await collection.count()).total]).toEqual([1, 1]);
    },
  },
  {
    title: 'a transaction that breaks uniqueness keeps nothing',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], [{ _id: 'a', no: 1 }]);
      const work = world.db.runTransaction(async (transaction) => {
        await transaction.collection(collection.name).add({ _id: 'b', no: 2 });
        await transaction.collection(collection.name).add({ _id: 'c', no: 1 });
      });
      expect((await failureOf(work)).message).toMatch(/E11000/);
      expect((await collection.get()).data).toEqual([{ _id: 'a', no: 1 }]);
    },
  },
  {
    title: 'two transactions that add one value: only one is kept',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], []);
      const add = (_id: string) =>
        world.db.runTransaction(async (transaction) => {
          await transaction.collection(collection.name).add({ _id, no: 1 });
        });
      const kept = await Promise.allSettled([add('a'), add('b')]);
      expect(kept.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
      expect((await collection.count()).total).toBe(1);
    },
  },
  {
    title: 'a transaction may free a value and take it itself',
    basis: 'documented',
    source: uniquePage,
    run: async (world) => {
      const collection = await withIndex(world, ['no'], [{ _id: 'a', no: 1 }]);
      await world.db.runTransaction(async (transaction) => {
        const inside = transaction.collection(collection.name);
        await inside.doc('a').update({ no: 2 });
        await inside.add({ _id: 'b', no: 1 });
      });
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual([
        { _id: 'a', no: 2 },
        { _id: 'b', no: 1 },
      ]);
    },
  },
  {
    title: 'a unique index over values that repeat cannot be made',
    basis: 'documented',
    source: `${uniquePage}, Restrictions`,
    run: async (world) => {
      const collection = await world.seed([{ no: 1 }, { no: 1 }]);
      await expect(makeIndex(world, collection, { fields: ['no'], unique: true })).rejects.toThrow(
        /E11000|duplicate/i,
      );
    },
  },
  {
    title: 'an index changes no answer, whatever the types of its values',
    basis: 'documented',
    source: mongoManual('Indexes'),
    run: async (world) => {
      const values = [1, 2, '1', null, undefined, true, [1, 9], [], new Date(1), { a: 1 }, -0.5];
      const documents = values.map((v, at) => ({ _id: String(at), v, w: at % 3 }));
      const plain = await world.seed(documents);
      const indexed = await world.seed(documents);
      await makeIndex(world, indexed, { fields: ['v', 'w'], unique: false });
      const { _ } = world;
      const filters = [
        { v: 1 },
        { v: _.gt(0) },
        { v: null },
        { v: _.in([1, '1', true]) },
        { v: _.neq(1) },
        { v: _.gte(1).lt(9), w: 0 },
        { v: _.exists(false) },
        { w: 1 },
      ];
      for (const filter of filters) {
        const read = async (collection: CloudCollection) => {
          const found = collection.where(filter).orderBy('v', 'asc').orderBy('_id', 'asc');
          return (await found.get()).data;
        };
        expect(await read(indexed)).toEqual(await read(plain));
      }
    },
  },
];

const sizes: ContractCase[] = [
  contractCase({
    title: 'a document over 16 MB is refused',
    basis: 'documented',
    source: mongoManual('MongoDB Limits and Thresholds: BSON Document Size'),
    localOnly: 'a real gateway may refuse the request before the database sees it',
    run: async ({ seed }) => {
      const collection = await seed();
      const big = 'x'.repeat(16 * 1024 * 1024);
      expect((await failureOf(collection.add({ _id: 'a', big }))).code).not.toBe('');
      expect((await collection.count()).total).toBe(0);
    },
  }),
  contractCase({
    title: 'more than 100 levels of nesting are refused',
    basis: 'documented',
    source: mongoManual('MongoDB Limits and Thresholds: Nested Depth for BSON Documents'),
    run: async ({ seed }) => {
      const collection = await seed();
      const deep = Array.from({ length: 120 }).reduce<unknown>((inner) => ({ in: inner }), 1);
      const failure = await failureOf(collection.add({ _id: 'a', deep }));
      expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
    },
  }),
];

export const indexCases = [
  ...cases.map((one) =>
    contractCase({ ...one, title: `index: ${one.title}`, localOnly: needsManager }),
  ),
  ...sizes,
];

async function withIndex(world: World, fields: string[], documents: object[]) {
  const collection = await world.seed(documents.map((document) => ({ ...document })));
  await makeIndex(world, collection, { fields, unique: true });
  return collection;
}

async function makeIndex(
  { cloud }: World,
  { name: collection }: CloudCollection,
  { fields, unique }: { fields: string[]; unique: boolean },
): Promise<void> {
  const index = {
    name: `${fields[0]}_${unique ? 'unique' : 'plain'}`,
    fields: fields.map((path) => ({ path, direction: 1 })),
    unique,
  };
  await cloud().control('database', 'indexes', { collection, indexes: [index] });
}
