import { checkRulebook } from '../../domain/points/check-rulebook';
import type { RulebookDraft } from '../../domain/points/enact-rulebook';
import { keepsRulebook } from '../../domain/points/keepers';
import { create, replace } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';

/** `rulebook.draft`: the whole draft instead of the former one; nothing is in force by it. */
export const draftRulebookHandler: CommandHandler<'rulebook.draft'> = async (input, scene) => {
  const [asker, before] = await Promise.all([scene.person(), scene.store.readRulebookDraft()]);
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  const { draftVersion, rulebook } = input;
  if ((before?.version ?? 0) !== draftVersion) return refused('changed_meanwhile');
  const found = checkRulebook(rulebook);
  if (found) return refused('rulebook_invalid', found);
  const draft: RulebookDraft = {
    ...{ _id: 'draft', rulebook, at: scene.now, byId: asker._id, byName: asker.name },
    version: draftVersion + 1,
  };
  return commitChanges(scene, {
    changes: [before ? replace('rulebook_drafts', draft) : create('rulebook_drafts', draft)],
    subjectId: draft._id,
    byId: asker._id,
    value: { draftVersion: draft.version },
  });
};
