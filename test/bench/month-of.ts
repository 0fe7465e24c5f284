/** A county's month as its close meets it: units, people, filings, printings, and what they earned. */
import { appendEntries, type EntryDraft } from '../../cloudfunctions/domain/ledger/append-entries';
import type { AccountRef } from '../../cloudfunctions/domain/ledger/entry';
import { periodRule } from '../../cloudfunctions/domain/points/presets/parts';
import { byLevel, type LedgerRoom } from '../support/ledger-room';

export interface MonthSize {
  people: number;
  printings: number;
}

const units = 60;
const batch = 500;
const since = '2026-01-01';
/** Over the days of the month, as printings come. */
const dayOf = (n: number) => `2026-11-${String((n % 30) + 1).padStart(2, '0')}`;
const at = Date.parse('2026-11-20T10:00:00+08:00');

const unitIdOf = (n: number) => `bench-unit-${n % units}`;
const personIdOf = (n: number) => `bench-${String(n).padStart(6, '0')}`;

/** Rules that post to every account there is: what a close has to write at most. */
const periodRules = [
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

/** Writes it straight into the store; a printing for everybody in turn, for the person and the unit. */
export async function fillMonth(room: LedgerRoom, { people, printings }: MonthSize): Promise<void> {
  const database = room.cloud.sdk().database();
  const add = async (collection: string, documents: object[]) => {
    for (let from = 0; from < documents.length; from += batch) {
      await database.collection(collection).add(documents.slice(from, from + batch));
    }
  };
  const numbers = (count: number) => Array.from({ length: count }, (_one, n) => n);
  await add('rulebooks', [{ _id: 'office:2', ...byLevel, version: 2, periodRules }]);
  await add(
    'units',
    numbers(units).map((n) => aUnit(n, room.rootId)),
  );
  await add('people', numbers(people).map(aPerson));
  await add(
    'stories',
    numbers(printings).map((n) => aStory(n, people, room.rootId)),
  );
  const outlets = Object.values(room.outlets);
  await add(
    'adoptions',
    numbers(printings).map((n) => aPrinting(n, people, outlets)),
  );
  await add(
    'families',
    numbers(printings).map((n) => ({ ...familyOf(n), ...{ version: 1 } })),
  );
  const owners = [
    ...numbers(people).map((n) => ({ kind: 'person' as const, id: personIdOf(n), of: n })),
    ...numbers(units).map((n) => ({ kind: 'unit' as const, id: unitIdOf(n), of: n })),
  ];
  const written = owners.map(({ of, ...owner }) => {
    const own = numbers(printings).filter((n) =>
      owner.kind === 'person' ? n % people === of : (n % people) % units === of,
    );
    return appendEntries(
      own.map((n) => aDraft(n, owner, people)),
      { eventId: '', postedAt: at, closedThrough: null },
      { accounts: [], standings: [], names: new Map() },
    );
  });
  await add(
    'ledger_entries',
    written.flatMap(({ entries }) => entries),
  );
  await add(
    'accounts',
    written.flatMap(({ accounts }) => accounts.map(({ account }) => account)),
  );
  await add(
    'standings',
    written.flatMap(({ standings }) => standings.map(({ standing }) => standing)),
  );
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

const aStory = (n: number, people: number, rootId: string) => ({
  ...{ _id: `story-${n}`, number: `bench-${n}`, kind: 'news', state: 'signed_off' },
  ...{ unitId: unitIdOf(n % people), unitPath: [unitIdOf(n % people), rootId] },
  ...{
    authorId: personIdOf(n % people),
    peopleIds: [personIdOf(n % people)],
    headline: `标题${n}`,
  },
  ...{ filedAt: at, updatedAt: at, version: 1 },
});

const aPrinting = (n: number, people: number, outlets: string[]) => ({
  ...{ _id: `adoption-${n}`, state: 'verified', outletId: outlets[n % outlets.length] },
  work: {
    ...{ id: `story-${n}`, storyId: `story-${n}`, storyNumber: null, headline: `标题${n}` },
    ...{ kind: 'news', column: null, unitId: unitIdOf(n % people), photoCount: 1 },
    credits: [{ personId: personIdOf(n % people), name: '', part: 'text', isJournalist: false }],
  },
  ...{
    outletName: '示例日报',
    printedOn: dayOf(n),
    position: 'other',
    genre: 'news',
    mode: 'single',
  },
  ...{ words: 800, durationSeconds: null, headlineAsPrinted: `标题${n}`, feeFen: null },
  ...{ evidence: [], metrics: [], isAfterKill: false, verifiedOn: dayOf(n), countsOn: dayOf(n) },
  ...{ peopleIds: [personIdOf(n % people)], unitPath: [unitIdOf(n % people)] },
  ...{ reportedAt: at, updatedAt: at, version: 1 },
});

const familyOf = (n: number) => ({ _id: `story-${n}`, posted: [], chosenAdoptionId: null });

const aDraft = (n: number, account: AccountRef, people: number): EntryDraft => ({
  ...{ account, book: 'points', eventId: `event-${n}`, amount: 1000, causeKind: 'adoption' },
  ...{ causeId: `adoption-${n}`, familyId: `story-${n}`, workId: `story-${n}` },
  ...{ storyId: `story-${n}`, title: `标题${n}`, ruleId: 'level', ruleVersion: 1 },
  ...{ category: 'adoption:county', derivation: '县级 10', unitId: unitIdOf(n % people) },
  ...{ occurredOn: dayOf(n), reverses: null },
});
