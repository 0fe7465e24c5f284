/** Nested objects, arrays, regular expressions and dates in filters. */
import { mongoManual, queryCase, type QueryRow, sdkFile, wechatPage } from '../../support/case-tables';

const nested = [
  { _id: 'ab', place: { town: 'a', no: 1 } },
  { _id: 'ba', place: { no: 1, town: 'a' } },
  { _id: 'b', place: { town: 'b', no: 2, extra: true } },
  { _id: 'flat', place: 'a' },
];
const exactRule = mongoManual('Query on Embedded/Nested Documents, equality is exact and ordered');

const nestedRows: Omit<QueryRow, 'documents'>[] = [
  {
    title: 'a nested object in where becomes a dotted path, other fields may differ',
    source: sdkFile('database/dist/commonjs/serializer/common.js'),
    basis: 'measured',
    where: () => ({ place: { town: 'b' } }),
    finds: ['b'],
  },
  {
    title: 'a dotted path reaches into an object',
    source: mongoManual('Query on Embedded/Nested Documents'),
    where: () => ({ 'place.town': 'a' }),
    finds: ['ab', 'ba'],
  },
  {
    title: 'eq of an object wants the same fields in the same order',
    source: exactRule,
    where: (_) => ({ place: _.eq({ town: 'a', no: 1 }) }),
    finds: ['ab'],
  },
  {
    title: 'eq of an object with a field less finds nothing',
    source: exactRule,
    where: (_) => ({ place: _.eq({ town: 'b', no: 2 }) }),
    finds: [],
  },
  {
    title: 'commands work on nested fields',
    source: wechatPage('command/Command.gt'),
    where: (_) => ({ place: { no: _.gt(1) } }),
    finds: ['b'],
  },
  {
    title: 'a dotted path through a scalar is missing',
    source: mongoManual('$exists'),
    where: (_) => ({ 'place.town': _.exists(false) }),
    finds: ['flat'],
  },
];

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

const words = [
  { _id: 'tea', w: 'Green Tea', list: ['x', 'tea time'] },
  { _id: 'team', w: 'team\nTea', list: [] },
  { _id: 'dot', w: 'a.b', list: ['axb'] },
  { _id: 'han', w: '乡讯通讯员', list: ['讯'] },
  { _id: 'no', w: 5 },
];

const wordRows: Omit<QueryRow, 'documents'>[] = [
  {
    title: 'a regular expression finds strings',
    source: wechatPage('Database.RegExp'),
    where: () => ({ w: /Tea/ }),
    finds: ['tea', 'team'],
  },
  {
    title: 'flag i ignores case and the anchor holds',
    source: mongoManual('$regex, options'),
    where: () => ({ w: /^TEA/i }),
    finds: ['team'],
  },
  {
    title: 'flag m lets the anchor match at a line',
    source: mongoManual('$regex, options'),
    where: () => ({ w: /^Tea/m }),
    finds: ['team'],
  },
  {
    title: 'flag s lets the dot match a line end',
    source: mongoManual('$regex, options'),
    where: () => ({ w: /team.Tea/s }),
    finds: ['team'],
  },
  {
    title: 'db.RegExp makes the same filter',
    source: wechatPage('Database.RegExp'),
    where: (_, db) => ({ w: db.RegExp({ regexp: 'green', options: 'i' }) }),
    finds: ['tea'],
  },
  {
    title: 'an escaped dot is a dot',
    source: mongoManual('$regex'),
    where: () => ({ w: /a\.b/ }),
    finds: ['dot'],
  },
  {
    title: 'a regular expression finds Chinese',
    source: mongoManual('$regex'),
    where: () => ({ w: /通讯.$/ }),
    finds: ['han'],
  },
  {
    title: 'a regular expression holds when any element matches',
    source: mongoManual('$regex'),
    where: () => ({ list: /^tea|讯/ }),
    finds: ['tea', 'han'],
  },
  {
    title: 'in takes regular expressions among its values',
    source: mongoManual('$in, regular expressions'),
    where: (_) => ({ w: _.in([/^Green/, 'a.b']) }),
    finds: ['tea', 'dot'],
  },
  {
    title: 'not of a regular expression finds other types too',
    source: mongoManual('$not, regular expressions'),
    where: (_) => ({ w: _.not(/e/) }),
    finds: ['dot', 'han', 'no'],
  },
];

const noon = new Date('2026-01-02T12:00:00.500Z');
const days = [
  { _id: 'before', at: new Date(noon.getTime() - 1) },
  { _id: 'noon', at: noon },
  { _id: 'after', at: new Date(noon.getTime() + 1) },
  { _id: 'list', at: [new Date(0), noon] },
  { _id: 'number', at: noon.getTime() },
];

const dayRows: Omit<QueryRow, 'documents'>[] = [
  {
    title: 'a date finds the same millisecond, in arrays too, never a number',
    source: mongoManual('Comparison/Sort Order, type bracketing'),
    where: () => ({ at: noon }),
    finds: ['noon', 'list'],
  },
  {
    title: 'a range of dates counts milliseconds',
    source: wechatPage('command/Command.gt'),
    where: (_) => ({ at: _.gte(noon) }),
    finds: ['noon', 'after', 'list'],
  },
  {
    title: 'in takes dates',
    source: mongoManual('$in'),
    where: (_) => ({ at: _.in([new Date(noon.getTime() + 1)]) }),
    finds: ['after'],
  },
];

export const nestedCases = [
  ...nestedRows.map((row) => queryCase({ ...row, documents: nested })),
  ...listRows.map((row) => queryCase({ ...row, documents: lists })),
  ...placeRows.map((row) => queryCase({ ...row, documents: places })),
  ...wordRows.map((row) => queryCase({ ...row, documents: words })),
  ...dayRows.map((row) => queryCase({ ...row, documents: days })),
];
