/** Transactions at the same time: isolation, conflicts and locks. */
import { mongoManual, sdkFile } from '../../support/contract/case-tables';
import { type ContractCase, contractCase, failureOf } from '../../support/contract/contract';

const guide = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction';
const transactionFile = sdkFile('database/dist/commonjs/transaction/index.js');
const conflictCode = 'DATABASE_TRANSACTION_CONFLICT';

const isolation: ContractCase[] = [
  contractCase({
    title: 'reads of a transaction come from one snapshot',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      const inside = transaction.collection(collection.name);
      expect((await inside.doc('a').get()).data).toMatchObject({ n: 1 });
      await collection.doc('a').update({ n: 2 });
      await collection.doc('b').update({ n: 2 });
      expect((await inside.doc('a').get()).data).toMatchObject({ n: 1 });
      expect((await inside.doc('b').get()).data).toMatchObject({ n: 1 });
      await transaction.rollback(undefined);
    },
  }),
  contractCase({
    title: 'a read locks nothing: a write from outside goes through at once',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      await transaction.collection(collection.name).doc('a').get();
      expect((await collection.doc('a').update({ n: 5 })).updated).toBe(1);
      await transaction.commit();
    },
  }),
  contractCase({
    title: 'a document changed since the snapshot conflicts at the write',
    basis: 'documented',
    source: mongoManual('Transactions: write conflict with snapshot isolation'),
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      const document = transaction.collection(collection.name).doc('a');
      await document.get();
      await collection.doc('a').update({ n: 2 });
      expect((await failureOf(document.update({ n: 9 }))).code).toBe(conflictCode);
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  }),
  contractCase({
    title: 'a document removed since the snapshot conflicts at the write',
    basis: 'documented',
    source: mongoManual('Transactions: write conflict with snapshot isolation'),
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      const document = transaction.collection(collection.name).doc('a');
      await document.get();
      await collection.doc('a').remove();
      expect((await failureOf(document.update({ n: 9 }))).code).toBe(conflictCode);
      expect((await collection.doc('a').get()).data).toEqual([]);
    },
  }),
  contractCase({
    title: 'of two transactions that write one document the second fails at once',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      await first.collection(collection.name).doc('a').update({ n: 2 });
      const work = second.collection(collection.name).doc('a').update({ n: 3 });
      expect((await failureOf(work)).code).toBe(conflictCode);
      await first.commit();
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  }),
  contractCase({
    title: 'of two transactions that add one id only one is kept',
    basis: 'documented',
    source: mongoManual('Transactions: write conflict on a unique key'),
    run: async ({ seed, db }) => {
      const collection = await seed();
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      await first.collection(collection.name).add({ _id: 'x', by: 1 });
      const work = second.collection(collection.name).add({ _id: 'x', by: 2 });
      expect((await failureOf(work)).message).toMatch(/conflict|E11000/i);
      await first.commit();
      expect((await collection.get()).data).toEqual([{ _id: 'x', by: 1 }]);
    },
  }),
  contractCase({
    title: 'two transactions that write different documents both commit',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      await first.collection(collection.name).doc('a').update({ n: 2 });
      await second.collection(collection.name).doc('b').update({ n: 3 });
      await first.commit();
      await second.commit();
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual(pair(2, 3));
    },
  }),
  contractCase({
    title: 'write skew is possible: both read both, each writes one',
    basis: 'documented',
    source: mongoManual('Snapshot isolation; reads take no locks'),
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      for (const transaction of [first, second]) {
        await transaction.collection(collection.name).doc('a').get();
        await transaction.collection(collection.name).doc('b').get();
      }
      await first.collection(collection.name).doc('a').update({ n: 0 });
      await second.collection(collection.name).doc('b').update({ n: 0 });
      await Promise.all([first.commit(), second.commit()]);
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual(pair(0, 0));
    },
  }),
];

const locks: ContractCase[] = [
  contractCase({
    title: 'a plain update of a locked document waits for the commit and adds to it',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db, _ }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      await transaction.collection(collection.name).doc('a').update({ n: 10 });
      let settled = false;
      const plain = collection
        .doc('a')
        .update({ n: _.inc(1) })
        .finally(() => (settled = true));
      // Another request there and back gives a write that does not wait time to end.
      await collection.doc('b').get();
      expect(settled).toBe(false);
      await transaction.commit();
      await plain;
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 11 }]);
    },
  }),
  contractCase({
    title: 'a plain update that waited goes on after a rollback',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db, _ }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      await transaction.collection(collection.name).doc('a').update({ n: 10 });
      const plain = collection.doc('a').update({ n: _.inc(1) });
      await transaction.rollback(undefined);
      await plain;
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  }),
  contractCase({
    title: 'a conflicted transaction leaves no lock behind',
    basis: 'measured',
    source: `${transactionFile}: it never aborts what conflicted, so the server must drop it`,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      const [first, second] = [await db.startTransaction(), await db.startTransaction()];
      await second.collection(collection.name).doc('b').update({ n: 2 });
      await first.collection(collection.name).doc('a').update({ n: 2 });
      await failureOf(second.collection(collection.name).doc('a').update({ n: 3 }));
      expect((await collection.doc('b').update({ n: 7 })).updated).toBe(1);
      await first.commit();
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual(pair(2, 7));
    },
  }),
];

export const conflictCases = [...isolation, ...locks];

function pair(a: number, b: number) {
  return [
    { _id: 'a', n: a },
    { _id: 'b', n: b },
  ];
}
