/** What the keys of a PC do on the review page. */
import type { StoryAction } from './view';

/** What the page asks of its action bar. */
export interface ActBar {
  act(action: StoryAction): Promise<void>;
  isOpen(): boolean;
  closeSheets(): boolean;
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
