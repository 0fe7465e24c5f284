/** What the keys of a PC do on the review page. */
import { deskText } from '../../text/review';
import type { StoryAction } from './view';

/** What the page asks of a component that opens sheets; the action bar acts as well. */
export interface Sheeted {
  isOpen(): boolean;
  /** Closes what is open; true when something was. */
  closeSheets(): boolean;
  act?(action: StoryAction): Promise<void>;
  /** Is something asked that only a tap answers? */
  isAsked?(): boolean;
  /** A key while a sheet is open. */
  onKey?(key: string): void;
}

type KeyAct = 'next' | 'previous' | 'close' | 'keys' | 'undo' | 'approve' | 'return' | 'edit';

const acts: Record<string, KeyAct> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Escape: 'close',
  '?': 'keys',
  a: 'approve',
  r: 'return',
  e: 'edit',
  u: 'undo',
};

/** What a key means; undefined for every other. */
export function keyAct(key: string): KeyAct | undefined {
  return acts[key] ?? acts[key.toLowerCase()];
}

/** Says what they do; ends when that was read. */
export async function showKeys(): Promise<void> {
  const { keysTitle, keys, understood } = deskText;
  const shown = { title: keysTitle, content: keys, confirmText: understood };
  await wx.showModal({ ...shown, showCancel: false });
}
