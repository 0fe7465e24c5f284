import { draftKey } from '../../domain/draft/draft';
import { refused, type QueryHandler } from '../handler';

/** `draft.show`: one of my drafts. */
export const showDraftHandler: QueryHandler<'draft.show'> = async ({ draftId }, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const found = await scene.store.readDraft(draftKey(person._id, draftId));
  if (!found?.draft) return refused('not_found');
  const { phoneVersion: version, savedAt, draft } = found;
  return { ok: true, value: { version, savedAt, draft } };
};
