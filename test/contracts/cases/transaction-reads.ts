/** What a transaction reads of its own writes, and what leaves it unasked. */
import { mongoManual, sdkFile } from '../../support/contract/case-tables';
import {
  type ContractCase,
  contractCase,
  failureOf,
  type Fields,
} from '../../support/contract/contract';

const guide = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction';
const queryFile = sdkFile('database/dist/commonjs/query.js');

const ownWrites: ContractCase[] = [
  contractCase({
    title: 'a transaction reads its own update, set, add and remove',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const { name } = await seed([
        { _id: 'a', n: 1 },
        { _id: 'gone', n: 1 },
      ]);
      await db.runTransaction(async (transaction) => {
        const collection = transaction.collection(name);
        const read = async (id: string) => (await collection.doc(id).get()).data as unknown;
        await collection.doc('a').update({ n: 2 });
        await collection.doc('b').set({ n: 3 });
        await collection.add({ _id: 'c', n: 4 });
        await collection.doc('gone').remove();
        expect(await read('a')).toEqual({ _id: 'a', n: 2 });
        expect(await read('b')).toEqual({ _id: 'b', n: 3 });
        expect(await read('c')).toEqual({ _id: 'c', n: 4 });
        expect(await read('gone')).toBeNull();
      });
    },
  }),
  contractCase({
    title: 'a document removed in a transaction can be added again in it',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      await db.runTransaction(async (transaction) => {
        await transaction.collection(collection.name).doc('a').remove();
        await transaction.collection(collection.name).add({ _id: 'a', n: 2 });
      });
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  }),
  contractCase({
    title: 'add of a known id in a transaction fails with E11000 and nothing stays',
    basis: 'documented',
    source: mongoManual('Unique Indexes, E11000 duplicate key'),
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      const work = db.runTransaction(async (transaction) => {
        await transaction.collection(collection.name).add({ _id: 'b' });
        await transaction.collection(collection.name).add({ _id: 'a', n: 2 });
      });
      expect((await failureOf(work)).message).toMatch(/E11000/);
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  }),
  contractCase({
    title: 'where.get in a transaction sends its id and sees its writes',
    basis: 'guessed',
    source: 'query.js sends the id; the guide allows only doc and add',
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      await db.runTransaction(async (transaction) => {
        const inside = transaction.collection(collection.name);
        await inside.add({ _id: 'b', n: 1 });
        expect((await inside.where({ n: 1 }).get()).data).toHaveLength(2);
        expect((await collection.where({ n: 1 }).get()).data).toHaveLength(1);
      });
    },
  }),
];

const outside: ContractCase[] = [
  contractCase({
    title: 'where.update written in a transaction leaves it: seen at once, kept on rollback',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      const transaction = await db.startTransaction();
      // eslint-disable-next-line no-restricted-syntax -- leaving the transaction is what is shown
      await transaction.collection(collection.name).where({ _id: 'a' }).update({ n: 2 });
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 2 }]);
      await transaction.rollback(undefined);
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  }),
  contractCase({
    title: 'where.remove written in a transaction leaves it',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      const transaction = await db.startTransaction();
      // eslint-disable-next-line no-restricted-syntax -- leaving the transaction is what is shown
      await transaction.collection(collection.name).where({ n: 1 }).remove();
      await transaction.rollback(undefined);
      expect((await collection.count()).total).toBe(0);
    },
  }),
  contractCase({
    title: 'count and aggregate written in a transaction do not see its writes',
    basis: 'measured',
    source: `${queryFile}; dist/commonjs/aggregate.js`,
    run: async ({ seed, db }) => {
      const { name } = await seed([{ _id: 'a' }]);
      await db.runTransaction(async (transaction) => {
        const inside = transaction.collection(name);
        await inside.add({ _id: 'b' });
        expect((await inside.count()).total).toBe(1);
        const { data } = await inside.aggregate().count('n').end();
        expect(data).toEqual([{ n: 1 } satisfies Fields]);
      });
    },
  }),
];

export const transactionReadCases = [...ownWrites, ...outside];
