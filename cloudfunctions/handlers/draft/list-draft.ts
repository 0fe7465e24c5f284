import { draftsMax } from '../../domain/draft/draft';
import { refused, type QueryHandler } from '../handler';

/** `draft.list`: my drafts, without their text. */
export const listDraftHandler: QueryHandler<'draft.list'> = async (_input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const drafts = await scene.store.listDrafts(person._id, draftsMax);
  return {
    ok: true,
    value: {
      drafts: drafts.map(({ draftId, phoneVersion, kind, headline, words, savedAt }) => ({
        ...{ draftId, kind, headline, words, savedAt },
        version: phoneVersion,
      })),
    },
  };
};
