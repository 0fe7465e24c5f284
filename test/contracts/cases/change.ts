/** Changing and removing: what is answered, one or many, and writes at the same time. */
import { mongoManual, sdkFile, wechatPage } from '../../support/contract/case-tables';
import { contractCase } from '../../support/contract/contract';

const addPage = wechatPage('collection/Collection.add');
const queryFile = sdkFile('database/dist/commonjs/query.js');

const changeCases = [
  contractCase({
    title: 'update of a missing document changes nothing and answers 0',
    basis: 'documented',
    source: wechatPage('document/Document.update'),
    run: async ({ seed }) => {
      const collection = await seed();
      expect((await collection.doc('none').update({ n: 1 })).updated).toBe(0);
      expect((await collection.count()).total).toBe(0);
    },
  }),
  contractCase({
    title: 'where.update changes all that it finds and answers how many',
    basis: 'documented',
    source: wechatPage('collection/Collection.update'),
    run: async ({ seed, _ }) => {
      const collection = await seed([1, 2, 3].map((n) => ({ _id: String(n), n })));
      expect((await collection.where({ n: _.gt(1) }).update({ big: true })).updated).toBe(2);
      expect((await collection.where({ big: true }).count()).total).toBe(2);
    },
  }),
  contractCase({
    title: 'where.update changes one with multiple false',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed, _ }) => {
      const collection = await seed([1, 2, 3].map((n) => ({ _id: String(n), n })));
      const one = collection.where({ n: _.gt(1) }).options({ multiple: false });
      expect((await one.update({ big: true })).updated).toBe(1);
      expect((await collection.where({ big: true }).count()).total).toBe(1);
    },
  }),
  contractCase({
    title: 'where.update that finds nothing creates nothing',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed }) => {
      const collection = await seed();
      expect((await collection.where({ n: 1 }).update({ n: 2 })).updated).toBe(0);
      expect((await collection.count()).total).toBe(0);
    },
  }),
  contractCase({
    title: 'a guarded update lets only as many through as there is stock',
    basis: 'documented',
    source: mongoManual('Atomicity and Transactions: a single-document write is atomic'),
    run: async ({ seed, _ }) => {
      const collection = await seed([{ _id: 'a', stock: 5 }]);
      const take = () =>
        collection.where({ _id: 'a', stock: _.gte(1) }).update({ stock: _.inc(-1) });
      const taken = await Promise.all(Array.from({ length: 12 }, take));
      expect(taken.reduce((sum, answer) => sum + (answer.updated ?? 0), 0)).toBe(5);
      expect((await collection.get()).data).toEqual([{ _id: 'a', stock: 0 }]);
    },
  }),
  contractCase({
    title: 'concurrent increments all count',
    basis: 'documented',
    source: wechatPage('command/Command.inc'),
    run: async ({ seed, _ }) => {
      const collection = await seed([{ _id: 'a', n: 0 }]);
      const add = () => collection.doc('a').update({ n: _.inc(1) });
      await Promise.all(Array.from({ length: 30 }, add));
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 30 }]);
    },
  }),
  contractCase({
    title: 'an update that changes nothing answers 0',
    basis: 'guessed',
    source: 'taken for MongoDB nModified; CloudBase may answer what matched',
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      expect((await collection.doc('a').update({ n: 1 })).updated).toBe(0);
    },
  }),
  contractCase({
    title: 'updateAndReturn answers the document as it is afterwards',
    basis: 'documented',
    source: queryFile,
    run: async ({ seed, _ }) => {
      const collection = await seed([{ _id: 'a', n: 1, list: ['x'] }]);
      const change = { n: _.inc(2), list: _.push(['y']) };
      const answer = await collection.where({ _id: 'a' }).updateAndReturn(change);
      expect(answer.updated).toBe(1);
      expect(answer.doc).toEqual({ _id: 'a', n: 3, list: ['x', 'y'] });
    },
  }),
  contractCase({
    title: 'updateAndReturn that finds nothing answers no document',
    basis: 'guessed',
    source: 'query.js passes on a doc or nothing; which one is a guess',
    run: async ({ seed }) => {
      const collection = await seed();
      const answer = await collection.where({ _id: 'none' }).updateAndReturn({ n: 1 });
      expect(answer.updated).toBe(0);
      expect(answer.doc ?? null).toBeNull();
    },
  }),
];

const removeCases = [
  contractCase({
    title: 'doc.remove answers 1, and 0 the second time',
    basis: 'documented',
    source: wechatPage('document/Document.remove'),
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a' }, { _id: 'b' }]);
      expect((await collection.doc('a').remove()).deleted).toBe(1);
      expect((await collection.doc('a').remove()).deleted).toBe(0);
      expect((await collection.get()).data).toEqual([{ _id: 'b' }]);
    },
  }),
  contractCase({
    title: 'where.remove removes all that it finds',
    basis: 'documented',
    source: wechatPage('collection/Collection.remove'),
    run: async ({ seed, _ }) => {
      const collection = await seed([1, 2, 3].map((n) => ({ _id: String(n), n })));
      expect((await collection.where({ n: _.lt(3) }).remove()).deleted).toBe(2);
      expect((await collection.get()).data).toEqual([{ _id: '3', n: 3 }]);
    },
  }),
  contractCase({
    title: 'where.remove removes one with multiple false',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed, _ }) => {
      const collection = await seed([1, 2, 3].map((n) => ({ _id: String(n), n })));
      const one = collection.where({ n: _.lt(3) }).options({ multiple: false });
      expect((await one.remove()).deleted).toBe(1);
      expect((await collection.count()).total).toBe(2);
    },
  }),
  contractCase({
    title: 'a removed id can be added again',
    basis: 'documented',
    source: addPage,
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      await collection.doc('a').remove();
      await collection.add({ _id: 'a', n: 2 });
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 2 }]);
    },
  }),
];

export const changeAndRemoveCases = [...changeCases, ...removeCases];
