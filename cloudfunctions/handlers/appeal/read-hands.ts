import { handsOf, type Hands } from '../../domain/ledger/appeal';
import type { Entry } from '../../domain/ledger/entry';
import type { Store } from '../../store';

/** Who had a hand in an entry: read once, when it is appealed against, all at a time. */
export async function readHands(store: Store, entry: Entry): Promise<Hands> {
  const { causeKind, causeId, workId, storyId, reverses } = entry;
  const [story, printings, events, fact, adjustment, reversed] = await Promise.all([
    storyId === null ? undefined : store.readStory(storyId),
    workId === null ? [] : store.listAdoptionsOf(workId),
    workId === null ? [] : store.listAdoptionEvents(workId),
    causeKind === 'fact' ? store.readFact(causeId) : undefined,
    causeKind === 'adjustment' ? store.readAdjustment(causeId) : undefined,
    reverses === null ? undefined : store.readEntry(reverses),
  ]);
  const works = [...(story ? [story] : []), ...printings];
  return handsOf(entry, { works, events, fact, adjustment, answered: reversed?.appeal });
}
