/**
 * Copies of drafts' texts in the cloud, since WeChat may clear a phone's storage. They are a comfort,
 * not a promise: a copy that does not get through is made again at the next change.
 */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { dropDraft, keepDraft, listDraft } from '../client/newsroom';
import { forget, keep, keptKeys, readKept } from '../platform/storage';
import type { Draft } from './kept-story';

export type DraftCopy = ValueOf<'draft.list'>['drafts'][number];

const prefix = 'copied:';
/** Versions are seconds since then, so that a later save counts higher on another phone as well. */
const firstVersionAt = Date.UTC(2025, 0, 1);

/** Copies the text as it was last saved. */
export async function copyDraft(draft: Draft): Promise<void> {
  const { kind, unitId, headline, body, column, happenedOn, place, bylines } = draft;
  // Photos stay on the phone: without a word there is nothing that another one could go on with.
  if (headline.trim() === '' && body.trim() === '') return;
  // A clock that was set back since would count lower, and the cloud hold on to the older text.
  const last = readKept<Copied>(prefix + draft.storyId)?.version ?? 0;
  const version = Math.max(last + 1, Math.floor((draft.savedAt - firstVersionAt) / 1000));
  const reply = await keepDraft({
    draftId: draft.storyId,
    version,
    draft: {
      ...{ kind, unitId, headline, body, column, happenedOn, place, bylines },
      ...{ noteToEditor: draft.noteToEditor, tipId: draft.tipId },
      storyId: draft.refileVersion === null ? null : draft.storyId,
    },
  });
  if (reply.ok) noteCopied(draft.storyId, version);
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

/**
 * Copies that this phone knows nothing of: WeChat cleared its storage, or another phone made them.
 * What it copied itself is on it, was filed or was thrown away. Undefined without a network.
 */
export async function listLostDrafts(): Promise<DraftCopy[] | undefined> {
  const reply = await listDraft();
  if (!reply.ok) return undefined;
  const known = new Set(keptKeys(prefix));
  return reply.value.drafts.filter(({ draftId }) => !known.has(prefix + draftId));
}

/** Drops a copy for ever; false when the cloud did not answer. */
export async function dropCopy(draftId: string): Promise<boolean> {
  return (await dropDraft({ draftId })).ok;
}

/** What is noted of a copy. */
interface Copied {
  version: number;
}

function noteCopied(storyId: string, version: number): void {
  try {
    keep(prefix + storyId, { version } satisfies Copied);
  } catch {
    // The phone is full: the copy stays in the cloud a while longer.
  }
}
