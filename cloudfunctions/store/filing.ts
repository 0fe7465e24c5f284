/** What a filing reads before it is decided: one round trip. */
import type { Person } from '../domain/people/person';
import type { Unit } from '../domain/people/unit';
import type { ReviewChain } from '../domain/review/chain';
import type { Story } from '../domain/story/story';
import type { Database } from './database';
import { reading } from './reading';

const chainsMax = 100;
/** Reviewers of a county; a server read may take 1,000. */
export const peopleMax = 1000;
/** Numbers of one unit's day that are looked at; one more than the highest is tried first. */
const numbersMax = 100;

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

/** Undefined when there is no such unit. */
export async function readFilingPlace(
  database: Database,
  { unitId, tipId, dayStart }: FilingWanted,
): Promise<FilingPlace | undefined> {
  const today = [
    { $match: { unitId, filedAt: { $gte: dayStart } } },
    { $sort: { filedAt: -1 } },
    { $limit: numbersMax },
    { $project: { number: 1 } },
  ];
  const [found] = await reading<
    Unit & {
      chains: ReviewChain[];
      onDuty: Person[];
      ownPeople: Person[];
      tips: Story[];
      today: Pick<Story, 'number'>[];
    }
  >(() =>
    database
      .collection('units')
      .aggregate()
      .match({ _id: unitId })
      .lookup({ from: 'chains', pipeline: [{ $limit: chainsMax }], as: 'chains' })
      .lookup({ from: 'people', pipeline: onDuty(), as: 'onDuty' })
      .lookup({ from: 'people', pipeline: ofUnit(unitId), as: 'ownPeople' })
      .lookup({ from: 'stories', pipeline: [{ $match: { _id: tipId } }], as: 'tips' })
      .lookup({ from: 'stories', pipeline: today, as: 'today' })
      .end(),
  );
  if (!found) return undefined;
  const { chains, onDuty: duties, ownPeople, tips, today: filed, ...unit } = found;
  const reviewers = [...duties, ...ownPeople];
  return { unit, chains, reviewers, tip: tips[0], numbers: filed.map(({ number }) => number) };
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
