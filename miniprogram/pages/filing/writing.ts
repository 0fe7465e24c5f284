/**
 * A draft in hand: every change is kept after a short pause, at once when the person leaves. An
 * untouched draft is not kept, so that opening the form leaves nothing behind.
 */
import { outbox, type Draft } from '../../outbox/index';
import { cloudNow } from '../../platform/clock';

export type Saved = { at: number } | 'full' | 'untouched';

export interface Writing {
  draft(): Draft;
  /** Is it as it was opened, now and in earlier sittings? */
  isUntouched(): boolean;
  /** Changes the draft and keeps it after a pause in typing. */
  change(change: Partial<Draft>): void;
  /** Keeps it now; false when the phone is full. */
  save(): boolean;
}

/** A pause in typing. */
const pauseMs = 600;

/** Takes a draft in hand; `onSaved` hears how keeping went. */
export function startWriting(first: Draft, onSaved: (saved: Saved) => void): Writing {
  let draft = first;
  let isChanged = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    if (timer !== undefined) clearTimeout(timer);
    if (!isChanged) return true;
    draft = { ...draft, savedAt: cloudNow() };
    const isKept = outbox().saveDraft(draft);
    isChanged = !isKept;
    onSaved(isKept ? { at: draft.savedAt } : 'full');
    return isKept;
  };
  return {
    draft: () => draft,
    isUntouched: () => draft.savedAt === 0 && !isChanged,
    save,
    change: (change) => {
      draft = { ...draft, ...change };
      isChanged = true;
      if (timer !== undefined) clearTimeout(timer);
      timer = setTimeout(save, pauseMs);
    },
  };
}
