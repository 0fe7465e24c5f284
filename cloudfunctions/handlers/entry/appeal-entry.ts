import { appealAgainst } from '../../domain/ledger/appeal';
import type { Entry } from '../../domain/ledger/entry';
import { mayAppeal } from '../../domain/ledger/rights';
import { create } from '../../kernel/change';
import type { Store } from '../../store';
import { readOffice } from '../appeal/read-office';
import { viewAppeal } from '../appeal/view-appeal';
import { refused, type CommandHandler } from '../handler';
import { entryOwner } from './entry-owner';
import { viewEntry } from './view-entry';

/** `entry.appeal`: by whoever it is posted to, once; to the office of its unit. */
export const appealEntryHandler: CommandHandler<'entry.appeal'> = async (input, scene) => {
  const { store, now, on } = scene;
  const [person, found] = await Promise.all([scene.person(), store.readEntry(input.entryId)]);
  if (!person) return refused('not_bound');
  if (!found || !mayAppeal(person, entryOwner(found.entry, found.unit), on)) {
    return refused('not_found');
  }
  if (found.appeal) return refused('appeal_exists');
  if (found.reversedBy !== null) return refused('entry_reversed');
  const unitPath = found.unit?.path ?? [];
  const [authorIds, office] = await Promise.all([
    authorsOf(store, found.entry),
    readOffice(scene, person),
  ]);
  const said = { text: input.text, at: now, unitPath, authorIds };
  const appeal = appealAgainst(found.entry, person, said);
  const committed = await store.commit({
    command: scene.command,
    now,
    changes: [create('appeals', appeal)],
    value: { appeal: viewAppeal(appeal, viewEntry(found.entry, false), { person, office, on }) },
  });
  if (!committed.committed) return refused('changed_meanwhile');
  return { ok: true, value: committed.value };
};

/** Whoever wrote the story or the outside work that an entry is about. */
async function authorsOf(store: Store, { workId, storyId }: Entry): Promise<string[]> {
  const [story, printings] = await Promise.all([
    storyId === null ? undefined : store.readStory(storyId),
    workId === null ? [] : store.listAdoptionsOf(workId),
  ]);
  const works = [...(story ? [story] : []), ...printings];
  return [...new Set(works.flatMap(({ peopleIds }) => peopleIds))];
}
