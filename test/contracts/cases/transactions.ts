/** Transactions: how they end, and what is answered inside them. */
import { cloudbasePage, mongoManual, sdkFile } from '../../support/contract/case-tables';
import { type ContractCase, contractCase, failureOf } from '../../support/contract/contract';

const guide = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction';
const transactionFile = sdkFile('database/dist/commonjs/transaction/index.js');
const documentFile = sdkFile('database/dist/commonjs/document.js');

const ending: ContractCase[] = [
  contractCase({
    title: 'commit makes the writes of all collections visible together',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const [from, to] = [await seed([{ _id: 'a', n: 10 }]), await seed([{ _id: 'b', n: 0 }])];
      const transaction = await db.startTransaction();
      await transaction.collection(from.name).doc('a').update({ n: 3 });
      await transaction.collection(to.name).doc('b').update({ n: 7 });
      expect((await from.get()).data).toEqual([{ _id: 'a', n: 10 }]);
      expect((await to.get()).data).toEqual([{ _id: 'b', n: 0 }]);
      await transaction.commit();
      expect((await from.get()).data).toEqual([{ _id: 'a', n: 3 }]);
      expect((await to.get()).data).toEqual([{ _id: 'b', n: 7 }]);
    },
  }),
  contractCase({
    title: 'rollback undoes add, set, update and remove',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const before = [
        { _id: 'kept', n: 1 },
        { _id: 'removed', n: 1 },
        { _id: 'replaced', n: 1 },
      ];
      const collection = await seed(before);
      const transaction = await db.startTransaction();
      const inside = transaction.collection(collection.name);
      await inside.add({ _id: 'added' });
      await inside.doc('kept').update({ n: 2 });
      await inside.doc('removed').remove();
      await inside.doc('replaced').set({ m: 1 });
      await transaction.rollback(undefined);
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual(before);
    },
  }),
  contractCase({
    title: 'runTransaction answers what its callback returns',
    basis: 'measured',
    source: transactionFile,
    run: async ({ seed, db }) => {
      const { name } = await seed([{ _id: 'a', n: 1 }]);
      const answer = await db.runTransaction(async (transaction) => {
        await transaction.collection(name).doc('a').update({ n: 2 });
        return { done: true };
      });
      expect(answer).toEqual({ done: true });
    },
  }),
  contractCase({
    title: 'a callback that throws rolls back, is not run again, and its error passes through',
    basis: 'measured',
    source: transactionFile,
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      let runs = 0;
      const failure = await failureOf(
        db.runTransaction(async (transaction) => {
          runs += 1;
          await transaction.collection(collection.name).doc('a').update({ n: 2 });
          throw new Error('the callback gave up');
        }),
      );
      expect([failure.message, runs]).toEqual(['the callback gave up', 1]);
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  }),
  contractCase({
    title: 'rollback with a reason makes runTransaction reject with that reason',
    basis: 'measured',
    source: transactionFile,
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      const work = db.runTransaction(async (transaction) => {
        await transaction.collection(collection.name).doc('a').update({ n: 2 });
        await transaction.rollback({ code: 'sold_out', message: 'none left' });
      });
      expect((await failureOf(work)).code).toBe('sold_out');
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  }),
  contractCase({
    title: 'a transaction that only reads commits',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const { name } = await seed([{ _id: 'a', n: 1 }]);
      const read = await db.runTransaction(async (transaction) => {
        return (await transaction.collection(name).doc('a').get()).data;
      });
      expect(read).toEqual({ _id: 'a', n: 1 });
    },
  }),
  ...(['commit', 'rollback'] as const).map((verb) =>
    contractCase({
      title: `after ${verb} the transaction refuses everything`,
      basis: 'documented',
      source: 'message of DATABASE_TRANSACTION_FAIL: "must be commit or abort in 30 seconds"',
      run: async ({ seed, db }) => {
        const { name } = await seed([{ _id: 'a' }]);
        const transaction = await db.startTransaction();
        const document = transaction.collection(name).doc('a');
        await document.update({ n: 1 });
        await transaction[verb](undefined as never); // Only rollback takes a reason.
        const tries = [document.get(), document.update({ n: 2 }), transaction.commit()];
        for (const failure of await Promise.all(tries.map((one) => failureOf(one)))) {
          expect(failure.code).toBe('DATABASE_TRANSACTION_FAIL');
        }
      },
    }),
  ),
];

