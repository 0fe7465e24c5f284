/** Reads of standings: one owner's page, ranks, rankings, a unit's board. */
import type { AccountRef, Book, Standing } from '../domain/ledger/entry';
import type { Owner } from '../domain/ledger/rights';
import type { RankAnswer, RankQuestion } from '../domain/ledger/standing';
import type { Person } from '../domain/people/person';
import type { Unit } from '../domain/people/unit';
import type { Database } from './database';
import { reading } from './reading';

/** Lines of a ranking a page. */
const topSize = 50;
/** Members of a unit's board. */
const membersMax = 200;

export function openStandings(database: Database) {
  return {
    readOwner: (wanted: OwnerWanted) => readOwner(database, wanted),
    readRanks: (wanted: RanksWanted) => readRanks(database, wanted),
    listRanking: (wanted: RankingWanted) => listRanking(database, wanted),
    readBoard: (wanted: BoardWanted) => readBoard(database, wanted),
  };
}

export interface OwnerWanted {
  owner: AccountRef;
  standingIds: string[];
}

/** Whose accounts they are, and standings by id: one round trip. Undefined for nobody. */
async function readOwner(
  database: Database,
  { owner, standingIds }: OwnerWanted,
): Promise<{ owner: Owner; standings: Standing[] } | undefined> {
  const isUnit = owner.kind === 'unit';
  const [found] = await reading<(Person | Unit) & { units: Unit[]; standings: Standing[] }>(() =>
    database
      .collection(isUnit ? 'units' : 'people')
      .aggregate()
      .match({ _id: owner.id })
      .lookup({
        ...{ from: 'units', localField: isUnit ? '_id' : 'unitIds', foreignField: '_id' },
        as: 'units',
      })
      .lookup({ from: 'standings', pipeline: byIds(standingIds), as: 'standings' })
      .end(),
  );
  if (!found) return undefined;
  // A lookup keeps no order; the first unit a person belongs to is the one that is shown.
  const order = 'unitIds' in found ? found.unitIds : [];
  const units = found.units.sort(
    (left, right) => order.indexOf(left._id) - order.indexOf(right._id),
  );
  return { owner: ownerOf(owner, found.name, units), standings: found.standings };
}

function ownerOf({ kind, id }: AccountRef, name: string, units: Unit[]): Owner {
  const [first] = units;
  return {
    ...{ kind, id, name, unitId: first?._id ?? '', unitName: first?.name ?? '' },
    paths: units.map(({ path }) => path),
  };
}

export interface RanksWanted {
  kind: AccountRef['kind'];
  book: Book;
  questions: RankQuestion[];
  /** Who stands further down is not counted. */
  most: number;
  /** Whose stories wait; null where that is not asked. */
  tasksOf: string | null;
}

type Joined = Record<string, { above?: number; amount?: number }[] | undefined>;

/**
 * How many stand above in every period, and the least of those, read from the index: one round trip,
 * whatever the number of entries.
 */
async function readRanks(
  database: Database,
  { kind, book, questions, most, tasksOf }: RanksWanted,
): Promise<{ ranks: RankAnswer[]; openTasks: number }> {
  const above = ({ period, amount }: RankQuestion) => ({
    $match: { period, kind, book, amount: { $gt: amount } },
  });
  let joined = organ(database);
  questions.forEach((question, n) => {
    const count = [above(question), { $limit: most }, { $count: 'above' }];
    const least = { $sort: { amount: 1, ownerId: -1 } };
    const next = [above(question), least, { $limit: 1 }, { $project: { amount: 1 } }];
    joined = joined
      .lookup({ from: 'standings', pipeline: count, as: `above${n}` })
      .lookup({ from: 'standings', pipeline: next, as: `next${n}` });
  });
  const waiting = { peopleIds: tasksOf, authorId: tasksOf, state: 'returned' };
  const tasks = [{ $match: waiting }, { $count: 'above' }];
  joined = joined.lookup({ from: 'stories', pipeline: tasks, as: 'tasks' });
  const [found = {}] = await reading<Joined>(() => joined.end());
  return {
    ranks: questions.map(({ period }, n) => ({
      ...{ period, above: found[`above${n}`]?.[0]?.above ?? 0 },
      nextAmount: found[`next${n}`]?.[0]?.amount ?? null,
    })),
    openTasks: tasksOf === null ? 0 : (found.tasks?.[0]?.above ?? 0),
  };
}

