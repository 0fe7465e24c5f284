import { enactRulebook } from '../../domain/points/enact-rulebook';
import { keepsRulebook } from '../../domain/points/keepers';
import { create, remove } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';

/** `rulebook.enact`: a version of the draft that never changes again. */
export const enactRulebookHandler: CommandHandler<'rulebook.enact'> = async (input, scene) => {
  const { store } = scene;
  const [asker, draft, versions] = await Promise.all([
    scene.person(),
    store.readRulebookDraft(),
    store.readRulebooks(),
  ]);
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  if (!draft) return refused('not_found');
  if (draft.version !== input.draftVersion) return refused('changed_meanwhile');
  const decision = enactRulebook({
    ...{ draft, versions },
    ...{ byId: asker._id, byName: asker.name, at: scene.now },
  });
  if (!decision.accepted) return refused(decision.refusal, decision.found);
  const enacted = decision.changes;
  return commitChanges(scene, {
    // Two who enact at once meet on the draft and on the version's id.
    changes: [create('rulebooks', enacted), remove('rulebook_drafts', draft)],
    subjectId: enacted._id,
    byId: asker._id,
    value: { version: enacted.version },
  });
};
