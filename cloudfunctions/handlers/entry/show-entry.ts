import { mayAppeal, maySeeEntries, maySeeMoney } from '../../domain/ledger/rights';
import { readOffice } from '../appeal/read-office';
import { viewAppeal } from '../appeal/view-appeal';
import { refused, type QueryHandler } from '../handler';
import { entryOwner } from './entry-owner';
import { viewEntry } from './view-entry';

/** `entry.show`: to whoever may not see it, it is not there. */
export const showEntryHandler: QueryHandler<'entry.show'> = async ({ entryId }, scene) => {
  const [person, found] = await Promise.all([scene.person(), scene.store.readEntry(entryId)]);
  if (!person) return refused('not_bound');
  if (!found) return refused('not_found');
  const { entry, reversedBy, appeal, unit } = found;
  const owner = entryOwner(entry, unit);
  const maySee = entry.book === 'yuan' ? maySeeMoney : maySeeEntries;
  if (!maySee(person, owner, scene.on)) return refused('not_found');
  const office = appeal?.isOpen ? await readOffice(scene, person) : [];
  const line = viewEntry(entry, reversedBy !== null);
  return {
    ok: true,
    value: {
      entry: line,
      owner: { kind: owner.kind, id: owner.id, name: owner.name },
      reversedBy,
      appeal: appeal ? viewAppeal(appeal, line, { person, office, on: scene.on }) : null,
      mayAppeal: !appeal && reversedBy === null && mayAppeal(person, owner, scene.on),
    },
  };
};
