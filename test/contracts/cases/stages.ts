/** Aggregation stages, alone and in a row. */
import { mongoManual, wechatPage } from '../../support/contract/case-tables';
import { type Basis, contractCase, type Fields, type World } from '../../support/contract/contract';

type Pipeline = ReturnType<Awaited<ReturnType<World['seed']>>['aggregate']>;

interface StageRow {
  title: string;
  source: string;
  basis?: Basis;
  documents?: Fields[];
  stages: (pipeline: Pipeline, world: World) => Pipeline;
  reads: unknown[];
}

const sales: Fields[] = [
  { _id: 1, unit: 'a', n: 5, tags: ['x', 'y'], at: new Date('2026-01-31T16:30:00Z') },
  { _id: 2, unit: 'b', n: 7, tags: [], at: new Date('2026-02-01T00:00:00Z') },
  { _id: 3, unit: 'a', n: 1, tags: ['x'] },
  { _id: 4, unit: 'c', n: null },
];
const page = (stage: string) => wechatPage(`aggregate/Aggregate.${stage}`);

const rows: StageRow[] = [
  {
    title: 'match takes plain values and commands',
    source: page('match'),
    stages: (p, { _ }) => p.match({ unit: 'a', n: _.gt(1) }).project({ n: 1 }),
    reads: [{ _id: 1, n: 5 }],
  },
  {
    title: 'project keeps, drops and computes fields',
    source: page('project'),
    stages: (p, { $ }) =>
      p.match({ _id: 1 }).project({ _id: 0, n: 1, twice: $.multiply(['$n', 2]), is: '$unit' }),
    reads: [{ n: 5, twice: 10, is: 'a' }],
  },
  {
    title: 'project drops named fields only',
    source: page('project'),
    stages: (p) => p.match({ _id: 3 }).project({ tags: 0, unit: 0 }),
    reads: [{ _id: 3, n: 1 }],
  },
  {
    title: 'group counts and sums by a field; null adds nothing',
    source: page('group'),
    stages: (p, { $ }) =>
      p.group({ _id: '$unit', count: $.sum(1), total: $.sum('$n') }).sort({ _id: 1 }),
    reads: [
      { _id: 'a', count: 2, total: 6 },
      { _id: 'b', count: 1, total: 7 },
      { _id: 'c', count: 1, total: 0 },
    ],
  },
  {
    title: 'group by null makes one group; avg, min and max leave null out',
    source: page('group'),
    stages: (p, { $ }) =>
      p.group({ _id: null, avg: $.avg('$n'), min: $.min('$n'), max: $.max('$n') }),
    reads: [{ _id: null, avg: 13 / 3, min: 1, max: 7 }],
  },
  {
    title: 'group by an object of expressions',
    source: page('group'),
    stages: (p, { $ }) =>
      p
        .group({ _id: { u: '$unit', big: $.gt(['$n', 4]) }, count: $.sum(1) })
        .sort({ '_id.u': 1, '_id.big': 1 })
        .limit(2),
    reads: [
      { _id: { u: 'a', big: false }, count: 1 },
      { _id: { u: 'a', big: true }, count: 1 },
    ],
  },
  {
    title: 'group collects with push, first and last in the order before it',
    source: page('group'),
    stages: (p, { $ }) =>
      p
        .sort({ _id: -1 })
        .group({ _id: '$unit', all: $.push('$n'), first: $.first('$n'), last: $.last('$n') })
        .match({ _id: 'a' }),
    reads: [{ _id: 'a', all: [1, 5], first: 1, last: 5 }],
  },
  {
    title: 'group collects different values once with addToSet',
    source: page('group'),
    documents: [
      { _id: 1, v: 'x' },
      { _id: 2, v: 'x' },
    ],
    stages: (p, { $ }) => p.group({ _id: null, set: $.addToSet('$v') }),
    reads: [{ _id: null, set: ['x'] }],
  },
  {
    title: 'group has the standard deviation of a population and of a sample',
    source: mongoManual('$stdDevPop, $stdDevSamp'),
    documents: [2, 4, 4, 4, 5, 5, 7, 9].map((n) => ({ n })),
    stages: (p, { $ }) =>
      p
        .group({ _id: null, pop: $.stdDevPop('$n'), samp: $.stdDevSamp('$n') })
        .project({ pop: 1, samp: { $gt: ['$samp', 2.13] } }),
    reads: [{ _id: null, pop: 2, samp: true }],
  },
  {
    title: 'group puts missing and null together',
    source: mongoManual('$group, null'),
    documents: [{ _id: 1, k: null }, { _id: 2 }, { _id: 3, k: 'x' }],
    stages: (p, { $ }) => p.group({ _id: '$k', count: $.sum(1) }).sort({ count: -1 }),
    reads: [
      { _id: null, count: 2 },
      { _id: 'x', count: 1 },
    ],
  },
  {
    title: 'sort, skip and limit page through',
    source: page('sort'),
    stages: (p) => p.sort({ unit: 1, n: 1 }).skip(1).limit(2).project({ n: 1 }),
    reads: [
      { _id: 1, n: 5 },
      { _id: 2, n: 7 },
    ],
  },
  {
    title: 'count names its number',
    source: page('count'),
    stages: (p) => p.match({ unit: 'a' }).count('found'),
    reads: [{ found: 2 }],
  },
  {
    title: 'count of nothing answers no document',
    source: mongoManual('$count'),
    stages: (p) => p.match({ unit: 'zz' }).count('found'),
    reads: [],
  },
  {
    title: 'unwind makes one document for each element and drops the empty and missing',
    source: page('unwind'),
    stages: (p) => p.unwind('$tags').project({ tags: 1 }),
    reads: [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 3, tags: 'x' },
    ],
  },
  {
    title: 'unwind can keep the empty and give the index',
    source: page('unwind'),
    stages: (p) =>
      p
        .unwind({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, at: 1 }),
    reads: [
      { _id: 1, tags: 'x', at: 0 },
      { _id: 1, tags: 'y', at: 1 },
      { _id: 2, at: null },
      { _id: 3, tags: 'x', at: 0 },
      { _id: 4, at: null },
    ],
  },
  {
    title: 'unwind takes a scalar as an array of one',
    source: mongoManual('$unwind'),
    documents: [{ _id: 1, v: 'x' }],
    stages: (p) => p.unwind('$v'),
    reads: [{ _id: 1, v: 'x' }],
  },
  {
    title: 'addFields adds and overwrites, nested too',
    source: page('addFields'),
    documents: [{ _id: 1, n: 2, o: { a: 1 } }],
    stages: (p, { $ }) => p.addFields({ n: $.add(['$n', 1]), 'o.b': '$n' }),
    reads: [{ _id: 1, n: 3, o: { a: 1, b: 2 } }],
  },
  {
    title: 'bucket counts by bounds, the rest in default',
    source: page('bucket'),
    stages: (p, { $ }) =>
      p.bucket({
        groupBy: '$n',
        boundaries: [0, 5, 10],
        default: 'other',
        output: { count: $.sum(1), ids: $.push('$_id') },
      }),
    reads: [
      { _id: 0, count: 1, ids: [3] },
      { _id: 5, count: 2, ids: [1, 2] },
      { _id: 'other', count: 1, ids: [4] },
    ],
  },
  {
    title: 'bucketAuto makes even groups with their bounds',
    source: page('bucketAuto'),
    documents: [1, 2, 3, 4].map((n) => ({ _id: n, n })),
    stages: (p) => p.bucketAuto({ groupBy: '$n', buckets: 2 }),
    reads: [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 4 }, count: 2 },
    ],
  },
  {
    title: 'sortByCount counts values, most first',
    source: page('sortByCount'),
    stages: (p) => p.unwind('$tags').sortByCount('$tags'),
    reads: [
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ],
  },
  {
    title: 'replaceRoot puts a nested object in the place of its document',
    source: page('replaceRoot'),
    documents: [{ _id: 1, o: { a: 1, b: { c: 2 } } }],
    stages: (p) => p.replaceRoot({ newRoot: '$o' }),
    reads: [{ a: 1, b: { c: 2 } }],
  },
  {
    title: 'sample of more than there are gives all',
    source: page('sample'),
    stages: (p) => p.sample({ size: 10 }).count('n'),
    reads: [{ n: 4 }],
  },
  {
    title: 'sample gives as many as asked',
    source: page('sample'),
    stages: (p) => p.sample({ size: 2 }).count('n'),
    reads: [{ n: 2 }],
  },
  {
    title: 'a pipeline over an empty collection gives nothing',
    source: page('end'),
    documents: [],
    stages: (p, { $ }) => p.group({ _id: null, n: $.sum(1) }),
    reads: [],
  },
  {
    title: 'dates in a match compare as dates',
    source: page('match'),
    stages: (p, { _ }) =>
      p.match({ at: _.gte(new Date('2026-02-01T00:00:00Z')) }).project({ n: 1 }),
    reads: [{ _id: 2, n: 7 }],
  },
];

export const stageCases = rows.map(
  ({ title, source, basis = 'documented', documents, stages, reads }) =>
    contractCase({
      title: `aggregate: ${title}`,
      basis,
      source,
      run: async (world) => {
        const collection = await world.seed(documents ?? sales);
        expect((await stages(collection.aggregate(), world).end()).data).toEqual(reads);
      },
    }),
);
