import { appealAgainst } from '../../domain/ledger/appeal';
import { mayAppeal } from '../../domain/ledger/rights';
import { create } from '../../kernel/change';
import { readHands } from '../appeal/read-hands';
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
  const [hands, office] = await Promise.all([readHands(store, found.entry), store.listOffice()]);
  const said = { text: input.text, at: now, unitPath, ...hands };
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
