/** What an import of past printings and opening balances looks at. */
import type { Entry } from '../domain/ledger/entry';
import type { CountedDay } from '../domain/opening/plan-balances';
import type { KnownPrinting } from '../domain/opening/plan-printings';
import { Fault } from '../kernel/faults';
import { inLots } from '../kernel/lots';
import type { Database } from './database';
import { groupsMax, reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const pageSize = 1000;
/** Printings of the days that a file is about; a county has some thousands a year. */
const pagesMax = 20;
/** Ids that one query names. */
const idsAtOnce = 250;
/** A year of days of each is fewer. */
const ownersAtOnce = 25;

export interface Days {
  from: string;
  through: string;
}

export function openOpening(database: Database) {
  return {
    listPrintingsOfDays: (days: Days) => listPrintingsOfDays(database, days),
    readEntries: (ids: string[]) => readEntries(database, ids),
    listCountedDays: (wanted: CountedWanted) => listCountedDays(database, wanted),
  };
}

/** Every adoption of these days, in whatever state; only what tells printings apart. */
async function listPrintingsOfDays(
  database: Database,
  { from, through }: Days,
): Promise<KnownPrinting[]> {
  const _ = database.command;
  const found: KnownPrinting[] = [];
  for (let page = 0; page < pagesMax; page += 1) {
    const last = found.at(-1);
    const within = { printedOn: _.and([_.gte(last?.printedOn ?? from), _.lte(through)]) };
    const later =
      last &&
      _.or([
        { printedOn: _.gt(last.printedOn) },
        { printedOn: last.printedOn, _id: _.gt(last._id) },
      ]);
    const more = await reading<KnownPrinting>(() =>
      database
        .collection('adoptions')
        .where(later ? _.and([within, later]) : within)
        .field({ work: true, outletId: true, printedOn: true, state: true, movedTo: true })
        .orderBy('printedOn', 'asc')
        .orderBy('_id', 'asc')
        .limit(pageSize)
        .get(),
    );
    found.push(...more);
    if (more.length < pageSize) return found;
  }
  throw new Fault('printings_too_many', 'never');
}

/** Those of the entries that are there. */
async function readEntries(database: Database, ids: string[]): Promise<Entry[]> {
  const found = await Promise.all(
    inLots(ids, idsAtOnce).map((lot) =>
      reading<Entry>(() =>
        database
          .collection('ledger_entries')
          .where({ _id: database.command.in(lot) })
          .limit(pageSize)
          .get(),
      ),
    ),
  );
  return found.flat();
}

export interface CountedWanted {
  ownerKeys: string[];
  span: Days;
}

/** What owners have of a span already, but for opening balances and what periods' rules gave. */
async function listCountedDays(
  database: Database,
  { ownerKeys, span }: CountedWanted,
): Promise<CountedDay[]> {
  const { aggregate: $ } = database.command;
  const found = await Promise.all(
    inLots(ownerKeys, ownersAtOnce).map((lot) =>
      reading<{ _id: Pick<CountedDay, 'accountId' | 'occurredOn'>; amount: number }>(() =>
        database
          .collection('ledger_entries')
          .aggregate()
          .match({
            ownerKey: { $in: lot },
            causeKind: { $in: ['adoption', 'fact', 'adjustment', 'reversal'] },
            occurredOn: { $gte: span.from, $lte: span.through },
          })
          .group({
            _id: { accountId: '$accountId', occurredOn: '$occurredOn' },
            amount: $.sum('$amount'),
          })
          .limit(groupsMax)
          .end(),
      ),
    ),
  );
  return found.flat().map(({ _id, amount }) => ({ ..._id, amount }));
}
