/** Update commands on arrays: push, pop, pull and their like. */
import {
  mongoManual,
  refusedUpdateCase,
  type RefusedUpdateRow,
  updateCase,
  type UpdateRow,
  wechatPage,
} from '../../support/contract/case-tables';

const lists = wechatPage('command/Command.push');
const eachPage = mongoManual('$push, modifiers');

const listRows: UpdateRow[] = [
  {
    title: 'push appends one value, or each of a list',
    source: lists,
    before: { a: [1], b: [1] },
    change: (_) => ({ a: _.push(2), b: _.push([2, 3]) }),
    after: { a: [1, 2], b: [1, 2, 3] },
  },
  {
    title: 'push of a list in a list appends the list',
    source: lists,
    before: { a: [1] },
    change: (_) => ({ a: _.push([[2, 3]]) }),
    after: { a: [1, [2, 3]] },
  },
  {
    title: 'push to a missing field makes the array',
    source: mongoManual('$push'),
    before: {},
    change: (_) => ({ a: _.push(['x']) }),
    after: { a: ['x'] },
  },
  {
    title: 'push at a position',
    source: lists,
    before: { a: [1, 4] },
    change: (_) => ({ a: _.push({ each: [2, 3], position: 1 }) }),
    after: { a: [1, 2, 3, 4] },
  },
  {
    title: 'push at a negative position counts from the end',
    source: mongoManual('$position'),
    before: { a: [1, 2, 3] },
    change: (_) => ({ a: _.push({ each: ['x'], position: -1 }) }),
    after: { a: [1, 2, 'x', 3] },
  },
  {
    title: 'push with slice keeps the first, or the last',
    source: eachPage,
    before: { a: [1, 2], b: [1, 2] },
    change: (_) => ({ a: _.push({ each: [3], slice: 2 }), b: _.push({ each: [3], slice: -2 }) }),
    after: { a: [1, 2], b: [2, 3] },
  },
  {
    title: 'push with sort orders values, or objects by a field',
    source: eachPage,
    before: { a: [3, 1], b: [{ n: 3 }, { n: 1 }] },
    change: (_) => ({
      a: _.push({ each: [2], sort: -1 }),
      b: _.push({ each: [{ n: 2 }], sort: { n: 1 } }),
    }),
    after: { a: [3, 2, 1], b: [{ n: 1 }, { n: 2 }, { n: 3 }] },
  },
  {
    title: 'push sorts before it slices',
    source: eachPage,
    before: { a: [5, 1] },
    change: (_) => ({ a: _.push({ each: [3, 9], sort: 1, slice: -2 }) }),
    after: { a: [5, 9] },
  },
  {
    title: 'unshift puts values at the front, in their order',
    source: wechatPage('command/Command.unshift'),
    before: { a: [3] },
    change: (_) => ({ a: _.unshift([1, 2]) }),
    after: { a: [1, 2, 3] },
  },
  {
    title: 'pop drops the last, shift the first',
    source: wechatPage('command/Command.pop'),
    before: { a: [1, 2, 3], b: [1, 2, 3], c: [] },
    change: (_) => ({ a: _.pop(), b: _.shift(), c: _.pop() }),
    after: { a: [1, 2], b: [2, 3], c: [] },
  },
  {
    title: 'pull drops every equal value',
    source: wechatPage('command/Command.pull'),
    before: { a: [1, 2, 1, 3] },
    change: (_) => ({ a: _.pull(1) }),
    after: { a: [2, 3] },
  },
  {
    title: 'pull drops what meets a command',
    source: wechatPage('command/Command.pull'),
    before: { a: [1, 5, 9], b: ['x', 'y', 'z'] },
    change: (_) => ({ a: _.pull({ $gte: 5 }), b: _.pull({ $in: ['x', 'z'] }) }),
    after: { a: [1], b: ['y'] },
  },
  {
    title: 'pull drops objects that have the given fields',
    source: mongoManual('$pull, documents'),
    before: { a: [{ x: 1, y: 1 }, { x: 2 }] },
    change: (_) => ({ a: _.pull({ x: 1 }) }),
    after: { a: [{ x: 2 }] },
  },
  {
    title: 'pullAll drops each of the values',
    source: wechatPage('command/Command.pullAll'),
    before: { a: [1, 2, 3, 2] },
    change: (_) => ({ a: _.pullAll([2, 3, 7]) }),
    after: { a: [1] },
  },
  {
    title: 'addToSet adds what is not there',
    source: wechatPage('command/Command.addToSet'),
    before: { a: [1], b: [1] },
    change: (_) => ({ a: _.addToSet(2), b: _.addToSet(1) }),
    after: { a: [1, 2], b: [1] },
  },
  {
    title: 'addToSet of each adds several, once',
    source: mongoManual('$addToSet, $each'),
    before: { a: [1] },
    change: (_) => ({ a: _.addToSet({ $each: [1, 2, 2, 3] }) }),
    after: { a: [1, 2, 3] },
  },
  {
    title: 'addToSet compares objects whole',
    source: mongoManual('$addToSet'),
    before: { a: [{ x: 1 }] },
    change: (_) => ({ a: _.addToSet({ x: 1, y: 2 }) }),
    after: { a: [{ x: 1 }, { x: 1, y: 2 }] },
  },
  {
    title: 'commands work on nested arrays',
    source: lists,
    before: { o: { list: [1] } },
    change: (_) => ({ o: { list: _.push([2]) } }),
    after: { o: { list: [1, 2] } },
  },
];

const refusedLists: RefusedUpdateRow[] = (
  [
    ['push', (_) => _.push(['x'])],
    ['pop', (_) => _.pop()],
    ['pull', (_) => _.pull('x')],
    ['addToSet', (_) => _.addToSet('x')],
    ['unshift', (_) => _.unshift(['x'])],
  ] as [string, (_: Parameters<RefusedUpdateRow['change']>[0]) => object][]
).map(([name, command]) => ({
  title: `${name} on a string is refused`,
  source: mongoManual(`$${name === 'unshift' ? 'push' : name}: the field must be an array`),
  before: { a: 'text' },
  change: (_) => ({ a: command(_) }),
  code: 'DATABASE_REQUEST_FAILED',
  message: /array/i,
}));

export const arrayUpdateCases = [
  ...listRows.map(updateCase),
  ...refusedLists.map(refusedUpdateCase),
];
