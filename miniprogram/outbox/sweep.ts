/** Tidies up what an end in the middle has left: files of no story, old receipts. */
import type { OutboxEdge } from './edge';
import { filesOf, type Draft, type KeptStory } from './kept-story';
import type { Shelf } from './shelf';

/** A receipt stays this long in the strip, unless it is put away before. */
const receiptMs = 2 * 24 * 60 * 60 * 1000;

/** Forgets receipts that everybody has had the time to read. */
export function sweepReceipts(shelf: Shelf, now: number): void {
  for (const { draft, filing } of shelf.all()) {
    if (filing?.status !== 'filed') continue;
    if ((filing.filedAt ?? 0) < now - receiptMs) shelf.remove(draft.storyId);
  }
}

/** Removes files that no story names: a photo whose draft was never saved, a filed story's. */
export async function sweepFiles(edge: OutboxEdge, shelf: Shelf): Promise<void> {
  // Listed first: a photo that is added meanwhile is not among them.
  const paths = await edge.listFiles();
  const wanted = new Set(shelf.all().flatMap(pathsOf));
  for (const path of paths) if (!wanted.has(path)) await edge.removeFile(path);
}

/** Removes the files of a story that no longer needs them. */
export async function removeFiles(edge: OutboxEdge, draft: Draft): Promise<void> {
  for (const { path } of filesOf(draft)) if (path) await edge.removeFile(path);
  if (draft.video) await edge.removeFile(draft.video.thumbnail);
}

function pathsOf({ draft, filing }: KeptStory): (string | null)[] {
  if (filing?.status === 'filed') return [];
  return [...filesOf(draft).map(({ path }) => path), draft.video?.thumbnail ?? null];
}

/** Refused for what the pages of then, or the cloud of then, did not know of each other. */
const ofAnotherVersion = ['call_unknown', 'input_invalid'];

/** A start may have brought newer pages: what older ones were refused is tried once more, under the same id. */
export function askAgain(shelf: Shelf): void {
  for (const { draft, filing } of shelf.all()) {
    if (filing?.status !== 'refused' || !ofAnotherVersion.includes(filing.refusal ?? '')) continue;
    const at = { storyId: draft.storyId, commandId: filing.commandId };
    shelf.change(at, { status: 'queued', refusal: null, retryAt: 0 });
  }
}
