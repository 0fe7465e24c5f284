/** Keeps one send running at a time, in order, until nothing more can be done now. */
import { chooseNext, openFilings, waitsForWifi } from './choose';
import type { Network, OutboxEdge } from './edge';
import { sendFiling, type Sending } from './send';
import type { Shelf } from './shelf';
import { removeFiles } from './sweep';

/** Sends one after another; a call while it runs makes it look again before it ends. */
export function createPump(
  edge: OutboxEdge,
  shelf: Shelf,
  onProgress: Sending['onProgress'],
): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWokenAgain = false;
  const run = async () => {
    do {
      isWokenAgain = false;
      await sendAll();
    } while (isWokenAgain);
  };
  const sendAll = async () => {
    const tried = new Set<string>();
    for (;;) {
      const network = await edge.network();
      const story = chooseNext(shelf.all(), { network, now: edge.now(), tried });
      if (!story) return waitForNext(network);
      const { storyId } = story.draft;
      await sendFiling({ edge, shelf, onProgress }, story);
      const { draft, filing } = shelf.find(storyId) ?? {};
      // Back in the queue means: the cloud wants a file again, so it has another turn at once.
      if (filing?.status !== 'queued') tried.add(storyId);
      // Files go only when the receipt is on the phone: a restart without it would want them again.
      const isDone = filing?.status === 'filed' && shelf.isKept(storyId);
      if (draft && isDone) await removeFiles(edge, draft);
    }
  };
  const waitForNext = (network: Network) => {
    const open = openFilings(shelf.all());
    for (const story of open) {
      const at = { storyId: story.draft.storyId, commandId: story.filing.commandId };
      const waitingFor = network === 'none' ? 'network' : waitsForWifi(story, network) && 'wifi';
      if (!waitingFor || story.filing.waitingFor === waitingFor) continue;
      shelf.change(at, { status: 'waiting', waitingFor });
    }
    const next = Math.min(...open.map(({ filing }) => filing.retryAt || Infinity));
    if (network !== 'none' && next < timerAt) setTimer(next);
  };
  // One timer at a time, or every wake would leave another behind.
  let timerAt = Infinity;
  const setTimer = (at: number) => {
    timerAt = at;
    edge.after(Math.max(1_000, at - edge.now()), () => {
      timerAt = Infinity;
      void wake();
    });
  };
  const wake = () => {
    isWokenAgain = true;
    running ??= run().finally(() => (running = undefined));
    return running;
  };
  return wake;
}
