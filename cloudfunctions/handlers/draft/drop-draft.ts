import { draftKey, dropDraft } from '../../domain/draft/draft';
import { replace } from '../../kernel/change';
import { refused, type CommandHandler } from '../handler';

/** `draft.drop`: filed or thrown away. */
export const dropDraftHandler: CommandHandler<'draft.drop'> = async ({ draftId }, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const before = await scene.store.readDraft(draftKey(person._id, draftId));
  const dropped = dropDraft(before, scene.now);
  if (!dropped) return { ok: true, value: {} };
  const committed = await scene.store.commit({
    command: scene.command,
    changes: [replace('drafts', dropped)],
    value: {},
    now: scene.now,
  });
  return committed.committed ? { ok: true, value: {} } : refused('changed_meanwhile');
};
