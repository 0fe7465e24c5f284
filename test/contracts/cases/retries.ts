/** Transactions that are tried again, many at once, and the end of their 30 seconds. */
import { sdkFile } from '../../support/contract/case-tables';
import { type ContractCase, contractCase, failureOf } from '../../support/contract/contract';
import type { CloudDatabase } from '../../support/cloud/sdk';

const guide = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction';
const transactionFile = sdkFile('database/dist/commonjs/transaction/index.js');
const conflictCode = 'DATABASE_TRANSACTION_CONFLICT';

const retries: ContractCase[] = [
  contractCase({
    title: 'runTransaction tries a conflict 4 times, then gives it to its caller',
    basis: 'measured',
    source: transactionFile,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      let runs = 0;
      const work = db.runTransaction(async (transaction) => {
        runs += 1;
        const document = transaction.collection(collection.name).doc('a');
        await document.get();
        await collection.doc('a').update({ n: runs + 100 });
        await document.update({ n: 0 });
      });
      expect((await failureOf(work)).code).toBe(conflictCode);
      expect(runs).toBe(4);
    },
  }),
  contractCase({
    title: 'runTransaction with 0 tries runs once',
    basis: 'measured',
    source: transactionFile,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(1, 1));
      let runs = 0;
      const work = db.runTransaction(async (transaction) => {
        runs += 1;
        const document = transaction.collection(collection.name).doc('a');
        await document.get();
        await collection.doc('a').update({ n: runs + 100 });
        await document.update({ n: 0 });
      }, 0);
      expect((await failureOf(work)).code).toBe(conflictCode);
      expect(runs).toBe(1);
    },
  }),
  contractCase({
    title: 'no increment is lost when many transactions read and write one number',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const collection = await seed(pair(0, 0));
      const addOne = () =>
        db.runTransaction(async (transaction) => {
          const document = transaction.collection(collection.name).doc('a');
          const { data } = await document.get();
          await document.update({ n: (data as unknown as { n: number }).n + 1 });
        });
      const ends = await Promise.allSettled(Array.from({ length: 12 }, addOne));
      const done = ends.filter((end) => end.status === 'fulfilled').length;
      expect(done).toBeGreaterThan(0);
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: done }]);
    },
  }),
  contractCase({
    title: 'transfers among accounts keep the sum, seen by any snapshot',
    basis: 'documented',
    source: guide,
    run: async ({ seed, db }) => {
      const ids = ['a', 'b', 'c', 'd'];
      const collection = await seed(ids.map((_id) => ({ _id, n: 100 })));
      const moves = Array.from({ length: 24 }, (_, n) => [ids[n % 4], ids[(n + 1 + (n % 3)) % 4]]);
      const seen = moves.map(async ([from, to], n) => {
        // Indexes stay below the number of ids.
        const move = { from: from as string, to: to as string, amount: n };
        await transfer(db, collection.name, move).catch(() => undefined);
        return snapshotSum(db, collection.name, ids);
      });
      expect(new Set(await Promise.all(seen))).toEqual(new Set([400]));
    },
  }),
];

const expiry: ContractCase[] = [
  contractCase({
    title: 'a transaction is gone after 30 seconds, and its locks and writes with it',
    basis: 'documented',
    source: 'message of DATABASE_TRANSACTION_FAIL: "must be commit or abort in 30 seconds"',
    localOnly: 'moves the clock',
    run: async ({ seed, db, cloud }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      await transaction.collection(collection.name).doc('a').update({ n: 2 });
      await cloud().control('clock', 'advance', { ms: 31_000 });
      expect((await failureOf(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
      await collection.doc('a').update({ m: 1 });
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 1, m: 1 }]);
    },
  }),
  contractCase({
    title: 'a transaction lives on within its 30 seconds',
    basis: 'documented',
    source: 'message of DATABASE_TRANSACTION_FAIL: "must be commit or abort in 30 seconds"',
    localOnly: 'moves the clock',
    run: async ({ seed, db, cloud }) => {
      const collection = await seed(pair(1, 1));
      const transaction = await db.startTransaction();
      await transaction.collection(collection.name).doc('a').update({ n: 2 });
      await cloud().control('clock', 'advance', { ms: 25_000 });
      await transaction.commit();
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  }),
];

export const retryCases = [...retries, ...expiry];

function pair(a: number, b: number) {
  return [
    { _id: 'a', n: a },
    { _id: 'b', n: b },
  ];
}

function transfer(
  db: CloudDatabase,
  name: string,
  { from, to, amount }: { from: string; to: string; amount: number },
) {
  return db.runTransaction(async (transaction) => {
    const collection = transaction.collection(name);
    const balanceOf = async (id: string) => {
      // In a transaction doc().get() answers an object, which the typings do not know.
      return ((await collection.doc(id).get()).data as unknown as { n: number }).n;
    };
    const [has, gets] = [await balanceOf(from), await balanceOf(to)];
    await collection.doc(from).update({ n: has - amount });
    await collection.doc(to).update({ n: gets + amount });
  });
}

function snapshotSum(db: CloudDatabase, name: string, ids: string[]): Promise<number> {
  return db.runTransaction(async (transaction) => {
    let sum = 0;
    for (const id of ids) {
      const { data } = await transaction.collection(name).doc(id).get();
      sum += (data as unknown as { n: number }).n;
    }
    return sum;
  });
}
