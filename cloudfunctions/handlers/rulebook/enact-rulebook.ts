import { enactRulebook } from '../../domain/points/enact-rulebook';
import { create, remove } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { findDraft } from './find-draft';

/** `rulebook.enact`: a version of the draft that never changes again. */
export const enactRulebookHandler: CommandHandler<'rulebook.enact'> = async (input, scene) => {
  const found = await findDraft(scene);
  if ('refusal' in found) return found;
  const { asker, draft, rulebooks: versions } = found;
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
