/**
 * Random transactions, interleaved in every way that fast-check thinks of: step by step against a
 * reference on plain maps, and as concurrent clients whose invariants must hold.
 */
import fc from 'fast-check';
import { CloudError } from '../../../local/cloud/errors';
import type { Engine } from '../../../local/cloud/database';
import { findDocs, startDatabase, updating } from '../../support/cloud/engine';
import type { TestDatabase } from '../../support/cloud/engine';
import { createModel } from '../../support/cloud/transaction-model';
import type { Model, Outcome, Row } from '../../support/cloud/transaction-model';

let database: TestDatabase;
let engine: Engine;

beforeAll(async () => {
  database = await startDatabase({ lockWaitMs: 0 });
});
afterAll(async () => {
  await database.stop();
  database.context.removeFolder();
});

async function empty(unique: string): Promise<void> {
  await database.reset();
  const indexes = [
    { name: 'unique', fields: [{ path: unique, direction: 1 }], unique: true },
    { name: 'byV', fields: [{ path: 'v', direction: -1 }] },
  ];
  await database.controls?.schema?.({ collections: [{ name: 'rows', indexes }] });
  engine = database.engine();
}

async function outcomeOf(work: () => Promise<unknown> | unknown): Promise<Outcome> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (error.code === 'DATABASE_TRANSACTION_CONFLICT') return 'conflict';
    if (error.code === 'DATABASE_TRANSACTION_FAIL') return 'ended';
    if (error.message.includes('E11000')) return 'duplicate';
    throw error;
  }
}

describe('step by step', () => {
  const client = fc.nat({ max: 2 });
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const row = fc.record({ v: fc.nat({ max: 3 }), u: fc.constantFrom(null, 0, 1, 2, 3, 4) });
  const write = fc.record({ kind: fc.constantFrom('insert', 'update', 'remove'), key, row });
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.record({ client, kind: fc.constantFrom('begin', 'abort') }) },
    { weight: 2, arbitrary: fc.record({ client, kind: fc.constant('commit') }) },
    { weight: 6, arbitrary: fc.record({ client, kind: fc.constant('write'), write }) },
    { weight: 2, arbitrary: fc.record({ client, kind: fc.constant('read') }) },
    { weight: 2, arbitrary: fc.record({ client, kind: fc.constant('plain'), write }) },
  );
  type Step = { client: number; kind: string; write?: Write };
  type Write = { kind: string; key: string; row: Row };

  const perform = ({ kind, key: _id, row: at }: Write, id?: string): Promise<Outcome> =>
    outcomeOf((): Promise<unknown> => {
      if (kind === 'insert') return engine.insert('rows', [{ _id, ...at }], id);
      if (kind === 'remove') return engine.remove('rows', { filter: { _id }, multi: false }, id);
      return engine.modify('rows', updating({ _id }, { $set: at }), id);
    });
  const expected = (model: Model, { kind, key: at, row: next }: Write, id?: string): Outcome => {
    const change = kind === 'remove' ? undefined : next;
    const mustBeNew = kind === 'insert' ? 'must be new' : undefined;
    return id ? model.write(id, at, change, mustBeNew) : model.writePlainly(at, change, mustBeNew);
  };
  /** All that is there, by way of an index and by sweeping. */
  const rowsSeen = (id?: string) => {
    const asked = { transactionId: id };
    const swept = findDocs(engine, 'rows', {}, asked);
    const indexed = findDocs(engine, 'rows', { v: { $gte: 0 } }, { ...asked, order: [['v', -1]] });
    expect(indexed.map(({ _id }) => _id).sort()).toEqual(swept.map(({ _id }) => _id).sort());
    return new Map(swept.map(({ _id, ...rest }) => [_id, rest]));
  };

  async function take(model: Model, ids: string[], { client: at, kind, write: asked }: Step) {
    const id = ids[at] ?? 'none';
    if (kind === 'begin') {
      if (ids[at]) expect(await outcomeOf(() => engine.abort(id))).toBe(model.abort(id));
      model.begin((ids[at] = engine.startTransaction()));
    }
    if (kind === 'abort') expect(await outcomeOf(() => engine.abort(id))).toBe(model.abort(id));
    if (kind === 'commit') expect(await outcomeOf(() => engine.commit(id))).toBe(model.commit(id));
    if (asked && kind === 'write')
      expect(await perform(asked, id)).toBe(expected(model, asked, id));
    if (asked && kind === 'plain') expect(await perform(asked)).toBe(expected(model, asked));
    const seen = kind === 'read' ? model.seenBy(id) : undefined;
    if (seen) expect(rowsSeen(id)).toEqual(seen);
    expect(rowsSeen()).toEqual(model.committed);
  }

  test('every step ends as in the reference, and shows what it shows', async () => {
    const steps = fc.array(step, { minLength: 5, maxLength: 40, size: 'max' });
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await empty('u');
        const model = createModel();
        for (const [at, _id] of ['a', 'b', 'c'].entries()) {
          await perform({ kind: 'insert', key: _id, row: { v: 0, u: at } });
          model.writePlainly(_id, { v: 0, u: at }, 'must be new');
        }
        const ids: string[] = [];
        for (const one of list) await take(model, ids, one);
      }),
      { numRuns: 150 },
    );
  });
});

