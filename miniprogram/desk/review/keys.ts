/** What the keys of a PC do on the review page. */
import type { StoryAction } from './view';

/** What the page asks of a component that opens sheets; the action bar acts as well. */
export interface Sheeted {
  isOpen(): boolean;
  /** Closes what is open; true when something was. */
  closeSheets(): boolean;
  act?(action: StoryAction): Promise<void>;
}

type KeyAct = 'next' | 'previous' | 'close' | 'keys' | 'approve' | 'return';

const acts: Record<string, KeyAct> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Escape: 'close',
  '?': 'keys',
  a: 'approve',
  r: 'return',
};

/** What a key means; undefined for every other. */
export function keyAct(key: string): KeyAct | undefined {
  return acts[key] ?? acts[key.toLowerCase()];
}
