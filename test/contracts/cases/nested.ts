/** Nested objects, regular expressions and dates in filters. */
import {
  mongoManual,
  queryCase,
  type QueryRow,
  sdkFile,
  wechatPage,
} from '../../support/contract/case-tables';

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
  ...wordRows.map((row) => queryCase({ ...row, documents: words })),
  ...dayRows.map((row) => queryCase({ ...row, documents: days })),
];
