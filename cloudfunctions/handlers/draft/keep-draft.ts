import { draftKey, draftsMax, keepDraft } from '../../domain/draft/draft';
import { create, replace } from '../../kernel/change';
import { refused, type CommandHandler } from '../handler';

/** `draft.keep`: the text of a draft, for the day the phone forgets it. */
export const keepDraftHandler: CommandHandler<'draft.keep'> = async (input, scene) => {
  const { store, now } = scene;
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const { draftId, version: phoneVersion, draft } = input;
  const before = await store.readDraft(draftKey(person._id, draftId));
  const count = before ? 0 : (await store.listDrafts(person._id, draftsMax)).length;
  const bytes = Buffer.byteLength(JSON.stringify(draft));
  const keeping = { personId: person._id, draftId, phoneVersion, draft, bytes, count, at: now };
  const decision = keepDraft(before, keeping);
  if (!decision.accepted) return refused(decision.refusal);
  const kept = decision.changes.draft;
  // Nothing to write, and nothing that a repetition could change.
  if (!kept) return { ok: true, value: { isKept: false, version: before?.phoneVersion ?? 0 } };
  const committed = await store.commit({
    command: scene.command,
    changes: [before ? replace('drafts', kept) : create('drafts', kept)],
    value: { isKept: true, version: phoneVersion },
    now,
  });
  return committed.committed ? { ok: true, value: committed.value } : refused('changed_meanwhile');
};
