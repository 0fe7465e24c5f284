/** A county's month or year as its close meets it: units, people, filings, printings, and what they earned. */
import { appendEntries, type EntryDraft } from '../../cloudfunctions/domain/ledger/append-entries';
import type { AccountRef } from '../../cloudfunctions/domain/ledger/entry';
import { periodRule } from '../../cloudfunctions/domain/points/presets/parts';
import type { PeriodRule } from '../../cloudfunctions/domain/points/rulebook';
import { byLevel, type LedgerRoom } from '../support/county/ledger-room';

export interface SpanSize {
  period: '2026-11' | '2026';
  people: number;
  printings: number;
}

export type Documents = { _id: string }[];
/** Writes some documents of a collection. */
export type Write = (collection: string, documents: Documents) => Promise<void>;

const units = 60;
const since = '2026-01-01';
const outletIds = ['bench-city', 'bench-county'];
const at = Date.parse('2026-11-20T10:00:00+08:00');

/** Over all days, as printings come. */
function dayOf(n: number, { period }: SpanSize): string {
  const [month, day] =
    period === '2026' ? [(n % 12) + 1, (Math.floor(n / 12) % 28) + 1] : [11, (n % 30) + 1];
  return `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const unitIdOf = (n: number) => `bench-unit-${n % units}`;
const personIdOf = (n: number) => `bench-${String(n).padStart(6, '0')}`;
const numbers = (count: number) => Array.from({ length: count }, (_one, n) => n);

const ofPoints = { book: 'points' as const, categories: [] };
/** Rules that post to every account there is: what a close has to write at most. */
const ofEverybody: PeriodRule[] = [
  periodRule({
    ...{ id: 'start', name: 'start', account: 'person' },
    effect: { kind: 'start', amount: 100 },
  }),
  periodRule({
    ...{ id: 'owed', name: 'owed' },
    effect: {
      ...{ kind: 'quota', of: { kind: 'filings', kinds: [] }, need: 1_000_000, nameAfter: 3 },
      ...{ short: { amount: 1, limit: 500 }, over: null },
    },
  }),
];
/** Rules for which every entry is looked at by itself: what a close has to read at most. */
const ofSingleWorks: PeriodRule[] = [
  periodRule({
    ...{ id: 'many', name: 'many' },
    effect: {
      ...{ kind: 'earn', of: { kind: 'entries', ...ofPoints } },
      rate: { amount: 10, limit: 5000 },
    },
  }),
  periodRule({
    ...{ id: 'keep', name: 'keep', account: 'person' },
    effect: { kind: 'keep', of: 'matter', categories: ['adoption'], highest: 1 },
  }),
  periodRule({
    ...{ id: 'best', name: 'best', account: 'person' },
    effect: {
      ...{ kind: 'prize', among: 'works', by: { kind: 'amount', ...ofPoints } },
      ...{ least: 100, places: [{ to: 10, amount: 1000 }] },
    },
  }),
];

/** Who there is, and by which rules: little, written like everything else by the database's own calls. */
export async function addDirectory(
  { rootId }: LedgerRoom,
  { people, period }: SpanSize,
  write: Write,
): Promise<void> {
  const periodRules =
    period === '2026'
      ? [...ofEverybody, ...ofSingleWorks].map((rule) => ({ ...rule, period: 'year' as const }))
      : ofEverybody;
  await write('rulebooks', [{ _id: 'office:2', ...byLevel, version: 2, periodRules } as never]);
  await write(
    'outlets',
    outletIds.map((_id) => ({
      ...{ _id, name: _id, aliases: [], channelIds: [], isClosed: false, version: 1 },
      terms: [{ level: _id.slice(6), outletClass: 'paper', group: null, since, until: null }],
    })),
  );
  await write(
    'units',
    numbers(units).map((n) => aUnit(n, rootId)),
  );
  await write('people', numbers(people).map(aPerson));
}

/** A printing for everybody in turn, for the person and the unit. */
export async function addPrintings(size: SpanSize, write: Write): Promise<void> {
  const { people, printings } = size;
  const lot = 5_000;
  for (let from = 0; from < printings; from += lot) {
    const some = numbers(Math.min(lot, printings - from)).map((n) => from + n);
    await write(
      'stories',
      some.map((n) => aStory(n, size)),
    );
    await write(
      'adoptions',
      some.map((n) => aPrinting(n, size)),
    );
    await write('families', some.map(familyOf));
  }
  const owners = [
    ...numbers(people).map((n) => ({ kind: 'person' as const, id: personIdOf(n), of: n })),
    ...numbers(units).map((n) => ({ kind: 'unit' as const, id: unitIdOf(n), of: n })),
  ];
  for (const { of, ...owner } of owners) {
    const own = numbers(printings).filter((n) =>
      owner.kind === 'person' ? n % people === of : (n % people) % units === of,
    );
    const { entries, accounts, standings } = appendEntries(
      own.map((n) => aDraft(n, owner, size)),
      { eventId: '', postedAt: at, closedThrough: null },
      { accounts: [], standings: [], names: new Map() },
    );
    await write('ledger_entries', entries);
    await write(
      'accounts',
      accounts.map(({ account }) => account),
    );
    await write(
      'standings',
      standings.map(({ standing }) => standing),
    );
  }
}

const aUnit = (n: number, rootId: string) => ({
  ...{ _id: unitIdOf(n), name: `第${n}联工委`, kind: 'township_office', quotaClass: null },
  ...{ path: [unitIdOf(n), rootId], parents: [{ unitId: rootId, since, until: null }] },
  ...{ since, until: null, version: 1 },
});

const aPerson = (n: number) => ({
  ...{ _id: personIdOf(n), name: `${n}示例`, standing: 'member', phone: null },
  ...{ memberships: [{ unitId: unitIdOf(n), isHead: false, since, until: null }], duties: [] },
  ...{ joinedOn: since, leftOn: null, unitIds: [unitIdOf(n)], dutyNames: [], version: 1 },
});

const aStory = (n: number, { people, ...size }: SpanSize) => ({
  ...{ _id: `story-${n}`, number: `bench-${n}`, kind: 'news', state: 'signed_off' },
  ...{ unitId: unitIdOf(n % people), unitPath: [unitIdOf(n % people)] },
  ...{
    authorId: personIdOf(n % people),
    peopleIds: [personIdOf(n % people)],
    headline: `标题${n}`,
  },
  filedAt: Date.parse(`${dayOf(n, { people, ...size })}T10:00:00+08:00`),
  ...{ updatedAt: at, version: 1 },
});

const aPrinting = (n: number, size: SpanSize) => ({
  ...{ _id: `adoption-${n}`, state: 'verified', outletId: outletIds[n % 2] },
  work: {
    ...{ id: `story-${n}`, storyId: `story-${n}`, storyNumber: null, headline: `标题${n}` },
    ...{ kind: 'news', column: null, unitId: unitIdOf(n % size.people), photoCount: 1 },
    credits: [
      { personId: personIdOf(n % size.people), name: '', part: 'text', isJournalist: false },
    ],
  },
  ...{
    outletName: '示例日报',
    printedOn: dayOf(n, size),
    position: 'other',
    genre: 'news',
    mode: 'single',
  },
  ...{ words: 800, durationSeconds: null, headlineAsPrinted: `标题${n}`, feeFen: null },
  ...{
    evidence: [],
    metrics: [],
    isAfterKill: false,
    verifiedOn: dayOf(n, size),
    countsOn: dayOf(n, size),
  },
  ...{ peopleIds: [personIdOf(n % size.people)], unitPath: [unitIdOf(n % size.people)] },
  ...{ reportedAt: at, updatedAt: at, version: 1 },
});

const familyOf = (n: number) => ({
  _id: `story-${n}`,
  posted: [],
  chosenAdoptionId: null,
  version: 1,
});

const aDraft = (n: number, account: AccountRef, size: SpanSize): EntryDraft => ({
  ...{ account, book: 'points', eventId: `event-${n}`, amount: 1000, causeKind: 'adoption' },
  ...{ causeId: `adoption-${n}`, familyId: `story-${n}`, workId: `story-${n}` },
  ...{ storyId: `story-${n}`, title: `标题${n}`, ruleId: 'level', ruleVersion: 1 },
  ...{ category: 'adoption:county', derivation: '县级 10', unitId: unitIdOf(n % size.people) },
  ...{ occurredOn: dayOf(n, size), reverses: null },
});
