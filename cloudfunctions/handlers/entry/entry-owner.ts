import { partsOfAccount, type Entry } from '../../domain/ledger/entry';
import type { Owner } from '../../domain/ledger/rights';
import type { Unit } from '../../domain/people/unit';

/** Whose entry it is, in the unit that it froze. */
export function entryOwner(entry: Entry, unit: Unit | undefined): Owner {
  const { owner } = partsOfAccount(entry.accountId);
  return {
    ...{ ...owner, name: entry.ownerName, unitId: entry.unitId, unitName: unit?.name ?? '' },
    paths: unit ? [unit.path] : [],
  };
}