describe('concurrently', () => {
  const accounts = ['a', 'b', 'c', 'd'];
  const transfer = fc.record({
    from: fc.constantFrom(...accounts),
    to: fc.constantFrom(...accounts),
    amount: fc.integer({ min: 1, max: 5 }),
    number: fc.nat({ max: 6 }),
  });
  type Transfer = { from: string; to: string; amount: number; number: number };

  /** Moves an amount, counts it at the payer, and claims a number that only one may have. */
  async function move({ from, to, amount, number }: Transfer, pause: () => Promise<void>) {
    const id = engine.startTransaction();
    const add = (key: string, fields: object) =>
      engine.modify('rows', updating({ _id: key }, { $inc: fields }), id);
    await pause();
    const balances = findDocs(engine, 'rows', { v: { $exists: true } }, { transactionId: id });
    const sum = balances.reduce((total, { v }) => total + Number(v), 0);
    expect(sum).toBe(accounts.length * 100);
    await pause();
    await add(from, { v: -amount, moves: 1 });
    await pause();
    await add(to, { v: amount });
    await pause();
    await engine.insert('rows', [{ _id: `claim-${id}`, number }], id);
    await pause();
    await engine.commit(id);
  }

  test('sums stay, every committed move is there once, and no number is claimed twice', async () => {
    const clients = fc.array(fc.array(transfer, { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), clients, async (scheduler, plans) => {
        await empty('number');
        const docs = accounts.map((_id, i) => ({ _id, v: 100, moves: 0, number: -1 - i }));
        await engine.insert('rows', docs);
        const pause = () => scheduler.schedule(Promise.resolve());
        const committed: Transfer[] = [];
        const run = async (plan: Transfer[]) => {
          for (const one of plan) {
            const outcome = await outcomeOf(() => move(one, pause));
            if (outcome === 'done') committed.push(one);
          }
        };
        await scheduler.waitFor(Promise.all(plans.map(run)));
        const rows = findDocs(engine, 'rows', { v: { $exists: true } });
        for (const { _id, v, moves } of rows) {
          const paid = committed.filter(({ from }) => from === _id);
          const got = committed.filter(({ to }) => to === _id);
          const total = (list: Transfer[]) => list.reduce((sum, { amount }) => sum + amount, 0);
          expect({ v, moves }).toEqual({ v: 100 - total(paid) + total(got), moves: paid.length });
        }
        const numbers = findDocs(engine, 'rows', { number: { $gte: 0 } }).map((at) => at.number);
        expect(numbers.sort()).toEqual(committed.map(({ number }) => number).sort());
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 100 },
    );
  });
});
