/** Reading: pages, counts, and documents by id. */
import {
  cloudbasePage,
  mongoManual,
  sdkFile,
  wechatPage,
} from '../../support/contract/case-tables';
import { contractCase, failureOf, type Fields } from '../../support/contract/contract';

const numbered = (count: number): Fields[] =>
  Array.from({ length: count }, (_, n) => ({ _id: `d${String(n).padStart(4, '0')}`, n }));
const idsOf = (documents: Fields[]) => documents.map((document) => document._id);
const queryFile = sdkFile('database/dist/commonjs/query.js');
const documentFile = sdkFile('database/dist/commonjs/document.js');
const orderPage = wechatPage('collection/Collection.orderBy');
const projectionPage = mongoManual('Project Fields to Return from Query');

const pageCases = [
  contractCase({
    title: 'get without a limit reads 100 documents',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed }) => {
      const collection = await seed(numbered(101));
      expect((await collection.get()).data).toHaveLength(100);
    },
  }),
  contractCase({
    title: 'a limit over 1000 reads 1000 documents',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed }) => {
      const collection = await seed(numbered(1001));
      expect((await collection.limit(5000).get()).data).toHaveLength(1000);
    },
  }),
  contractCase({
    title: 'skip and limit page through an order without gap or overlap',
    basis: 'documented',
    source: wechatPage('collection/Collection.skip'),
    run: async ({ seed }) => {
      const collection = await seed(numbered(25));
      const seen: Fields[] = [];
      for (let at = 0; at < 25; at += 10) {
        const { data } = await collection.orderBy('n', 'desc').skip(at).limit(10).get();
        seen.push(...data);
      }
      expect(seen.map((document) => document.n)).toEqual(numbered(25).map((_, n) => 24 - n));
    },
  }),
  contractCase({
    title: 'skip past the end reads nothing',
    basis: 'documented',
    source: wechatPage('collection/Collection.skip'),
    run: async ({ seed }) => {
      const collection = await seed(numbered(3));
      expect((await collection.skip(3).get()).data).toEqual([]);
    },
  }),
  contractCase({
    title: 'two orders apply in the order given',
    basis: 'documented',
    source: orderPage,
    run: async ({ seed }) => {
      const documents = ['b1', 'a1', 'b2', 'a2'].map((_id) => ({ _id, k: _id[0], n: _id[1] }));
      const collection = await seed(documents);
      const { data } = await collection.orderBy('k', 'asc').orderBy('n', 'desc').get();
      expect(idsOf(data)).toEqual(['a2', 'a1', 'b2', 'b1']);
    },
  }),
  contractCase({
    title: 'orderBy takes a dotted path',
    basis: 'documented',
    source: orderPage,
    run: async ({ seed }) => {
      const collection = await seed([2, 1].map((n) => ({ _id: String(n), at: { n } })));
      const { data } = await collection.orderBy('at.n', 'asc').get();
      expect(idsOf(data)).toEqual(['1', '2']);
    },
  }),
  contractCase({
    title: 'field drops after the order was made by the dropped field',
    basis: 'documented',
    source: projectionPage,
    run: async ({ seed }) => {
      const collection = await seed([2, 1].map((n) => ({ _id: String(n), n })));
      const { data } = await collection.orderBy('n', 'asc').field({ n: false }).get();
      expect(data).toEqual([{ _id: '1' }, { _id: '2' }]);
    },
  }),
  contractCase({
    title: 'count counts what the filter finds and sends no limit',
    basis: 'measured',
    source: queryFile,
    run: async ({ seed, _ }) => {
      const collection = await seed(numbered(120));
      const { total } = await collection
        .where({ n: _.gte(10) })
        .limit(5)
        .skip(3)
        .count();
      expect(total).toBe(110);
    },
  }),
  contractCase({
    title: 'count of an empty collection is 0',
    basis: 'documented',
    source: wechatPage('collection/Collection.count'),
    run: async ({ seed }) => {
      expect((await (await seed()).count()).total).toBe(0);
    },
  }),
];

const documentCases = [
  contractCase({
    title: 'doc.get outside a transaction answers an array of one',
    basis: 'measured',
    source: documentFile,
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  }),
  contractCase({
    title: 'doc.get of a missing id answers an empty array',
    basis: 'measured',
    source: documentFile,
    run: async ({ seed }) => {
      expect((await (await seed()).doc('none').get()).data).toEqual([]);
    },
  }),
  contractCase({
    title: 'a number as id is not the same id as its digits',
    basis: 'documented',
    source: mongoManual('The _id Field'),
    run: async ({ seed }) => {
      const collection = await seed([
        { _id: 7, is: 'number' },
        { _id: '7', is: 'text' },
      ]);
      expect((await collection.doc(7).get()).data).toEqual([{ _id: 7, is: 'number' }]);
      expect((await collection.doc('7').get()).data).toEqual([{ _id: '7', is: 'text' }]);
    },
  }),
  contractCase({
    title: 'ids may hold slashes, spaces and Chinese',
    basis: 'documented',
    source: mongoManual('The _id Field'),
    run: async ({ seed }) => {
      const collection = await seed([{ _id: '乡/讯 #1?' }]);
      expect((await collection.doc('乡/讯 #1?').get()).data).toHaveLength(1);
    },
  }),
  contractCase({
    title: 'doc.field keeps the named fields',
    basis: 'measured',
    source: documentFile,
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', n: 1, m: 2 }]);
      expect((await collection.doc('a').field({ n: true }).get()).data).toEqual([
        { _id: 'a', n: 1 },
      ]);
    },
  }),
  ...(['get', 'count'] as const).map((verb) =>
    contractCase({
      title: `${verb} on a missing collection fails with DATABASE_COLLECTION_NOT_EXIST`,
      basis: 'documented',
      source: cloudbasePage('error-code/basic'),
      run: async ({ db }) => {
        const failure = await failureOf(db.collection('no_such_collection')[verb]());
        expect(failure.code).toBe('DATABASE_COLLECTION_NOT_EXIST');
        expect(failure.message).toMatch(/not exist/i);
      },
    }),
  ),
  contractCase({
    title: 'a filter with an unknown operator fails and names it',
    basis: 'guessed',
    source: 'MongoDB answers BadValue "unknown operator"; the code around it is a guess',
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      const raw = collection.options({ raw: true }).where({ n: { $wrong: 1 } });
      const failure = await failureOf(raw.get());
      expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
      expect(failure.message).toMatch(/\$wrong/);
    },
  }),
];

export const readCases = [...pageCases, ...documentCases];
