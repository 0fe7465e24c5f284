/** Watch mode: reloads the frame after a rebuild, and shows what is wrong when one failed. */

/** What the server sends at `/reload`. */
type Rebuild = { kind: 'rebuilt' } | { kind: 'failed'; problems: string[] };

const OVERLAY_ID = 'compile-problems';

/**
 * Reloads this document after a rebuild. A frame on the stage leaves that to the stage: a browser
 * allows six connections to a server, and every listener holds one.
 */
export function watchForChanges(): void {
  if (!('reloads' in document.documentElement.dataset) || window.top !== window) return;
  listenForRebuilds(() => window.location.reload(), showProblems);
}

/** Calls `onRebuilt` after each rebuild, `onFailed` with the problems of one that failed. */
export function listenForRebuilds(
  onRebuilt: () => void,
  onFailed: (problems: string[]) => void,
): void {
  const events = new EventSource('/reload');
  events.onmessage = (message: MessageEvent<string>) => {
    // Our own server's line.
    const rebuild = JSON.parse(message.data) as Rebuild;
    document.getElementById(OVERLAY_ID)?.remove();
    if (rebuild.kind === 'rebuilt') onRebuilt();
    else onFailed(rebuild.problems);
  };
}

/** Lays the problems over the page; the old pages stay usable below once it is clicked away. */
export function showProblems(problems: string[]): void {
  document.getElementById(OVERLAY_ID)?.remove();
  const overlay = document.createElement('pre');
  overlay.id = OVERLAY_ID;
  overlay.textContent = problems.join('\n');
  overlay.style.cssText =
    'position:fixed;inset:auto 0 0 0;z-index:2147483647;margin:0;padding:12px;max-height:60%;' +
    'overflow:auto;background:#2b1d1d;color:#ffb4a9;font:12px/1.5 monospace;white-space:pre-wrap';
  overlay.addEventListener('click', () => overlay.remove());
  document.body.append(overlay);
}
