/** Copies of drafts in the cloud: their author's alone; the version the phone counted highest stays. */
import type * as z from 'zod/mini';
import type { draftText } from '../../contract/draft';
import { accept, refuse, type Decision } from '../../kernel/decision';
import { countWords, type StoryKind } from '../story/story';

export type DraftText = z.output<typeof draftText>;

export interface Draft {
  /** `<personId>:<draftId>`: nobody can name, or hit by chance, what is somebody else's. */
  _id: string;
  personId: string;
  draftId: string;
  /** As the phone counts it; a story's draft grows by one at every pause of its author. */
  phoneVersion: number;
  kind: StoryKind;
  headline: string;
  words: number;
  /** Gone once dropped: only the mark stays, so that a late copy does not bring it back. */
  draft: DraftText | null;
  savedAt: number;
  droppedAt: number | null;
  version: number;
}

/** As many as a person can still overlook. */
export const draftsMax = 50;
/** A request with it stays under the 100 KB of the platform. */
export const draftBytesMax = 90 * 1024;

export interface Keeping {
  personId: string;
  draftId: string;
  phoneVersion: number;
  draft: DraftText;
  bytes: number;
  /** Drafts the person keeps already. */
  count: number;
  at: number;
}

/** The draft to be written, or none when the cloud holds a newer one or it was dropped. */
export function keepDraft(
  before: Draft | undefined,
  keeping: Keeping,
): Decision<{ draft: Draft | null }, 'draft_too_large' | 'drafts_full'> {
  const { personId, draftId, phoneVersion, draft } = keeping;
  if (keeping.bytes > draftBytesMax) return refuse('draft_too_large');
  if (before && (before.droppedAt !== null || before.phoneVersion > phoneVersion)) {
    return accept({ draft: null });
  }
  if (!before && keeping.count >= draftsMax) return refuse('drafts_full');
  return accept({
    draft: {
      _id: draftKey(personId, draftId),
      ...{ personId, draftId, phoneVersion, draft },
      kind: draft.kind,
      headline: draft.headline,
      words: countWords(draft.body),
      savedAt: keeping.at,
      droppedAt: null,
      version: (before?.version ?? 0) + 1,
    },
  });
}

/** What stays of a dropped draft; none when there is nothing to drop any more. */
export function dropDraft(before: Draft | undefined, at: number): Draft | undefined {
  if (!before || before.droppedAt !== null) return undefined;
  const { version } = before;
  return { ...before, headline: '', words: 0, draft: null, droppedAt: at, version: version + 1 };
}

export function draftKey(personId: string, draftId: string): string {
  return `${personId}:${draftId}`;
}
