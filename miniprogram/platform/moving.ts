/**
 * A transfer that has not moved for so long is over: one that WeChat cut off while it was in the background
 * may never be told of. While it moves it may take as long as app.json's `networkTimeout` lets it.
 */
const stillMs = 60_000;

interface Transfer {
  abort(): void;
  onProgressUpdate(listener: (progress: { progress: number }) => void): void;
}

/** What `begin` ends its transfer with; `still` when it stands still, and is aborted. */
export function whileMoving<Outcome>(
  begin: (end: (outcome: Outcome) => void) => Transfer,
  { still, onProgress }: { still: Outcome; onProgress?: (percent: number) => void },
): Promise<Outcome> {
  return new Promise((resolve) => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (outcome: Outcome) => {
      isOver = true;
      if (timer !== undefined) clearTimeout(timer);
      resolve(outcome);
    };
    const transfer = begin(end);
    const watch = () => {
      if (timer !== undefined) clearTimeout(timer);
      timer = setTimeout(() => {
        end(still);
        transfer.abort();
      }, stillMs);
    };
    if (!isOver) watch();
    transfer.onProgressUpdate(({ progress }) => {
      if (isOver) return;
      watch();
      onProgress?.(progress);
    });
  });
}
