import { books, ownerKeyOf, type AccountRef } from '../../domain/ledger/entry';
import { spanOf } from '../../domain/ledger/period';
import { maySeeEntries, maySeeMoney } from '../../domain/ledger/rights';
import type { Person } from '../../domain/people/person';
import { refused, type QueryHandler, type Scene } from '../handler';
import { viewEntry } from './view-entry';

/** `entry.list`: what one owner's points are made of, newest day first; mine is two round trips. */
export const listEntryHandler: QueryHandler<'entry.list'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const owner = input.owner ?? { kind: 'person' as const, id: person._id };
  const seen = await whatIsSeen(scene, person, owner);
  if (seen === 'nobody') return refused('not_found');
  if (seen === 'nothing') return refused('not_allowed');
  const wanted = input.book === null ? books : [input.book];
  const shown = wanted.filter((book) => book !== 'yuan' || seen === 'all');
  if (shown.length === 0) return refused('not_allowed');
  const page = await scene.store.listEntries({
    ...{ ownerKey: ownerKeyOf(owner), books: shown, span: spanOf(input.period) },
    after: input.after,
  });
  const entries = page.entries.map((entry) => viewEntry(entry, entry.isReversed));
  return { ok: true, value: { entries, after: page.after } };
};

async function whatIsSeen(scene: Scene, person: Person, owner: AccountRef) {
  if (owner.kind === 'person' && owner.id === person._id) return 'all';
  const found = await scene.store.readOwner({ owner, standingIds: [] });
  if (!found) return 'nobody';
  if (maySeeMoney(person, found.owner, scene.on)) return 'all';
  return maySeeEntries(person, found.owner, scene.on) ? 'points' : 'nothing';
}
