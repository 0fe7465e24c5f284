/** Arrays in filters: of values, of objects, and paths that reach through them. */
import {
  mongoManual,
  queryCase,
  type QueryRow,
  wechatPage,
} from '../../support/contract/case-tables';

const lists = [
  { _id: 'abc', tags: ['a', 'b', 'c'], n: [1, 5, 9] },
  { _id: 'ba', tags: ['b', 'a'], n: [4, 6] },
  { _id: 'empty', tags: [], n: [] },
  { _id: 'scalar', tags: 'a', n: 5 },
  { _id: 'null', tags: [null, 'z'], n: null },
];
const arrayPage = mongoManual('Query an Array');

const listRows: Omit<QueryRow, 'documents'>[] = [
  {
    title: 'a value finds arrays that contain it, and the scalar',
    source: arrayPage,
    where: () => ({ tags: 'a' }),
    finds: ['abc', 'ba', 'scalar'],
  },
  {
    title: 'an array finds the same array only, in order',
    source: arrayPage,
    where: (_) => ({ tags: _.eq(['b', 'a']) }),
    finds: ['ba'],
  },
  {
    title: 'an empty array finds the empty array',
    source: arrayPage,
    where: (_) => ({ tags: _.eq([]) }),
    finds: ['empty'],
  },
  {
    title: 'an index in a path finds by position',
    source: mongoManual('Query an Array, by index position'),
    where: () => ({ 'tags.1': 'a' }),
    finds: ['ba'],
  },
  {
    title: 'gt on an array holds when any element does',
    source: arrayPage,
    where: (_) => ({ n: _.gt(6) }),
    finds: ['abc'],
  },
  {
    title: 'two bounds may be met by two different elements',
    source: arrayPage,
    where: (_) => ({ n: _.gt(5).lt(6) }),
    finds: ['abc', 'ba'],
  },
  {
    title: 'elemMatch wants one element to meet both bounds',
    source: wechatPage('command/Command.elemMatch'),
    where: (_) => ({ n: _.elemMatch({ $gt: 3, $lt: 5 }) }),
    finds: ['ba'],
  },
  {
    title: 'neq on an array wants no element equal',
    source: mongoManual('$ne'),
    where: (_) => ({ tags: _.neq('a') }),
    finds: ['empty', 'null'],
  },
  {
    title: 'nin on an array wants no element among them',
    source: mongoManual('$nin'),
    where: (_) => ({ tags: _.nin(['c', 'z']) }),
    finds: ['ba', 'empty', 'scalar'],
  },
  {
    title: 'in on an array wants one element among them',
    source: mongoManual('$in'),
    where: (_) => ({ tags: _.in(['c', 'z']) }),
    finds: ['abc', 'null'],
  },
  {
    title: 'null finds an array that contains null',
    source: mongoManual('Query for Null or Missing Fields'),
    where: () => ({ tags: null }),
    finds: ['null'],
  },
  {
    title: 'all wants every value, in any order; a scalar counts as one',
    source: mongoManual('$all'),
    where: (_) => ({ tags: _.all(['a', 'b']) }),
    finds: ['abc', 'ba'],
  },
  {
    title: 'all of one value finds the scalar too',
    source: mongoManual('$all'),
    where: (_) => ({ tags: _.all(['a']) }),
    finds: ['abc', 'ba', 'scalar'],
  },
  {
    title: 'size finds arrays of that length',
    source: wechatPage('command/Command.size'),
    where: (_) => ({ tags: _.size(2) }),
    finds: ['ba', 'null'],
  },
  {
    title: 'size 0 finds the empty array, not the missing or scalar',
    source: mongoManual('$size'),
    where: (_) => ({ n: _.size(0) }),
    finds: ['empty'],
  },
];

const places = [
  {
    _id: 'park',
    places: [
      { kind: 'park', area: 300, age: 1 },
      { kind: 'mall', area: 50, age: 15 },
    ],
  },
  { _id: 'mall', places: [{ kind: 'mall', area: 300, age: 15 }] },
  { _id: 'deep', places: [{ kind: 'deep', parts: [{ no: 1 }, { no: 7 }] }] },
];

const placeRows: Omit<QueryRow, 'documents'>[] = [
  {
    title: 'a dotted path through an array meets each condition in any element',
    source: mongoManual('Query an Array of Embedded Documents'),
    where: (_) => ({ places: { area: _.gt(100), age: _.lt(20) } }),
    finds: ['park', 'mall'],
  },
  {
    title: 'elemMatch wants one object to meet all conditions',
    source: wechatPage('command/Command.elemMatch'),
    where: (_) => ({ places: _.elemMatch({ area: _.gt(100), age: _.lt(2) }) }),
    finds: ['park'],
  },
  {
    title: 'all of elemMatch wants one element for each',
    source: wechatPage('command/Command.all'),
    where: (_) => ({
      places: _.all([_.elemMatch({ kind: 'mall', age: 15 }), _.elemMatch({ kind: 'park' })]),
    }),
    finds: ['park'],
  },
  {
    title: 'a path reaches through arrays in arrays',
    source: mongoManual('Query an Array of Embedded Documents'),
    where: () => ({ 'places.parts.no': 7 }),
    finds: ['deep'],
  },
  {
    title: 'an index and a field in one path',
    source: mongoManual('Query an Array of Embedded Documents, by index'),
    where: () => ({ 'places.1.kind': 'mall' }),
    finds: ['park'],
  },
];

export const arrayCases = [
  ...listRows.map((row) => queryCase({ ...row, documents: lists })),
  ...placeRows.map((row) => queryCase({ ...row, documents: places })),
];
