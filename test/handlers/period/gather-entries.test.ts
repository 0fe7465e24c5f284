/** The steps of a year's rules, over a store in memory: many entries on one day, any step taken twice. */
import { noTallies, withFiled } from '../../../cloudfunctions/domain/bulletin/tally';
import { digestAfter, type HeadPage } from '../../../cloudfunctions/domain/ledger/digest';
import { beginRun, type Run } from '../../../cloudfunctions/domain/period/run';
import { evaluatePeriod } from '../../../cloudfunctions/domain/points/evaluate-period';
import { periodRule, rulebook } from '../../../cloudfunctions/domain/points/presets/parts';
import { applyRules, type TargetPage } from '../../../cloudfunctions/handlers/period/apply-rules';
import { countFiled } from '../../../cloudfunctions/handlers/period/count-figures';
import { keepHeads } from '../../../cloudfunctions/handlers/period/keep-heads';
import { gatherEntries, lookAtItems } from '../../../cloudfunctions/handlers/period/gather-entries';
import type { Step, Stepping } from '../../../cloudfunctions/handlers/period/stepping';
import type { Store } from '../../../cloudfunctions/store';
import type { Page } from '../../../cloudfunctions/store/page-by';
import type { CountedEntry } from '../../../cloudfunctions/store/periods';
import { wholePeriod } from '../../support/domain/whole-period';

const ofPoints = { book: 'points' as const, categories: [] };
const periodRules = [
  periodRule({
    ...{ id: 'many', name: '篇数', account: 'unit' },
    effect: {
      ...{ kind: 'earn', of: { kind: 'entries', ...ofPoints } },
      rate: { amount: 100, limit: null },
    },
  }),
  periodRule({
    ...{ id: 'keep', name: '只计最高', account: 'person' },
    effect: { kind: 'keep', of: 'matter', categories: [], highest: 2 },
  }),
  periodRule({
    ...{ id: 'best', name: '好新闻', account: 'person' },
    effect: {
      ...{ kind: 'prize', among: 'works', by: { kind: 'amount', ...ofPoints } },
      ...{ least: 0, places: [{ to: 3, amount: 5000 }] },
    },
  }),
].map((rule) => ({ ...rule, period: 'year' as const }));
const office = rulebook({ id: 'office', name: '办法', rules: [], periodRules });

const units = ['a', 'b', 'c'].map((_id) => ({
  ...{ _id, quotaClass: null, kind: 'township_office', until: null },
}));
const people = Array.from({ length: 40 }, (_one, n) => ({
  ...{ _id: `p${n}`, unitIds: [units[n % 3]?._id ?? ''], leftOn: null },
}));

/** Six thousand printings, five of six on one day; each for one of the people and the unit. */
const entries = Array.from({ length: 12_000 }, (_one, n): CountedEntry => {
  const work = Math.floor(n / 2);
  const person = people[work % people.length];
  const owner = n % 2 === 0 ? `person:${person?._id}` : `unit:${person?.unitIds[0]}`;
  return {
    ...{ _id: `entry-${String((n * 7919) % 12_000).padStart(5, '0')}`, ownerKey: owner },
    ...{ book: 'points', category: 'adoption:city', amount: 100 + ((work * 37) % 1000) },
    ...{ causeKind: 'adoption', causeId: `c${work}`, workId: `w${work % 4000}` },
    ...{ title: `标题${work % 500}`, periodOn: work % 6 === 0 ? '2026-02-01' : '2026-11-11' },
  };
}).sort((one, two) => (keyOf(one) < keyOf(two) ? -1 : 1));

function keyOf({ periodOn, _id }: CountedEntry): string {
  return `${periodOn} ${_id}`;
}

/** What the steps read, and what they wrote. */
function inMemory() {
  const written = new Map<string, { _id: string }>();
  const store = {
    readRulebooks: () => Promise.resolve([office]),
    readUnits: () => Promise.resolve(units),
    readEverybody: () => Promise.resolve(people),
    readPeriods: () => Promise.resolve([]),
    countEntriesIn: () => Promise.resolve(entries.length),
    pageEntriesIn: ({ after }: Page) => {
      const place = after ? `${after.on} ${after.id}` : '';
      return Promise.resolve(entries.filter((one) => keyOf(one) > place).slice(0, 1000));
    },
    readBulletinPages: (ids: string[]) =>
      Promise.resolve(ids.flatMap((id) => written.get(id) ?? [])),
  };
  // The steps ask for nothing else.
  return { written, scene: { store: store as unknown as Store, now: 0, on: '' } as Stepping };
}

