/** Pages that a closing and a dry run read: each goes on along an index, past nothing that was seen. */
import { adoptions } from '../../../cloudfunctions/store/collections/adoptions';
import { ledgerEntries } from '../../../cloudfunctions/store/collections/ledger-entries';
import { standings } from '../../../cloudfunctions/store/collections/standings';
import { stories } from '../../../cloudfunctions/store/collections/stories';
import { openPeriods } from '../../../cloudfunctions/store/periods';
import { openStories } from '../../../cloudfunctions/store/stories';
import { openTrials } from '../../../cloudfunctions/store/trials';
import { compileFilter, compileOrder, type Doc } from '../../../local/cloud/database/language';
import { choosePlan, type OrderBy, type Plan } from '../../../local/cloud/database/plan';
import type { Index } from '../../../local/cloud/database/shape';

const byId = { name: 'by_id', fields: [{ path: '_id', direction: 1 as const }], unique: true };
const own = [...ledgerEntries.indexes, ...standings.indexes, ...adoptions.indexes];
type Shape = { name: string; fields: Index['fields']; unique?: boolean };
const indexed = (shapes: Shape[]) =>
  shapes.map(({ name, fields, unique = false }, n): Index => {
    // A bit for each field that met arrays.
    const multikey = fields.reduce((bits, { path }, i) => bits | (Number(lists.has(path)) << i), 0);
    return { ...{ id: n + 1, name, fields, unique, multikey, since: 0 } };
  });
const lists = new Set(['queueKeys', 'peopleIds']);

/** What the store uses of the SDK, over a list; every read's plan is kept. */
function databaseOf(documents: Doc[], shapes: Shape[] = own) {
  const indexes = indexed([byId, ...shapes]);
  const plans: (Plan | undefined)[] = [];
  const query = (filter: Doc, order: OrderBy, limit: number) => ({
    field: () => query(filter, order, limit),
    where: (more: Doc) => query(more, order, limit),
    orderBy: (path: string, way: string) =>
      query(filter, [...order, [path, way === 'asc' ? 1 : -1]], limit),
    limit: (most: number) => query(filter, order, most),
    get: () => {
      plans.push(choosePlan(indexes, filter, order));
      const data = documents.filter(compileFilter(filter)).sort(compileOrder(order));
      return Promise.resolve({ data: data.slice(0, limit) });
    },
  });
  const operator = (name: string) => (value: unknown) => ({ [name]: value });
  const command = {
    ...{ gt: operator('$gt'), gte: operator('$gte'), lt: operator('$lt'), in: operator('$in') },
    and: (parts: object[]) => Object.assign({}, ...parts) as object,
  };
  const database = { command, collection: () => query({}, [], Infinity) };
  // The stores ask for nothing else.
  return {
    plans,
    store: openPeriods(database as never),
    trials: openTrials(database as never),
    stories: openStories(database as never),
  };
}

const numbered = (n: number) => String((n * 7919) % 2500).padStart(4, '0');
const isAlongIndex = (plan: Plan | undefined) => plan?.isSorted === true && plan.isExact;

test('two and a half thousand entries, nearly all of one day', async () => {
  const entries = Array.from({ length: 2500 }, (_one, n) => ({
    ...{
      _id: `entry-${numbered(n)}`,
      periodOn: n % 50 === 0 ? `2026-12-0${(n % 4) + 1}` : '2026-11-11',
    },
  }));
  const { store, plans } = databaseOf(entries);
  const seen: string[] = [];
  for (let after = null as { on: string; id: string } | null; ;) {
    const page = await store.pageEntriesIn({ from: '2026-11-01', until: '2026-12-04', after });
    seen.push(...page.map(({ periodOn, _id }) => `${periodOn} ${_id}`));
    const last = page.at(-1);
    if (!last || page.length < 1000) break;
    after = { on: last.periodOn, id: last._id };
  }
  const within = entries.filter(({ periodOn }) => periodOn < '2026-12-04');
  expect(seen).toEqual(within.map(({ periodOn, _id }) => `${periodOn} ${_id}`).sort());
  expect(plans.map((plan) => plan?.index.name)).toEqual(plans.map(() => 'by_period'));
  expect(plans.every(isAlongIndex)).toBe(true);
});

test('two and a half thousand standings, nearly all alike', async () => {
  const here = { period: '2026', kind: 'person', book: 'points' };
  const all = Array.from({ length: 2500 }, (_one, n) => ({
    ...{ ...here, ownerId: `p${numbered(n)}`, amount: n % 50 === 0 ? n : 700 },
  }));
  const { store, plans } = databaseOf(all);
  const seen: string[] = [];
  for (let after = null as { amount: number; ownerId: string } | null; ;) {
    const wanted = { period: '2026', kind: 'person' as const, book: 'points' as const, after };
    const page = await store.pageStandingsOf(wanted);
    seen.push(...page.map(({ ownerId }) => ownerId));
    const last = page.at(-1);
    if (!last || page.length < 1000) break;
    after = { amount: last.amount, ownerId: last.ownerId };
  }
  expect(new Set(seen).size).toBe(2500);
  expect(seen).toHaveLength(2500);
  expect(plans.map((plan) => plan?.index.name)).toEqual(plans.map(() => 'by_rank'));
  expect(plans.every(isAlongIndex)).toBe(true);
});

test('two and a half thousand printings of a few works, most of them of one', async () => {
  const printings = Array.from({ length: 2500 }, (_one, n) => ({
    ...{ _id: `printing-${numbered(n)}`, work: { id: `w${n % 5 === 0 ? n % 7 : 1}` } },
  }));
  const { trials, plans } = databaseOf(printings);
  const found = await trials.listTrialPrintings(['w0', 'w1', 'w2', 'w3']);
  const wanted = printings.filter(({ work }) => work.id < 'w4').map(({ _id }) => _id);
  expect(found.map(({ _id }) => _id)).toEqual(wanted.sort());
  // But for the pages after the first of one work alone.
  const first = plans.filter((plan) => plan?.index.name !== 'by_id');
  expect(first.map((plan) => plan?.index.name)).toEqual(first.map(() => 'by_work'));
  expect(plans.length - first.length).toBe(2);
});

test('a hundred stories that wait for a freed stage, among a thousand', async () => {
  const all = Array.from({ length: 1000 }, (_one, n) => ({
    ...{ _id: `story-${numbered(n)}`, queueKeys: [`2:u${n % 20}`, `2:u${n % 10}`] },
  }));
  const { stories: store, plans } = databaseOf(all, stories.indexes);
  const keys = ['2:u3', '2:u13'];
  const seen: string[] = [];
  for (let after = ''; ;) {
    const page = await store.listWaiting(keys, { after, most: 30 });
    seen.push(...page.map(({ _id }) => _id));
    if (page.length < 30) break;
    after = page.at(-1)?._id ?? '';
  }
  const waiting = all.filter(({ queueKeys }) => queueKeys.some((key) => keys.includes(key)));
  expect(seen).toEqual(waiting.map(({ _id }) => _id).sort());
  expect(plans.map((plan) => plan?.index.name)).toEqual(plans.map(() => 'by_waiting'));
  expect(plans.every((plan) => plan?.isSorted)).toBe(true);
});