export interface RankingWanted {
  kind: AccountRef['kind'];
  period: string;
  book: Book;
  /** The asker's own line, or the asker's unit's. */
  mineId: string | null;
  after: RankingCursor | null;
}

/** The last line before the page: its amount and owner, its rank and its place. */
export interface RankingCursor {
  amount: number;
  ownerId: string;
  rank: number;
  place: number;
}

export type RankedStanding = Standing & { unitName: string };

export interface RankingPage {
  standings: RankedStanding[];
  isMore: boolean;
  mine: RankedStanding | undefined;
}

/** Fifty lines from the top or from a cursor, and the asker's own: one round trip. */
async function listRanking(
  database: Database,
  { kind, period, book, mineId, after }: RankingWanted,
): Promise<RankingPage> {
  const later = after && [
    { amount: { $lt: after.amount } },
    { amount: after.amount, ownerId: { $gt: after.ownerId } },
  ];
  const lines = [
    { $match: { period, kind, book, ...(later && { $or: later }) } },
    { $sort: { amount: -1, ownerId: 1 } },
    { $limit: topSize + 1 },
    ...named(kind),
  ];
  const mine = [{ $match: { _id: `${period}:${kind}:${mineId}:${book}` } }, ...named(kind)];
  const [found] = await reading<{ lines: WithNames[]; mine: WithNames[] }>(() =>
    organ(database)
      .lookup({ from: 'standings', pipeline: lines, as: 'lines' })
      .lookup({ from: 'standings', pipeline: mine, as: 'mine' })
      .end(),
  );
  const listed = found?.lines ?? [];
  return {
    standings: listed.slice(0, topSize).map(ranked),
    isMore: listed.length > topSize,
    mine: found?.mine.map(ranked)[0],
  };
}

type WithNames = Standing & { owners: Named[]; units: Named[] };
type Named = Pick<Unit, 'name'>;

/** Names are the directory's, as of now: what a standing bears is the name at its last entry. */
function named(kind: AccountRef['kind']) {
  const joined = (from: string, localField: string, as: string) => ({
    $lookup: { from, localField, foreignField: '_id', as },
  });
  return [
    joined(kind === 'unit' ? 'units' : 'people', 'ownerId', 'owners'),
    joined('units', 'unitId', 'units'),
  ];
}

const ranked = ({ owners, units, ...standing }: WithNames): RankedStanding => ({
  ...{ ...standing, name: owners[0]?.name ?? standing.name },
  unitName: units[0]?.name ?? '',
});

/** The organ's record is one document that is always there: others are joined to it. */
const organ = (database: Database) =>
  database.collection('settings').aggregate().match({ _id: 'organ' });

export interface BoardWanted {
  unitId: string;
  standingIds: string[];
  period: string;
}

export interface Board {
  owner: Owner;
  standings: Standing[];
  members: Pick<Person, '_id' | 'name'>[];
  /** Of the members, in the period. */
  ofMembers: Standing[];
}

/** A unit with its members and all their standings: two round trips. */
async function readBoard(
  database: Database,
  { unitId, standingIds, period }: BoardWanted,
): Promise<Board | undefined> {
  const inUnit = [
    { $match: { unitIds: unitId, leftOn: null } },
    { $limit: membersMax },
    { $project: { name: 1 } },
  ];
  const [found] = await reading<Unit & Pick<Board, 'standings' | 'members'>>(() =>
    database
      .collection('units')
      .aggregate()
      .match({ _id: unitId })
      .lookup({ from: 'standings', pipeline: byIds(standingIds), as: 'standings' })
      .lookup({ from: 'people', pipeline: inUnit, as: 'members' })
      .end(),
  );
  if (!found) return undefined;
  const { standings, members, ...unit } = found;
  const _ = database.command;
  const ids = members.flatMap(({ _id }) =>
    ['points', 'count'].map((book) => `${period}:person:${_id}:${book}`),
  );
  const ofMembers = await reading<Standing>(() =>
    database
      .collection('standings')
      .where({ _id: _.in(ids) })
      .limit(ids.length || 1)
      .get(),
  );
  const owner = ownerOf({ kind: 'unit', id: unitId }, unit.name, [unit]);
  return { owner, standings, members, ofMembers };
}

const byIds = (ids: string[]) => [{ $match: { _id: { $in: ids } } }];
