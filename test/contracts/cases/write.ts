/** Writing: add and set, the values kept, and what is refused. */
import {
  cloudbasePage,
  mongoManual,
  sdkFile,
  wechatPage,
} from '../../support/contract/case-tables';
import { contractCase, failureOf, type Fields } from '../../support/contract/contract';

const collectionFile = sdkFile('database/dist/commonjs/collection.js');
const documentFile = sdkFile('database/dist/commonjs/document.js');
const addPage = wechatPage('collection/Collection.add');
const setPage = wechatPage('document/Document.set');

const addCases = [
  contractCase({
    title: 'add answers a new id each time',
    basis: 'documented',
    source: addPage,
    run: async ({ seed }) => {
      const collection = await seed();
      const ids = [(await collection.add({ n: 1 })).id, (await collection.add({ n: 1 })).id];
      expect(ids.every((id) => typeof id === 'string' && id.length >= 12)).toBe(true);
      expect(ids[0]).not.toBe(ids[1]);
      expect((await collection.doc(String(ids[0])).get()).data).toEqual([{ _id: ids[0], n: 1 }]);
    },
  }),
  contractCase({
    title: 'add keeps the id that it is given',
    basis: 'documented',
    source: addPage,
    run: async ({ seed }) => {
      const collection = await seed();
      expect((await collection.add({ _id: 'mine' })).id).toBe('mine');
    },
  }),
  contractCase({
    title: 'add of a list answers the ids in its order',
    basis: 'measured',
    source: collectionFile,
    run: async ({ seed }) => {
      const collection = await seed();
      const { ids } = await collection.add([{ _id: 'b' }, { n: 1 }, { _id: 'a' }]);
      expect(ids).toHaveLength(3);
      expect([ids?.[0], ids?.[2]]).toEqual(['b', 'a']);
    },
  }),
  contractCase({
    title: 'add of a known id fails with E11000 and changes nothing',
    basis: 'documented',
    source: mongoManual('Unique Indexes, E11000 duplicate key'),
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', n: 1 }]);
      const failure = await failureOf(collection.add({ _id: 'a', n: 2 }));
      expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
      expect(failure.message).toMatch(/E11000 duplicate key error/);
      expect((await collection.get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  }),
  contractCase({
    title: 'add to a missing collection fails with DATABASE_COLLECTION_NOT_EXIST',
    basis: 'documented',
    source: cloudbasePage('error-code/basic'),
    run: async ({ db }) => {
      const failure = await failureOf(db.collection('no_such_collection').add({ n: 1 }));
      expect(failure.code).toBe('DATABASE_COLLECTION_NOT_EXIST');
    },
  }),
  contractCase({
    title: 'createCollection of a known name fails',
    basis: 'guessed',
    source: 'the code is a guess; the page of error codes has none for it',
    run: async ({ seed, db }) => {
      const { name } = await seed();
      const failure = await failureOf(Promise.resolve(db.createCollection(name)));
      expect(failure.code).toMatch(/EXIST/);
    },
  }),
  contractCase({
    title: 'two adds of one id at once: one is kept, one is refused',
    basis: 'documented',
    source: mongoManual('Unique Indexes'),
    run: async ({ seed }) => {
      const collection = await seed();
      const tries = Array.from({ length: 8 }, (_, n) => collection.add({ _id: 'one', n }));
      const ends = await Promise.allSettled(tries);
      const kept = ends.flatMap((end, n) => (end.status === 'fulfilled' ? [n] : []));
      expect(kept).toHaveLength(1);
      expect((await collection.get()).data).toEqual([{ _id: 'one', n: kept[0] }]);
    },
  }),
];

interface ValueRow {
  title: string;
  source?: string;
  value: unknown;
  reads?: unknown;
}

const typesPage = mongoManual('BSON Types');
const valueRows: ValueRow[] = [
  { title: 'null', value: null },
  { title: 'false and true', value: [false, true] },
  {
    title: 'numbers, whole and fractional',
    value: [0, -1, 1.5, 2 ** 31, 2 ** 53 - 1, 1e-9, 1e300],
  },
  { title: 'a date to the millisecond', value: new Date('2026-02-28T23:59:59.999Z') },
  { title: 'a date before 1970', value: new Date(-1) },
  { title: 'an empty string, array and object', value: ['', [], {}] },
  { title: 'Chinese, emoji and line ends', value: '乡讯 📰\r\n\t"\\\u0000末' },
  { title: 'field names in Chinese', value: { 标题: '春耕', 'a b': 1 } },
  { title: 'arrays in arrays', value: [[1, [2, [3]]], []] },
  {
    title: 'an object with undefined loses that field',
    source: sdkFile('database/dist/commonjs/serializer/datatype.js'),
    value: { a: undefined, b: 1 },
    reads: { b: 1 },
  },
  {
    title: 'fifty levels of nesting',
    source: mongoManual('MongoDB Limits: 100 levels of nesting'),
    value: Array.from({ length: 50 }).reduce<unknown>((inner) => ({ in: inner }), 'core'),
  },
  { title: 'a string of 200,000 characters', value: '长'.repeat(200_000) },
];

const valueCases = valueRows.map(({ title, source = typesPage, value, reads = value }) =>
  contractCase({
    title: `what is stored is read back: ${title}`,
    basis: 'documented',
    source,
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', value }]);
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', value: reads }]);
    },
  }),
);

const ownIdRefused = (title: string, verb: 'set' | 'update') =>
  contractCase({
    title,
    basis: 'measured',
    source: documentFile,
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a' }]);
      const failure = await failureOf(collection.doc('a')[verb]({ _id: 'b' }));
      expect(failure.code).toBe('INVALID_PARAM');
    },
  });