function write(written: Map<string, { _id: string }>, { changes }: Step): void {
  for (const change of changes) {
    if (change.do === 'drop') written.delete(change.id);
    if (change.do !== 'create') continue;
    expect(written.has(change.document._id)).toBe(false);
    written.set(change.document._id, change.document);
  }
}

const stagesOf = { entries: gatherEntries, items: lookAtItems } as const;

test('they come to what all entries at once come to, though each was begun twice', async () => {
  const { scene, written } = inMemory();
  const begun = beginRun({ _id: '2026', computing: 'final', version: 1 }, 0);
  let run: Run = { ...begun, stage: 'entries' };
  let steps = 0;
  while (run.stage === 'entries' || run.stage === 'items') {
    const stage = stagesOf[run.stage];
    const [step, again] = await Promise.all([stage(scene, run), stage(scene, run)]);
    expect(again).toEqual(step);
    write(written, step);
    // Kept between two steps as documents are.
    run = JSON.parse(JSON.stringify(step.run)) as Run;
    steps += 1;
  }
  // Three of five thousand entries; two for the three parts, of which nothing is left.
  expect(steps).toBe(5);
  expect(written.size).toBe(0);
  const step = await applyRules(scene, run);
  const targets = step.changes.flatMap((change) =>
    change.do === 'create' ? ((change.document as TargetPage).owners ?? []) : [],
  );
  const material = {
    ...{ period: '2026', tallies: noTallies, shortBefore: [], held: new Map() },
    // As far as rules look at them.
    ...{ units: units as never, people },
  };
  const whole = wholePeriod({ ...material, entries, facts: [] }, periodRules, '2026-01-01');
  const expected = evaluatePeriod(office, whole);
  expect(targets.flatMap(({ targets: own }) => own)).toEqual(expect.arrayContaining(expected));
  expect(targets.flatMap(({ targets: own }) => own)).toHaveLength(expected.length);
});

test('what was filed in a year is counted some months a step, to the same as all at once', async () => {
  const inMonth = (from: string) => [
    { unitId: `u${Number(from.slice(5, 7)) % 3}`, authorId: 'p1', kind: 'news', count: 4_000 },
    { unitId: 'u1', authorId: 'p2', kind: 'tip', count: 7 },
  ];
  const asked: string[] = [];
  const store = {
    countFiled: ({ from }: { from: string }) => {
      asked.push(from);
      return Promise.resolve(inMonth(from));
    },
  } as unknown as Store;
  for (const [period, months, steps] of [
    ['2026', 12, 4],
    ['2026Q3', 9, 3],
    ['2026-01', 1, 1],
  ] as const) {
    asked.length = 0;
    let run: Run | undefined = beginRun({ _id: period, computing: 'draft', version: 1 }, 0);
    let taken = 0;
    for (; run?.stage === 'filed'; taken += 1) {
      run = JSON.parse(JSON.stringify((await countFiled({ store }, run)).run)) as Run;
    }
    expect([taken, asked.length]).toEqual([steps, months]);
    const of = (month: string) => inMonth(`${month}-01`);
    const year = asked.map((from) => from.slice(0, 7));
    const own = year.slice(period === '2026Q3' ? 6 : 0);
    expect(run?.tallies).toEqual(withFiled(noTallies, own.flatMap(of), year.flatMap(of)));
  }
});

test('the heads of any number of accounts are kept a page a step, and their digest goes on', async () => {
  const all = Array.from({ length: 2_500 }, (_one, n) => ({
    ...{ accountId: `a${String(n).padStart(4, '0')}`, count: n + 1, hash: `hash${n}` },
  }));
  const store = {
    pageHeadsNow: (after: string) =>
      Promise.resolve(all.filter(({ accountId }) => accountId > after).slice(0, 1000)),
  } as unknown as Store;
  const pages: HeadPage[] = [];
  const begun = beginRun({ _id: '2026', computing: 'final', version: 1 }, 0);
  let run: Run | undefined = { ...begun, stage: 'heads' };
  while (run?.stage === 'heads') {
    const [step, again]: Step[] = await Promise.all([
      keepHeads({ store }, run),
      keepHeads({ store }, run),
    ]);
    expect(again).toEqual(step);
    for (const change of step?.changes ?? []) {
      if (change.do === 'put') pages.push(change.document as HeadPage);
    }
    run = step?.run;
  }
  expect(run).toMatchObject({ stage: 'finish', headPages: 3, headDigest: digestAfter('', all) });
  expect(pages.map(({ _id, last }) => `${_id} ${last}`)).toEqual([
    ...['2026:0 a0999', '2026:1 a1999', '2026:2 a2499'],
  ]);
  expect(pages.flatMap(({ heads }) => heads)).toEqual(all);
});
