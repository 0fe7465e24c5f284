/** Comparison and logic: what each command of a filter finds among values of several types. */
import {
  mongoManual,
  queryCase,
  type QueryRow,
  sdkFile,
  wechatPage,
} from '../../support/contract/case-tables';

const documents = [
  { _id: 'one', n: 1 },
  { _id: 'two', n: 2 },
  { _id: 'three', n: 3 },
  { _id: 'text', n: '2' },
  { _id: 'null', n: null },
  { _id: 'none' },
];
const others = (...found: string[]) =>
  documents.map((document) => document._id).filter((id) => !found.includes(id));
const bracketing = mongoManual('Comparison/Sort Order, type bracketing');
const nullRule = mongoManual('Query for Null or Missing Fields');

const rows: Omit<QueryRow, 'documents'>[] = [
  {
    title: 'a plain value finds the equal ones',
    source: wechatPage('collection/Collection.where'),
    where: () => ({ n: 2 }),
    finds: ['two'],
  },
  {
    title: 'eq finds the equal ones',
    source: wechatPage('command/Command.eq'),
    where: (_) => ({ n: _.eq(2) }),
    finds: ['two'],
  },
  {
    title: 'neq finds all others, the field missing or not',
    source: mongoManual('$ne'),
    where: (_) => ({ n: _.neq(2) }),
    finds: others('two'),
  },
  {
    title: 'gt on a number finds no string',
    source: bracketing,
    where: (_) => ({ n: _.gt(1) }),
    finds: ['two', 'three'],
  },
  {
    title: 'gt on a string finds no number',
    source: bracketing,
    where: (_) => ({ n: _.gt('1') }),
    finds: ['text'],
  },
  {
    title: 'gte includes the bound',
    source: wechatPage('command/Command.gte'),
    where: (_) => ({ n: _.gte(2) }),
    finds: ['two', 'three'],
  },
  {
    title: 'lt excludes the bound, null and missing',
    source: bracketing,
    where: (_) => ({ n: _.lt(2) }),
    finds: ['one'],
  },
  {
    title: 'lte includes the bound',
    source: wechatPage('command/Command.lte'),
    where: (_) => ({ n: _.lte(2) }),
    finds: ['one', 'two'],
  },
  {
    title: 'gte and lte null find null and missing',
    source: mongoManual('$gte compares null with null; missing counts as null'),
    basis: 'guessed',
    where: (_) => ({ n: _.gte(null) }),
    finds: ['null', 'none'],
  },
  {
    title: 'in finds any of the values, of any type',
    source: wechatPage('command/Command.in'),
    where: (_) => ({ n: _.in([1, '2']) }),
    finds: ['one', 'text'],
  },
  {
    title: 'in with null finds null and missing',
    source: mongoManual('$in'),
    where: (_) => ({ n: _.in([null, 3]) }),
    finds: ['three', 'null', 'none'],
  },
  {
    title: 'in of nothing finds nothing',
    source: mongoManual('$in'),
    where: (_) => ({ n: _.in([]) }),
    finds: [],
  },
  {
    title: 'nin finds the others, missing included',
    source: mongoManual('$nin'),
    where: (_) => ({ n: _.nin([1, 2]) }),
    finds: others('one', 'two'),
  },
  {
    title: 'nin of nothing finds everything',
    source: mongoManual('$nin'),
    where: (_) => ({ n: _.nin([]) }),
    finds: others(),
  },
  {
    title: 'null finds null and missing',
    source: nullRule,
    where: () => ({ n: null }),
    finds: ['null', 'none'],
  },
  {
    title: 'eq null finds null and missing',
    source: nullRule,
    where: (_) => ({ n: _.eq(null) }),
    finds: ['null', 'none'],
  },
  {
    title: 'neq null finds what has a value',
    source: nullRule,
    where: (_) => ({ n: _.neq(null) }),
    finds: others('null', 'none'),
  },
  {
    title: 'exists true finds null but not missing',
    source: mongoManual('$exists'),
    where: (_) => ({ n: _.exists(true) }),
    finds: others('none'),
  },
  {
    title: 'exists false finds only missing',
    source: mongoManual('$exists'),
    where: (_) => ({ n: _.exists(false) }),
    finds: ['none'],
  },
  {
    title: 'an empty filter finds everything',
    source: wechatPage('collection/Collection.where'),
    where: () => ({}),
    finds: others(),
  },
  {
    title: 'a chain of commands means and',
    source: sdkFile('database/dist/commonjs/commands/query.js'),
    where: (_) => ({ n: _.gt(1).lt(3) }),
    finds: ['two'],
  },
  {
    title: 'and of two commands on one field',
    source: wechatPage('command/Command.and'),
    where: (_) => ({ n: _.and(_.gte(1), _.neq(2), _.lt(3)) }),
    finds: ['one'],
  },
  {
    title: 'and takes a list at the root',
    source: wechatPage('command/Command.and'),
    where: (_) => _.and([{ n: _.gt(1) }, { n: _.lt(3) }]),
    finds: ['two'],
  },
  {
    title: 'or of two commands on one field',
    source: wechatPage('command/Command.or'),
    where: (_) => ({ n: _.lt(2).or(_.gt(2)) }),
    finds: ['one', 'three'],
  },
  {
    title: 'or takes a list at the root',
    source: wechatPage('command/Command.or'),
    where: (_) => _.or([{ n: 1 }, { n: '2' }]),
    finds: ['one', 'text'],
  },
  {
    title: 'or takes several arguments at the root',
    source: wechatPage('command/Command.or'),
    where: (_) => _.or({ n: 1 }, { _id: 'none' }),
    finds: ['one', 'none'],
  },
  {
    title: 'or inside and',
    source: wechatPage('command/Command.and'),
    where: (_) => _.and(_.or({ n: 1 }, { n: 2 }), { n: _.gt(1) }),
    finds: ['two'],
  },
  {
    title: 'nor at the root finds what matches none',
    source: wechatPage('command/Command.nor'),
    where: (_) => _.nor([{ n: 1 }, { n: 2 }]),
    finds: others('one', 'two'),
  },
  {
    title: 'not finds other types and missing too',
    source: mongoManual('$not'),
    where: (_) => ({ n: _.not(_.gt(1)) }),
    finds: others('two', 'three'),
  },
  {
    title: 'mod finds numbers by divisor and remainder',
    source: wechatPage('command/Command.mod'),
    // The typings of mod forget its arguments.
    where: (_) => ({ n: (_.mod as (by: number[]) => object)([2, 1]) }),
    finds: ['one', 'three'],
  },
  {
    title: 'expr compares with an expression',
    source: wechatPage('command/Command.expr'),
    where: (_, _db, $) => _.expr($.eq(['$n', $.add([1, 1])])),
    finds: ['two'],
  },
  {
    title: 'a number stored as a fraction equals its integer',
    source: mongoManual('Comparison/Sort Order, numeric types'),
    where: () => ({ n: 2.0 }),
    finds: ['two'],
  },
];

