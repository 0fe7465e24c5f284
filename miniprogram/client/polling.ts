/** Something that is asked again and again while a page is looked at. */
export interface Polling {
  start(): void;
  stop(): void;
}

/**
 * Asks again `everyMs` after the last answer, so that a slow network is never asked twice at once.
 * Pages start it in onShow and stop it in onHide and onUnload: nothing is asked in the background.
 */
export function createPolling(ask: () => Promise<void>, everyMs: number): Polling {
  let cancel: () => void = () => undefined;
  let round = 0;
  const wait = (mine: number) => {
    const timer = setTimeout(() => {
      void ask().then(() => {
        // A page hidden meanwhile has started another round, or none.
        if (mine === round) wait(mine);
      });
    }, everyMs);
    cancel = () => clearTimeout(timer);
  };
  const stop = () => {
    round += 1;
    cancel();
  };
  return {
    start: () => {
      stop();
      wait(round);
    },
    stop,
  };
}
