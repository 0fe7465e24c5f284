/** A dry run by steps comes to what it comes to in one go, whatever is read at once and breaks off. */
import fc from 'fast-check';
import type { Outlet } from '../../../cloudfunctions/domain/outlet/outlet';
import { workFacts, type CountedAdoption } from '../../../cloudfunctions/domain/ledger/work-facts';
import { balanceEntryId, type Covered } from '../../../cloudfunctions/domain/opening/balance';
import type { RegisteredFact } from '../../../cloudfunctions/domain/points/facts';
import {
  factRule,
  fixed,
  heading,
  highest,
  is,
  line,
  list,
  people,
  periodRule,
  rule,
  rulebook,
  unit,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { PeriodRule } from '../../../cloudfunctions/domain/points/rulebook';
import { grouped } from '../../../cloudfunctions/kernel/grouped';
import { aFact } from '../../support/domain/points';
import { tryWhole, type HandPosted, type WholeTrial } from '../../support/domain/trial';
import { trialOn, type Kept } from '../../support/domain/trial-store';

const levels = ['provincial', 'city'] as const;
const outlets: Outlet[] = levels.map((level) => ({
  ...{ _id: level, name: level, aliases: [], channelIds: [], isClosed: false, version: 1 },
  terms: [{ level, outletClass: 'paper', group: null, since: '2020-01-01', until: null }],
}));

const person = { account: 'person' as const };
const adoptions = { book: 'points' as const, categories: ['adoption'] };
/** Sums, works one by one, ranks, facts, juries and money that waits. */
const periodRules: PeriodRule[] = [
  periodRule({
    ...{ id: 'cap', name: '封顶', ...person },
    effect: { kind: 'cap', categories: ['adoption'], most: 3000 },
  }),
  periodRule({
    ...{ id: 'owed', name: '定额', ...person },
    effect: {
      ...{ kind: 'quota', of: { kind: 'entries', ...adoptions }, need: 200, nameAfter: null },
      ...{ short: { amount: -50, limit: null }, over: null },
    },
  }),
  periodRule({
    ...{ id: 'keep', name: '计最高', period: 'quarter' },
    effect: { kind: 'keep', of: 'all', categories: ['adoption'], highest: 2 },
  }),
  periodRule({
    ...{ id: 'matter', name: '同题', period: 'year' },
    effect: { kind: 'keep', of: 'matter', categories: ['adoption'], highest: 1 },
  }),
  periodRule({
    ...{ id: 'many', name: '多稿', period: 'year', ...person },
    effect: {
      ...{ kind: 'earn', of: { kind: 'entries', ...adoptions } },
      rate: { amount: 40, limit: null },
    },
  }),
  periodRule({
    ...{ id: 'best', name: '好稿', period: 'year', ...person },
    effect: {
      ...{ kind: 'prize', among: 'works', by: { kind: 'amount', ...adoptions }, least: 100 },
      places: [{ to: 2, amount: 700 }],
    },
  }),
  periodRule({
    ...{ id: 'void', name: '作废', ...person },
    effect: { kind: 'void', factKinds: ['negative_news'], categories: ['adoption'] },
  }),
  periodRule({
    ...{ id: 'jury', name: '评委分', ...person },
    effect: { kind: 'jury', percent: 30, most: 900 },
  }),
  periodRule({
    ...{ id: 'payout', name: '起付', book: 'yuan', ...person },
    effect: { kind: 'payout', least: 6000, months: 1 },
  }),
];

const office = (city: number, rules: PeriodRule[]) =>
  rulebook({
    ...{ id: 'office', name: '办法', periodRules: rules },
    rules: [
      rule({
        ...{ id: 'level', name: '分级', choice: highest },
        shares: [people('points'), people('yuan'), unit('points')],
        lines: [
          line(
            '',
            list([
              { heading: heading('省级', is('level', 'provincial')), amount: 20 },
              { heading: heading('市级', is('level', 'city')), amount: city },
            ]),
          ),
        ],
      }),
      factRule({
        ...{ id: 'fact', name: '登记', shares: [people('points')] },
        lines: [line('会议', fixed(3))],
      }),
    ],
  });

const days = ['2026-09-20', '2026-10-05', '2026-10-20', '2026-11-03', '2026-11-30', '2026-12-30'];
const on = fc.constantFrom(...days);
const who = fc.constantFrom('lin', 'zhao', 'wang');

const printing: fc.Arbitrary<CountedAdoption> = fc
  .record({
    ...{ n: fc.nat(9_999), work: fc.nat(4), level: fc.constantFrom(...levels), on },
    verified: fc.nat(days.length - 1),
    broughtIn: fc.constantFrom(undefined, undefined, 'counted' as const, 'uncounted' as const),
  })
  .map(({ n, work, level, on: printedOn, verified, broughtIn }) => ({
    ...{ _id: `printing${n}`, state: 'verified', outletId: level, printedOn, countsOn: printedOn },
    work: {
      ...{ id: `work${work}`, storyId: null, storyNumber: null, headline: `标题${work}` },
      ...{ kind: 'news', column: null, unitId: work % 2 ? 'dongjie' : 'xijie', photoCount: 0 },
      credits: ['lin', 'zhao', 'wang'].slice(0, 1 + (work % 3)).map((personId) => ({
        ...{ personId, name: personId, part: 'text' as const, isJournalist: false },
      })),
    },
    ...{ position: 'other', genre: 'news', mode: 'single', words: 800, durationSeconds: null },
    ...{ feeFen: null, metrics: [], reportedAt: Date.parse(`${printedOn}T08:00:00Z`) },
    verifiedOn: [printedOn, days[verified] ?? ''].sort()[1] ?? printedOn,
    ...(broughtIn && { broughtIn }),
  }));

const fact: fc.Arbitrary<RegisteredFact> = fc
  .record({ n: fc.nat(9_999), on, who, kind: fc.constantFrom('meeting', 'negative_news', 'jury') })
  .map(({ n, on: countsOn, who: personId, kind }) =>
    aFact(kind as RegisteredFact['kind'], {
      ...{ _id: `fact${n}`, occurredOn: countsOn, countsOn, personId },
      ...(kind === 'jury' && { jury: { period: countsOn.slice(0, 7), points: 1000 } }),
    }),
  );

const hand: fc.Arbitrary<HandPosted> = fc
  .record({ on, who, amount: fc.integer({ min: -900, max: 900 }), isBalance: fc.boolean() })
  .map(({ on: periodOn, who: id, amount, isBalance }) => ({
    ...{ ownerKey: `person:${id}`, book: 'points', amount, workId: null, title: '' },
    ...(isBalance
      ? {
          ...{ category: 'opening', causeKind: 'opening', periodOn: '2026-01-01' },
          causeId: balanceEntryId({ kind: 'person', id }, 'points', '2026'),
        }
      : { category: 'adjustment', causeKind: 'adjustment', causeId: 'by-hand', periodOn }),
  }));

const once = <One>(all: One[], keyOf: (one: One) => string) => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
];