const setCases = [
  contractCase({
    title: 'set creates a missing document and answers its id',
    basis: 'documented',
    source: setPage,
    run: async ({ seed }) => {
      const collection = await seed();
      // The typings leave out upsertedId, which document.js answers outside a transaction.
      const answer = (await collection.doc('a').set({ n: 1 })) as { upsertedId?: string };
      expect(answer.upsertedId).toBe('a');
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
    },
  }),
  contractCase({
    title: 'set replaces the whole document',
    basis: 'documented',
    source: setPage,
    run: async ({ seed }) => {
      const collection = await seed([{ _id: 'a', n: 1, old: true }]);
      expect((await collection.doc('a').set({ m: { x: 1 } })).updated).toBe(1);
      expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', m: { x: 1 } }]);
    },
  }),
  contractCase({
    title: 'set refuses update commands',
    basis: 'measured',
    source: documentFile,
    run: async ({ seed, _ }) => {
      const collection = await seed();
      const failure = await failureOf(collection.doc('a').set({ n: _.inc(1) }));
      expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
    },
  }),
  ownIdRefused('set refuses an id among its fields', 'set'),
  ownIdRefused('update refuses an id among its fields', 'update'),
];

const serverDateCase = contractCase({
  title: 'serverDate stores the time of the server, moved by its offset',
  basis: 'documented',
  source: wechatPage('Database.serverDate'),
  run: async ({ seed, db }) => {
    const before = Date.now();
    const fields: Fields = {
      now: db.serverDate(),
      later: db.serverDate({ offset: 3_600_000 }),
      in: [{ at: db.serverDate() }],
    };
    const collection = await seed();
    await collection.add({ _id: 'a', ...fields });
    const [document] = (await collection.get()).data;
    expect(document.now).toBeInstanceOf(Date);
    expect(Math.abs(document.now.getTime() - before)).toBeLessThan(60_000);
    expect(document.later.getTime() - document.now.getTime()).toBe(3_600_000);
    expect(document.in[0].at.getTime()).toBe(document.now.getTime());
  },
});

export const writeCases = [...addCases, ...valueCases, ...setCases, serverDateCase];
