/**
 * The browser's address and Back button. A frame inside another page (the stage) shares its history with
 * its neighbours, where going back would undo somebody else's step: there only the address is kept.
 */

/** How long a page waits for the browser to have gone back; it normally takes a few milliseconds. */
const BACK_WAIT_MS_MAX = 300;

export interface PageHistory {
  push(url: string, depth: number): void;
  replace(url: string, depth: number): void;
  /** Goes back so many pages; settles when the browser has. */
  back(count: number): Promise<void>;
  /** The address the browser was opened with, or '' without one. */
  address(): string;
}

/** `onMove` is told when the person moved: to which depth of the stack, and which address is there. */
export function createHistory(onMove: (depth: number, url: string) => void): PageHistory {
  const isEmbedded = window.parent !== window;
  let ownMove: (() => void) | undefined;
  const address = () => location.hash.slice(1);
  window.addEventListener('popstate', (event) => {
    if (ownMove) return ownMove();
    // A typed address has no state of ours.
    const state = event.state as { depth?: number } | null;
    onMove(state?.depth ?? -1, address());
  });
  const replace = (url: string, depth: number) => history.replaceState({ depth }, '', `#${url}`);
  return {
    replace,
    address,
    push: (url, depth) => {
      if (isEmbedded) replace(url, depth);
      else history.pushState({ depth }, '', `#${url}`);
    },
    back: (count) =>
      new Promise((resolve) => {
        if (isEmbedded || count === 0) return resolve();
        const settle = () => {
          clearTimeout(timer);
          ownMove = undefined;
          resolve();
        };
        const timer = setTimeout(settle, BACK_WAIT_MS_MAX);
        ownMove = settle;
        history.go(-count);
      }),
  };
}
