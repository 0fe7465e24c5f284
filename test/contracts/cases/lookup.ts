/** Aggregation that reads another collection, raw pipelines, and pipelines that fail. */
import { mongoManual, sdkFile, wechatPage } from '../../support/contract/case-tables';
import { contractCase, failureOf, type Fields, type World } from '../../support/contract/contract';

const page = (stage: string) => wechatPage(`aggregate/Aggregate.${stage}`);
const sales: Fields[] = [
  { _id: 1, unit: 'a', n: 5 },
  { _id: 2, unit: 'b', n: 7 },
  { _id: 3, unit: 'a', n: 1 },
  { _id: 4, unit: 'c', n: null },
];
const units = [
  { _id: 'a', name: 'A town', min: 3 },
  { _id: 'b', name: 'B town', min: 9 },
];

const lookupCases = [
  contractCase({
    title: 'aggregate: lookup brings the matching documents, or none',
    basis: 'documented',
    source: page('lookup'),
    run: async ({ seed }) => {
      const from = await seed(units);
      const collection = await seed(sales);
      const { data } = await collection
        .aggregate()
        .lookup({ from: from.name, localField: 'unit', foreignField: '_id', as: 'town' })
        .project({ name: '$town.name' })
        .end();
      expect(data).toEqual([
        { _id: 1, name: ['A town'] },
        { _id: 2, name: ['B town'] },
        { _id: 3, name: ['A town'] },
        { _id: 4, name: [] },
      ]);
    },
  }),
  contractCase({
    title: 'aggregate: lookup by an array brings the match of each element',
    basis: 'documented',
    source: mongoManual('$lookup with an array'),
    run: async ({ seed }) => {
      const from = await seed(units);
      const collection = await seed([{ _id: 1, of: ['b', 'a', 'zz'] }]);
      const { data } = await collection
        .aggregate()
        .lookup({ from: from.name, localField: 'of', foreignField: '_id', as: 'towns' })
        .end();
      expect(data[0].towns.map((town: Fields) => town._id).sort()).toEqual(['a', 'b']);
    },
  }),
  contractCase({
    title: 'aggregate: lookup with a pipeline sees the outer document through let',
    basis: 'documented',
    source: page('lookup'),
    run: async ({ seed, $, db }) => {
      const from = await seed(units);
      const collection = await seed(sales);
      const condition = $.and([$.eq(['$_id', '$$unit']), $.lte(['$min', '$$n'])]);
      const pipeline = $.pipeline()
        .match(db.command.expr(condition))
        .project({ _id: 0, name: 1 })
        .done();
      const { data } = await collection
        .aggregate()
        .match({ n: db.command.gt(0) })
        .lookup({ from: from.name, let: { unit: '$unit', n: '$n' }, pipeline, as: 'town' })
        .project({ town: 1 })
        .end();
      expect(data).toEqual([
        { _id: 1, town: [{ name: 'A town' }] },
        { _id: 2, town: [] },
        { _id: 3, town: [] },
      ]);
    },
  }),
  contractCase({
    title: 'aggregate: lookup joins missing to missing and null',
    basis: 'documented',
    source: mongoManual('$lookup: a missing localField is null'),
    run: async ({ seed }) => {
      const from = await seed([{ _id: 1 }, { _id: 2, k: null }, { _id: 3, k: 'x' }]);
      const collection = await seed([{ _id: 'a' }]);
      const { data } = await collection
        .aggregate()
        .lookup({ from: from.name, localField: 'k', foreignField: 'k', as: 'same' })
        .end();
      expect(data[0].same.map((one: Fields) => one._id)).toEqual([1, 2]);
    },
  }),
];

const rawCases = [
  contractCase({
    title: 'aggregate: a raw pipeline runs facets side by side',
    basis: 'documented',
    source: `${sdkFile('database/dist/commonjs/collection.js')}; ${mongoManual('$facet')}`,
    run: async ({ seed }) => {
      const collection = await seed(sales);
      const facets = {
        total: [{ $count: 'n' }],
        units: [{ $sortByCount: '$unit' }, { $limit: 1 }],
      };
      const { data } = await rawAggregate(collection, [{ $facet: facets }]);
      expect(data).toEqual([{ total: [{ n: 4 }], units: [{ _id: 'a', count: 2 }] }]);
    },
  }),
  contractCase({
    title: 'aggregate: an unknown stage fails and names it',
    basis: 'guessed',
    source: 'MongoDB answers "Unrecognized pipeline stage name"; the code around it is a guess',
    run: async ({ seed }) => {
      const collection = await seed(sales);
      const failure = await failureOf(rawAggregate(collection, [{ $wrong: {} }]));
      expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
      expect(failure.message).toMatch(/\$wrong/);
    },
  }),
  contractCase({
    title: 'aggregate: a missing collection fails',
    basis: 'guessed',
    source: 'MongoDB answers nothing; CloudBase checks the collection first, as for get',
    run: async ({ db }) => {
      const pipeline = db.collection('no_such_collection').aggregate().match({});
      const failure = await failureOf(pipeline.end());
      expect(failure.code).toBe('DATABASE_COLLECTION_NOT_EXIST');
    },
  }),
];

export const lookupAndRawCases = [...lookupCases, ...rawCases];

type Collection = Awaited<ReturnType<World['seed']>>;

function rawAggregate(collection: Collection, stages: object[]): Promise<{ data: Fields[] }> {
  const raw = collection.options({ raw: true });
  // The typings leave out the pipeline, which collection.js takes when `raw` is set.
  const start = raw.aggregate.bind(raw) as (pipeline: object[]) => {
    end(): Promise<{ data: Fields[] }>;
  };
  return start(stages).end();
}
