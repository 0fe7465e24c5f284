import type { Person } from '../domain/people/person';
import { containing } from './containing';
import { databaseFault, type Database } from './database';
import { peopleMax } from './filing';
import { linePage, linesRead } from './line-page';
import { reading } from './reading';

export interface PeoplePage {
  people: Person[];
  /** Where the next page begins; null at the end. */
  after: string | null;
}

/** People who have not left, by name: of one unit, and with a text in their name, if asked for. */
export async function listPeople(
  database: Database,
  wanted: { unitId: string | null; name: string | null; duty?: string; after: string | null },
): Promise<PeoplePage> {
  const _ = database.command;
  const conditions = [
    { leftOn: null },
    ...(wanted.unitId === null ? [] : [{ unitIds: wanted.unitId }]),
    ...(wanted.duty === undefined ? [] : [{ dutyNames: wanted.duty }]),
    ...(wanted.name === null ? [] : [{ name: containing(database, wanted.name) }]),
    ...(wanted.after === null ? [] : [afterCursor(wanted.after)]),
  ];
  try {
    const found = await database
      .collection('people')
      .where(_.and(conditions))
      .orderBy('name', 'asc')
      .orderBy('_id', 'asc')
      .limit(linesRead)
      .get();
    const people = found.data as Person[]; // this collection's shape
    const { shown, after } = linePage(people, (last) => `${last.name}\n${last._id}`);
    return { people: shown, after };
  } catch (error) {
    throw databaseFault(error, 'safe');
  }

  function afterCursor(cursor: string) {
    const [name = '', id = ''] = cursor.split('\n');
    return _.or([{ name: _.gt(name) }, { name, _id: _.gt(id) }]);
  }
}

/** Everyone who has this duty now. */
export async function listPeopleOfDuty(database: Database, dutyName: string): Promise<Person[]> {
  try {
    const found = await database
      .collection('people')
      .where({ dutyNames: dutyName, leftOn: null })
      .limit(1000)
      .get();
    return found.data as Person[]; // what this collection holds
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}

/** Everyone with a phone whose duty may make them the office of some unit. */
export async function listOffice(database: Database): Promise<Person[]> {
  const dutyNames = database.command.in(['publicity_office', 'leader', 'administrator']);
  const found = await reading<Person & { bindings: { _id: string }[] }>(() =>
    database
      .collection('people')
      .aggregate()
      .match({ dutyNames, leftOn: null })
      .limit(peopleMax)
      .lookup({ from: 'bindings', localField: '_id', foreignField: 'personId', as: 'bindings' })
      .end(),
  );
  return found
    .filter(({ bindings }) => bindings.length > 0)
    .map(({ bindings: _phones, ...person }) => person);
}

/** Everyone whose duty a stage may ask for, and everyone of these units, whose heads may be one. */
export async function listReviewers(database: Database, unitIds: string[]): Promise<Person[]> {
  const _ = database.command;
  const duties = ['reviewer', 'publicity_office', 'leader'];
  const isMeant = _.or([{ dutyNames: _.in(duties) }, { unitIds: _.in(unitIds) }]);
  return reading<Person>(() =>
    database
      .collection('people')
      .where(_.and([{ leftOn: null }, isMeant]))
      .limit(peopleMax)
      .get(),
  );
}