const answers: ContractCase[] = [
  contractCase({
    title: 'in a transaction doc.get answers an object, or null for a missing id',
    basis: 'measured',
    source: documentFile,
    run: async ({ seed, db }) => {
      const { name } = await seed([{ _id: 'a', n: 1 }]);
      await db.runTransaction(async (transaction) => {
        const collection = transaction.collection(name);
        expect((await collection.doc('a').get()).data).toEqual({ _id: 'a', n: 1 });
        expect((await collection.doc('none').get()).data).toBeNull();
      });
    },
  }),
  contractCase({
    title: 'in a transaction add, set, update and remove answer what they did',
    basis: 'measured',
    source: `${documentFile}; dist/commonjs/collection.js`,
    run: async ({ seed, db }) => {
      const { name } = await seed([{ _id: 'a', n: 1 }]);
      await db.runTransaction(async (transaction) => {
        const collection = transaction.collection(name);
        expect(await collection.add({ _id: 'b' })).toMatchObject({ id: 'b', inserted: 1 });
        expect((await collection.doc('a').update({ n: 2 })).updated).toBe(1);
        expect((await collection.doc('none').update({ n: 2 })).updated).toBe(0);
        expect(await collection.doc('c').set({ n: 3 })).toMatchObject({ upserted: [{ _id: 'c' }] });
        expect((await collection.doc('a').remove()).deleted).toBe(1);
        expect((await collection.doc('a').remove()).deleted).toBe(0);
      });
    },
  }),
  contractCase({
    title: 'in a transaction add makes an id when none is given',
    basis: 'documented',
    source: cloudbasePage('database/transaction'),
    run: async ({ seed, db }) => {
      const collection = await seed();
      const id = await db.runTransaction(async (transaction) => {
        return (await transaction.collection(collection.name).add({ n: 1 })).id;
      });
      expect((await collection.doc(id).get()).data).toEqual([{ _id: id, n: 1 }]);
    },
  }),
  contractCase({
    title: 'update commands work in a transaction',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db, _ }) => {
      const collection = await seed([{ _id: 'a', n: 1, list: ['x'] }]);
      await db.runTransaction(async (transaction) => {
        const document = transaction.collection(collection.name).doc('a');
        await document.update({ n: _.inc(2), list: _.push(['y']) });
        await document.update({ n: _.inc(4) });
      });
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 7, list: ['x', 'y'] }]);
    },
  }),
  contractCase({
    title: 'a number as id works in a transaction',
    basis: 'documented',
    source: mongoManual('The _id Field'),
    run: async ({ seed, db }) => {
      const collection = await seed([{ _id: 7, n: 1 }]);
      await db.runTransaction(async (transaction) => {
        await transaction.collection(collection.name).doc(7).update({ n: 2 });
      });
      expect((await collection.get()).data).toEqual([{ _id: 7, n: 2 }]);
    },
  }),
  contractCase({
    title: 'a transaction on a missing collection fails with DATABASE_COLLECTION_NOT_EXIST',
    basis: 'guessed',
    source: 'outside a transaction it is this code',
    run: async ({ db }) => {
      const transaction = await db.startTransaction();
      const failure = await failureOf(
        transaction.collection('no_such_collection').doc('a').update({ n: 1 }),
      );
      expect(failure.code).toBe('DATABASE_COLLECTION_NOT_EXIST');
    },
  }),
];

export const transactionCases = [...ending, ...answers];
