import { ownerKeyOf } from '../../domain/ledger/entry';
import { refused, type QueryHandler } from '../handler';
import { viewEntry } from './view-entry';

/** `storyEntry.list`: what some stories brought the asker, and nobody else; oldest first. */
export const listStoryEntryHandler: QueryHandler<'storyEntry.list'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const ownerKey = ownerKeyOf({ kind: 'person', id: person._id });
  const found = await scene.store.listEntriesOfWorks({ ownerKey, workIds: input.storyIds });
  const reversed = new Set(found.map(({ reverses }) => reverses));
  const entries = found
    .sort((left, right) => left.postedAt - right.postedAt || (left._id < right._id ? -1 : 1))
    .map((entry) => viewEntry(entry, reversed.has(entry._id)));
  return { ok: true, value: { entries } };
};
