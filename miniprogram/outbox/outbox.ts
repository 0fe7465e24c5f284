/**
 * The outbox: drafts, and filings on their way. Choose, send and report are units of their own; this
 * one joins them, keeps one send running at a time, and wakes when the network or the app is back.
 */
import type { OutboxEdge } from './edge';
import { newFiling, type Draft, type KeptStory } from './kept-story';
import { createPump } from './pump';
import { createListeners, isChangeable, linesOf, type OutboxLine } from './report';
import { openShelf } from './shelf';
import { askAgain, removeFiles, sweepFiles, sweepReceipts } from './sweep';

export interface Outbox {
  /** Stories on their way and receipts, in the order of filing. */
  lines(): OutboxLine[];
  /** Drafts, last saved first. */
  drafts(): Draft[];
  draft(storyId: string): Draft | undefined;
  /** Keeps a draft; false when the phone is full. A story on its way is not overwritten. */
  saveDraft(draft: Draft): boolean;
  /** Queues a draft; `full` when the phone could not keep that, and nothing is lost. */
  submit(storyId: string): Promise<'queued' | 'full' | 'no_draft'>;
  /** Makes a filing a draft again, to be changed; false when it was sent and not answered yet. */
  takeBack(storyId: string): boolean;
  /** Tries a refused or waiting story again now, as it is. */
  retry(storyId: string): void;
  /** Lets a video go without wifi. */
  allowMobile(storyId: string): void;
  /** Forgets a draft, a receipt or a filing, with its files. */
  remove(storyId: string): Promise<void>;
  subscribe(listener: () => void): () => void;
  /** Tidies up after the last start and goes on where it ended. */
  start(): Promise<void>;
  /** Goes on: the network or the app is back. Resolves when nothing more can be done now. */
  wake(): Promise<void>;
}

/** Opens the outbox with what earlier starts have kept. */
export function createOutbox(edge: OutboxEdge): Outbox {
  const listeners = createListeners();
  const shelf = openShelf(edge, listeners.tell);
  const progress = new Map<string, number>();
  const wake = createPump(edge, shelf, (storyId, percent) => {
    progress.set(storyId, percent);
    listeners.tell();
  });
  const change = (storyId: string, filing: Partial<NonNullable<KeptStory['filing']>>) => {
    const { commandId } = shelf.find(storyId)?.filing ?? {};
    if (commandId) shelf.change({ storyId, commandId }, filing);
    void wake();
  };
  return {
    lines: () => linesOf(shelf.all(), (storyId) => progress.get(storyId) ?? 0),
    drafts: () => draftsOf(shelf.all()),
    draft: (storyId) => draftsOf(shelf.all()).find((draft) => draft.storyId === storyId),
    saveDraft: (draft) => {
      const { filing, uploaded = [] } = shelf.find(draft.storyId) ?? {};
      if (filing && filing.status !== 'filed') return true;
      return puts(() => shelf.put({ draft, filing: null, uploaded }));
    },
    submit: async (storyId) => {
      const commandId = await edge.newId();
      const kept = shelf.find(storyId);
      if (!kept) return 'no_draft';
      if (kept.filing) return 'queued';
      const filing = newFiling(commandId, edge.now(), kept.uploaded);
      if (!puts(() => shelf.put({ ...kept, filing }))) return 'full';
      void wake();
      return 'queued';
    },
    takeBack: (storyId) => {
      const kept = shelf.find(storyId);
      if (!kept?.filing || !isChangeable(kept.filing)) return false;
      const uploaded = kept.filing.confirmed;
      return puts(() => shelf.put({ ...kept, filing: null, uploaded }));
    },
    retry: (storyId) =>
      change(storyId, { status: 'queued', refusal: null, retryAt: 0, fileLosses: 0 }),
    allowMobile: (storyId) => change(storyId, { mayUseMobile: true, status: 'queued' }),
    remove: async (storyId) => {
      const kept = shelf.find(storyId);
      shelf.remove(storyId);
      if (kept) await removeFiles(edge, kept.draft);
    },
    subscribe: listeners.subscribe,
    start: async () => {
      sweepReceipts(shelf, edge.cloudNow());
      await sweepFiles(edge, shelf);
      askAgain(shelf);
      await wake();
    },
    wake,
  };
}

function draftsOf(stories: KeptStory[]): Draft[] {
  return stories
    .flatMap(({ draft, filing }) => (filing ? [] : [draft]))
    .sort((one, other) => other.savedAt - one.savedAt);
}

function puts(put: () => void): boolean {
  try {
    put();
    return true;
  } catch {
    return false;
  }
}
