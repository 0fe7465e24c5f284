/** The sheets of the action bar: which one is open and what it asks. */
import { passagesWords, reasons, sheetText } from '../../text/review';
import type { ActNow } from '../review/acts';

export type NotedAction = 'return' | 'spike' | 'hold' | 'hurry' | 'kill';

export interface NoteSheet {
  isOpen: boolean;
  action: NotedAction;
  title: string;
  hint: string;
  confirm: string;
  reasons: string[];
  about: string;
  initial: string;
  asksUntil: boolean;
}

/** The sheet that asks for the note of an action. */
export function noteSheetFor(action: NotedAction, passageCount: number): NoteSheet {
  const hasPassages = action === 'return' && passageCount > 0;
  return {
    ...sheetText[action],
    isOpen: true,
    action,
    reasons: reasons[action],
    about: hasPassages ? passagesWords.notes(passageCount) : '',
    initial: hasPassages ? passagesWords.initial : '',
    asksUntil: action === 'hold',
  };
}

/** Does this action ask for a note first? */
export function isNoted(action: string): action is NotedAction {
  return action in reasons;
}

export type ChoosingAction = Extract<ActNow, 'pass' | 'assign' | 'merge'>;

/** Does this action ask for a person or another story first? */
export function isChoosing(action: string): action is ChoosingAction {
  return ['pass', 'assign', 'merge'].includes(action);
}
