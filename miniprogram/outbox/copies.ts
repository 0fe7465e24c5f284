/**
 * Copies of drafts' texts in the cloud, since WeChat may clear a phone's storage. They are a comfort,
 * not a promise: a copy that does not get through is made again at the next change.
 */
import { dropDraft, keepDraft } from '../client/newsroom';
import { forget, keep, keptKeys } from '../platform/storage';
import type { Draft } from './kept-story';

const prefix = 'copied:';
/** Versions are seconds since then, so that a later save counts higher without a counter. */
const firstVersionAt = Date.UTC(2025, 0, 1);

/** Copies the text as it was last saved. */
export async function copyDraft(draft: Draft): Promise<void> {
  const { kind, unitId, headline, body, column, happenedOn, place, bylines } = draft;
  const version = Math.max(1, Math.floor((draft.savedAt - firstVersionAt) / 1000));
  const reply = await keepDraft({
    draftId: draft.storyId,
    version,
    draft: {
      ...{ kind, unitId, headline, body, column, happenedOn, place, bylines },
      ...{ noteToEditor: draft.noteToEditor, tipId: draft.tipId },
      storyId: draft.refileVersion === null ? null : draft.storyId,
    },
  });
  if (reply.ok) noteCopied(draft.storyId);
}

/** Drops the copies of drafts that are filed or gone; those that fail are dropped another time. */
export async function dropCopies(isWanted: (storyId: string) => boolean): Promise<void> {
  for (const key of keptKeys(prefix)) {
    const draftId = key.slice(prefix.length);
    if (isWanted(draftId)) continue;
    const reply = await dropDraft({ draftId });
    if (reply.ok) forget(key);
  }
}

function noteCopied(storyId: string): void {
  try {
    keep(prefix + storyId, true);
  } catch {
    // The phone is full: the copy stays in the cloud a while longer.
  }
}
