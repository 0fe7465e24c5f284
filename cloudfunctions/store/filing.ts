/** What a filing reads before it is decided: it comes with who files, in one round trip. */
import type { Person } from '../domain/people/person';
import type { Unit } from '../domain/people/unit';
import type { ReviewChain } from '../domain/review/chain';
import type { Story } from '../domain/story/story';
import type { Database } from './database';
import { reading } from './reading';

const chainsMax = 100;
/** Reviewers of a county; a server read may take 1,000. */
export const peopleMax = 1000;
/**
 * Of a unit's filings today the newest, whose numbers are looked at: one more than the highest is tried
 * first. Only filings of the same moment stand in another order, and whoever meets one asks for all.
 */
const numbersMax = 10;

export interface FilingWanted {
  unitId: string;
  tipId: string | null;
  /** Since when a filing is of today. */
  dayStart: number;
}

export interface FilingPlace {
  unit: Unit;
  chains: ReviewChain[];
  /** Everybody with a duty that a stage may ask for, and the unit's own people. */
  reviewers: Person[];
  tip: Story | undefined;
  /** Numbers that the unit's stories got today. */
  numbers: string[];
}

/** Joined to a document, all that a filing needs. */
export interface JoinedFiling {
  filingUnits: Unit[];
  chains: ReviewChain[];
  onDuty: Person[];
  ownPeople: Person[];
  tips: Story[];
  today: Pick<Story, 'number'>[];
}

export function filingLookups({ unitId, tipId, dayStart }: FilingWanted) {
  const today = [
    { $match: { unitId, filedAt: { $gte: dayStart } } },
    { $sort: { filedAt: -1 } },
    { $limit: numbersMax },
    { $project: { number: 1 } },
  ];
  return [
    { from: 'units', pipeline: [{ $match: { _id: unitId } }], as: 'filingUnits' },
    { from: 'chains', pipeline: [{ $limit: chainsMax }], as: 'chains' },
    { from: 'people', pipeline: onDuty(), as: 'onDuty' },
    { from: 'people', pipeline: ofUnit(unitId), as: 'ownPeople' },
    { from: 'stories', pipeline: [{ $match: { _id: tipId } }], as: 'tips' },
    { from: 'stories', pipeline: today, as: 'today' },
  ];
}

/** Undefined when there is no such unit. */
export function filingPlaceOf(found: JoinedFiling): FilingPlace | undefined {
  const { filingUnits, chains, onDuty: duties, ownPeople, tips, today } = found;
  const [unit] = filingUnits;
  if (!unit) return undefined;
  const reviewers = [...duties, ...ownPeople];
  return { unit, chains, reviewers, tip: tips[0], numbers: today.map(({ number }) => number) };
}

/** Numbers given out that begin so; asked when the first try met another's. */
export async function listNumbers(database: Database, start: string): Promise<string[]> {
  const _ = database.command;
  const found = await reading<Pick<Story, 'number'>>(() =>
    database
      .collection('stories')
      .where({ number: _.and([_.gte(start), _.lt(`${start}~`)]) })
      .field({ number: true })
      .limit(peopleMax)
      .get(),
  );
  return found.map(({ number }) => number);
}

/** Everybody whose duty a stage may ask for. */
export const onDuty = () => [
  { $match: { dutyNames: { $in: ['reviewer', 'publicity_office', 'leader'] }, leftOn: null } },
  { $limit: peopleMax },
];

const ofUnit = (unitId: string) => [
  { $match: { unitIds: unitId, leftOn: null } },
  { $limit: peopleMax },
];
