import type { ValueOf } from '../../contract';
import type { Entry } from '../../domain/ledger/entry';

/** An entry as lines show it. */
export function viewEntry(
  entry: Entry,
  isReversed: boolean,
): ValueOf<'entry.list'>['entries'][number] {
  const { _id, book, amount, causeKind, title, derivation, category, ruleVersion } = entry;
  const { occurredOn, periodOn, postedAt, storyId, causeId, reverses } = entry;
  return {
    ...{ id: _id, book, amount, causeKind, title, derivation, category, ruleVersion },
    ...{ occurredOn, periodOn, postedAt, storyId, causeId, reverses, isReversed },
  };
}