/** Documents whose types differ, found by value and by operator. */
const typeRows: QueryRow[] = [
  {
    title: 'true is not 1 and false is not 0',
    source: bracketing,
    documents: [
      { _id: 'true', v: true },
      { _id: 'one', v: 1 },
      { _id: 'false', v: false },
      { _id: 'zero', v: 0 },
    ],
    where: () => ({ v: true }),
    finds: ['true'],
  },
  {
    title: 'negative and fractional bounds',
    source: mongoManual('$gt'),
    documents: [
      { _id: 'a', v: -1.5 },
      { _id: 'b', v: -1 },
      { _id: 'c', v: 0.1 },
    ],
    where: (_) => ({ v: _.gt(-1.25).lt(0.1) }),
    finds: ['b'],
  },
  {
    title: 'whole numbers beyond 32 bits keep their value',
    source: mongoManual('BSON Types, 64-bit integer'),
    documents: [
      { _id: 'a', v: 2 ** 40 },
      { _id: 'b', v: 2 ** 40 + 1 },
      { _id: 'c', v: Number.MAX_SAFE_INTEGER },
    ],
    where: (_) => ({ v: _.in([2 ** 40 + 1, Number.MAX_SAFE_INTEGER]) }),
    finds: ['b', 'c'],
  },
  {
    title: 'strings compare by code point',
    source: mongoManual('Comparison/Sort Order, simple binary comparison'),
    documents: [
      { _id: 'a', v: 'Z' },
      { _id: 'b', v: 'a' },
      { _id: 'c', v: '乡' },
    ],
    where: (_) => ({ v: _.gt('Z') }),
    finds: ['b', 'c'],
  },
  {
    title: 'conditions on two fields both hold',
    source: wechatPage('collection/Collection.where'),
    documents: [
      { _id: 'a', x: 1, y: 1 },
      { _id: 'b', x: 1, y: 2 },
    ],
    where: (_) => ({ x: 1, y: _.gt(1) }),
    finds: ['b'],
  },
  {
    title: 'a raw filter passes through unchanged, here by type',
    source: mongoManual('$type'),
    documents: [
      { _id: 'a', v: 1 },
      { _id: 'b', v: 'x' },
      { _id: 'c', v: [1, 'x'] },
    ],
    where: () => ({ v: { $type: 'string' } }),
    finds: ['b', 'c'],
  },
];

export const compareCases = [
  ...rows.map((row) => queryCase({ ...row, documents })),
  ...typeRows.map(queryCase),
];
