/** A row of 期初余额: whose, which book and year, up to which day, and how much. */
import { isGainOf } from '../ledger/rights';
import { isClosed } from '../people/unit';
import type { Book } from '../ledger/entry';
import type { Named } from './authors';
import type { Balance } from './balance';
import { dayIn, hundredthsIn, yearIn } from './cells';
import type { BalanceColumn, OpeningPlace, OpeningRow, Trouble } from './opening-shape';

/** A hundred thousand points or yuan: as much as an adjustment may be. */
const amountMax = 10_000_000;
const noteMax = 200;

export interface WantedBalance extends Balance {
  row: number;
}

type Cells = Record<BalanceColumn, string>;
type Troubles = Trouble<BalanceColumn>[];

export function readBalance(
  { row, cells }: OpeningRow<BalanceColumn>,
  place: OpeningPlace,
  named: Named,
): { wanted?: WantedBalance; troubles: Troubles } {
  const troubles: Troubles = [];
  const found = ownerIn(cells, place, named, troubles);
  const book = bookIn(cells.book, place, troubles);
  const span = spanIn(cells, place.on, troubles);
  const amount = hundredthsIn(cells.amount, amountMax);
  if (cells.amount === '') troubles.push(['amount', 'cell_missing', '']);
  else if (amount === undefined || amount === 0) {
    troubles.push(['amount', 'amount_wrong', cells.amount]);
  }
  if (cells.note.length > noteMax) troubles.push(['note', 'cell_long', String(noteMax)]);
  if (found && isGainOf(place.asker, found.owner, place.on)) {
    troubles.push(['owner', 'row_own', found.ownerName]);
  }
  if (troubles.length > 0 || !found || !book || !span || !amount) return { troubles };
  return { wanted: { row, ...found, book, ...span, amount, note: cells.note }, troubles };
}

type Found = Pick<Balance, 'owner' | 'ownerName' | 'unitId'>;

/** A person where one goes by the name, else a unit; the unit's column tells namesakes apart. */
function ownerIn(
  { owner: typed, unit: typedUnit }: Cells,
  place: OpeningPlace,
  named: Named,
  troubles: Troubles,
): Found | undefined {
  if (typed === '') {
    troubles.push(['owner', 'cell_missing', '']);
    return undefined;
  }
  const inUnit = typedUnit === '' ? [] : named.units.find(typedUnit);
  if (typedUnit !== '' && inUnit.length !== 1) {
    const code = inUnit.length > 1 ? 'unit_ambiguous' : 'unit_unknown';
    troubles.push(['unit', code, typedUnit]);
    return undefined;
  }
  const all = named.people.get(typed) ?? [];
  const [unit] = inUnit;
  const ofUnit = unit ? all.filter(({ unitIds }) => unitIds.includes(unit._id)) : all;
  // Whoever has left is in no unit any more: the column then says where the points count.
  const people = all.length === 1 ? all : ofUnit;
  const units = typedUnit === '' ? named.units.find(typed) : [];
  const [person] = people;
  if (people.length + units.length !== 1) {
    const isNobody = people.length + units.length === 0;
    troubles.push(['owner', isNobody ? 'owner_unknown' : 'owner_ambiguous', typed]);
    return undefined;
  }
  if (!person) return units.map(({ _id, name }) => unitOwner(_id, name))[0];
  const open = person.unitIds.find((id) =>
    place.units.some((one) => one._id === id && !isClosed(one, place.on)),
  );
  const unitId = unit?._id ?? open;
  if (unitId === undefined) {
    troubles.push(['unit', 'owner_unitless', typed]);
    return undefined;
  }
  return { owner: { kind: 'person', id: person._id }, ownerName: person.name, unitId };
}

const unitOwner = (id: string, name: string): Found => ({
  ...{ owner: { kind: 'unit', id }, ownerName: name, unitId: id },
});

function bookIn(typed: string, { words }: OpeningPlace, troubles: Troubles): Book | undefined {
  if (typed === '') return 'points';
  const book = words.books.get(typed);
  if (!book) troubles.push(['book', 'word_unknown', typed]);
  return book;
}

/** Where no day is typed, the balance is of the whole year; this year's has to say how far it goes. */
function spanIn({ year: typed, through: day }: Cells, on: string, troubles: Troubles) {
  const year = yearIn(typed);
  if (typed === '') troubles.push(['year', 'cell_missing', '']);
  else if (year === undefined || year > on.slice(0, 4)) {
    troubles.push(['year', 'year_wrong', typed]);
    return undefined;
  }
  if (year === undefined) return undefined;
  if (day === '' && year === on.slice(0, 4)) {
    troubles.push(['through', 'cell_missing', '']);
    return undefined;
  }
  const through = day === '' ? `${year}-12-31` : dayIn(day);
  const isOfYear = through?.startsWith(year) ?? false;
  if (through === undefined || !isOfYear || (day !== '' && through > on)) {
    troubles.push(['through', 'through_wrong', day]);
    return undefined;
  }
  return { year, through };
}