const county: fc.Arbitrary<Kept> = fc
  .record({
    printings: fc.array(printing, { maxLength: 12 }),
    facts: fc.array(fact, { maxLength: 4 }),
    hand: fc.array(hand, { maxLength: 3 }),
  })
  .map((kept) => ({
    printings: once(kept.printings, ({ _id }) => _id),
    facts: once(kept.facts, ({ _id }) => _id),
    hand: once(kept.hand, ({ ownerKey, causeId }) => `${ownerKey} ${causeId}`),
  }));

const books = {
  rulebooks: [office(10, periodRules)],
  draft: office(30, periodRules.slice(1)),
  people: ['lin', 'zhao', 'wang'].map((_id) => ({ _id, unitIds: ['xijie'], leftOn: null })),
  units: ['xijie', 'dongjie'].map((_id) => ({
    ...{ _id, quotaClass: null, kind: 'township_office' as const, until: null },
  })),
};

/** The same county as one call has it. */
function wholeOf({ printings, facts, hand: posted }: Kept, period: string): WholeTrial {
  const balances = posted.filter(({ causeKind }) => causeKind === 'opening');
  const covered = balances.map(({ ownerKey, book }): Covered => ({
    ...{ accountId: `${ownerKey}:${book}`, from: '2026-01-01', through: '2026-10-31' },
  }));
  const around = { outlets, facts: [], unitClass: null, chosenAdoptionId: null, on: '' };
  const works = [...grouped(printings, ({ work }) => work.id).values()].flatMap((ofWork) =>
    ofWork[0] ? [workFacts(ofWork[0].work, ofWork, around)] : [],
  );
  return {
    ...{ ...books, period, works, hand: posted, filed: new Map() },
    facts: facts.map((one) => ({ fact: one, unitClass: null })),
    covered: grouped(covered, ({ accountId }) => accountId),
    held: { before: new Map(), after: new Map() },
  };
}

const size = fc.integer({ min: 1, max: 14 });
const sizes = fc.record({ page: size, reads: size, works: size, pages: size });
const periods = fc.constantFrom('2026-10', '2026-11', '2026Q4', '2026');

test('for any county, pages of any size and steps broken off or doubled, it comes to the same', async () => {
  await fc.assert(
    fc.asyncProperty(county, periods, sizes, fc.infiniteStream(fc.nat(3)), async (kept, ...at) => {
      const [period, atOnce, luck] = at;
      const trial = trialOn(kept, { ...books, period }, { sizes: atOnce, outlets });
      for (let n = 0; n < 2_000; n += 1) {
        const step = await trial.step();
        if (!step) break;
        const fate = luck.next().value as number;
        // Killed before it was kept; or two at once, of whom one is told to look again.
        if (fate === 0) continue;
        const twin = fate === 1 ? await trial.step() : undefined;
        expect(trial.commit(step)).toBe(true);
        if (twin) expect(trial.commit(twin)).toBe(false);
      }
      expect(trial.now().stage).toBe('done');
      expect(trial.moves()).toEqual(tryWhole(wholeOf(kept, period)));
      expect([...trial.parts.keys()].every((id) => id.includes(':moves:'))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a printing that is verified while a month is replayed is in it or not, and no work is lost for it', async () => {
  await fc.assert(
    fc.asyncProperty(county, printing, sizes, fc.nat(30), async (kept, late, atOnce, when) => {
      const known = kept.printings.filter(({ _id }) => _id !== late._id);
      const county = { ...kept, printings: known };
      const without = tryWhole(wholeOf(county, '2026-11'));
      const trial = trialOn(county, { ...books, period: '2026-11' }, { sizes: atOnce, outlets });
      for (let n = 0; trial.now().stage !== 'done'; n += 1) {
        if (n === when) county.printings = [...known, late];
        const step = await trial.step();
        if (step) trial.commit(step);
      }
      const withIt = tryWhole(wholeOf({ ...kept, printings: [...known, late] }, '2026-11'));
      expect([without, withIt]).toContainEqual(trial.moves());
    }),
    { numRuns: 25 },
  );
});
