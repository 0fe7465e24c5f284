/** Order across types and arrays, and which fields a read answers. */
import { mongoManual, wechatPage } from '../../support/contract/case-tables';
import { contractCase, type Fields, type World } from '../../support/contract/contract';

const idsOf = (documents: Fields[]) => documents.map((document) => document._id);
const orderPage = wechatPage('collection/Collection.orderBy');
const sortOrder = mongoManual('Comparison/Sort Order');

interface OrderRow {
  title: string;
  source: string;
  values: unknown[];
  direction: 'asc' | 'desc';
  /** Positions in `values`, in the order read. */
  reads: number[];
}

const orderRows: OrderRow[] = [
  {
    title: 'numbers ascend',
    source: orderPage,
    values: [10, 9, -1],
    direction: 'asc',
    reads: [2, 1, 0],
  },
  {
    title: 'numbers descend',
    source: orderPage,
    values: [1, 10, 9],
    direction: 'desc',
    reads: [1, 2, 0],
  },
  {
    title: 'dates ascend',
    source: orderPage,
    values: [new Date(3), new Date(1), new Date(2)],
    direction: 'asc',
    reads: [1, 2, 0],
  },
  {
    title: 'types order as null, number, string, object, array element, boolean, date',
    source: sortOrder,
    values: [new Date(0), true, { a: 1 }, 'x', 1, null],
    direction: 'asc',
    reads: [5, 4, 3, 2, 1, 0],
  },
  {
    title: 'a missing field ascends before any number',
    source: sortOrder,
    values: [1, undefined, 0],
    direction: 'asc',
    reads: [1, 2, 0],
  },
  {
    title: 'an array ascends by its least element',
    source: mongoManual('Sort, arrays'),
    values: [5, [9, 1], [3, 4]],
    direction: 'asc',
    reads: [1, 2, 0],
  },
  {
    title: 'an array descends by its greatest element',
    source: mongoManual('Sort, arrays'),
    values: [5, [9, 1], [3, 4]],
    direction: 'desc',
    reads: [1, 0, 2],
  },
  {
    title: 'strings order by code point, Chinese after Latin',
    source: sortOrder,
    values: ['乡', 'b', 'B', ''],
    direction: 'asc',
    reads: [3, 2, 1, 0],
  },
];

const orderCases = orderRows.map(({ title, source, values, direction, reads }) =>
  contractCase({
    title: `orderBy: ${title}`,
    basis: 'documented',
    source,
    run: async ({ seed }) => {
      const collection = await seed(values.map((v, at) => ({ _id: String(at), v })));
      const { data } = await collection.orderBy('v', direction).get();
      expect(idsOf(data).map(Number)).toEqual(reads);
    },
  }),
);

interface FieldRow {
  title: string;
  source: string;
  document: Fields;
  field: (world: World) => object;
  reads: Fields;
}

const wide = { a: 1, b: { c: 2, d: 3 }, list: [{ x: 1, y: 2 }, { x: 3 }, 7] };
const projectionPage = mongoManual('Project Fields to Return from Query');

const fieldRows: FieldRow[] = [
  {
    title: 'true keeps the named fields and the id',
    source: wechatPage('collection/Collection.field'),
    document: wide,
    field: () => ({ a: true }),
    reads: { _id: 'it', a: 1 },
  },
  {
    title: 'false drops the named fields',
    source: projectionPage,
    document: wide,
    field: () => ({ b: false, list: false }),
    reads: { _id: 'it', a: 1 },
  },
  {
    title: '_id false drops the id beside kept fields',
    source: projectionPage,
    document: wide,
    field: () => ({ _id: false, a: true }),
    reads: { a: 1 },
  },
  {
    title: 'a dotted path keeps one nested field',
    source: projectionPage,
    document: wide,
    field: () => ({ 'b.c': true }),
    reads: { _id: 'it', b: { c: 2 } },
  },
  {
    title: 'a dotted path drops one nested field',
    source: projectionPage,
    document: { b: { c: 2, d: 3 } },
    field: () => ({ 'b.c': false }),
    reads: { _id: 'it', b: { d: 3 } },
  },
  {
    title: 'a dotted path through an array keeps the field of each object',
    source: projectionPage,
    document: { list: [{ x: 1, y: 2 }, { x: 3 }] },
    field: () => ({ 'list.x': true }),
    reads: { _id: 'it', list: [{ x: 1 }, { x: 3 }] },
  },
  {
    title: 'a missing field stays missing',
    source: projectionPage,
    document: { a: 1 },
    field: () => ({ zz: true }),
    reads: { _id: 'it' },
  },
  {
    title: 'slice keeps the first elements',
    source: mongoManual('$slice (projection)'),
    document: { list: [1, 2, 3, 4] },
    field: ({ _ }) => ({ list: _.project.slice(2) }),
    reads: { _id: 'it', list: [1, 2] },
  },
  {
    title: 'slice with a negative count keeps the last',
    source: mongoManual('$slice (projection)'),
    document: { list: [1, 2, 3, 4] },
    field: ({ _ }) => ({ list: _.project.slice(-1) }),
    reads: { _id: 'it', list: [4] },
  },
  {
    title: 'slice with a start and a count keeps the middle',
    source: mongoManual('$slice (projection)'),
    document: { list: [1, 2, 3, 4] },
    field: ({ _ }) => ({ list: _.project.slice([1, 2]) }),
    reads: { _id: 'it', list: [2, 3] },
  },
  {
    title: 'elemMatch keeps the first element that matches',
    source: mongoManual('$elemMatch (projection)'),
    document: { list: [{ x: 1 }, { x: 2, y: 1 }, { x: 2 }] },
    field: ({ _ }) => ({ list: _.project.elemMatch({ x: 2 }) }),
    reads: { _id: 'it', list: [{ x: 2, y: 1 }] },
  },
];

const fieldCases = fieldRows.map(({ title, source, document, field, reads }) =>
  contractCase({
    title: `field: ${title}`,
    basis: 'documented',
    source,
    run: async (world) => {
      const collection = await world.seed([{ _id: 'it', ...document }]);
      expect((await collection.field(field(world)).get()).data).toEqual([reads]);
    },
  }),
);

export const orderAndFieldCases = [...orderCases, ...fieldCases];
