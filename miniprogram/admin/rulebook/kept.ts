/** The draft while it is edited on several pages: kept on the phone, so that leaving loses nothing. */
import { forget, keep, readKept } from '../../platform/storage';
import type { Rulebook } from '../wording/rulebook';

export interface KeptDraft {
  rulebook: Rulebook;
  /** The version of the office's draft that it began from. */
  draftVersion: number;
  isChanged: boolean;
}

const key = 'rulebook:draft';

export const readDraft = () => readKept<KeptDraft>(key);

export const keepDraft = (draft: KeptDraft) => keep(key, draft);

export const forgetDraft = () => forget(key);

/** Keeps a change of the rulebook itself. */
export function changeDraft(change: (rulebook: Rulebook) => Rulebook): KeptDraft | undefined {
  const draft = readDraft();
  if (!draft) return undefined;
  const changed = { ...draft, rulebook: change(draft.rulebook), isChanged: true };
  keepDraft(changed);
  return changed;
}
