/**
 * Sends one filing: its files one by one, each remembered when the cloud has confirmed it, then the
 * story under the command id that was kept before. It may end anywhere and be begun again: files lie
 * under their hash and the command is done once.
 */
import type { WithFiling } from './choose';
import type { OutboxEdge } from './edge';
import { contentOf, filesOf, type KeptFile, type KeptStory } from './kept-story';
import { settle, waitAfterFailure, type FilingReply } from './settle';
import type { FilingKey, Shelf } from './shelf';

export interface Sending {
  edge: OutboxEdge;
  shelf: Shelf;
  /** Percent of the file that is going up; not kept. */
  onProgress(storyId: string, percent: number): void;
}

type Ends = Pick<Sending, 'edge' | 'shelf'>;
type File = KeptFile & { ext: string };

/** Goes as far as it can; what became of it stands on the shelf. */
export async function sendFiling(sending: Sending, story: WithFiling): Promise<void> {
  const { draft, filing } = story;
  const at = { storyId: draft.storyId, commandId: filing.commandId };
  const missing = filesOf(draft).filter(
    ({ path, sha256 }) => path !== null && !filing.confirmed.includes(sha256),
  );
  if (missing.length > 0 && !(await uploadAll(sending, at, missing))) return;
  await sendStory(sending, at);
}

async function uploadAll(sending: Sending, at: FilingKey, files: File[]): Promise<boolean> {
  const { edge, shelf } = sending;
  shelf.change(at, { status: 'uploading', waitingFor: null });
  const folder = await uploadFolder(edge);
  if (!folder) return giveUpForNow(sending, at);
  for (const file of files) {
    // The filter above let only files with a path through.
    const path = file.path as string;
    if (!(await edge.hasFile(path))) {
      shelf.change(at, { status: 'refused', refusal: 'file_lost' });
      return false;
    }
    sending.onProgress(at.storyId, 0);
    const cloudPath = `${folder}/${file.sha256}.${file.ext}`;
    const onProgress = (percent: number) => sending.onProgress(at.storyId, percent);
    const isConfirmed = await edge.upload({ cloudPath, path, onProgress });
    if (!isConfirmed) return giveUpForNow(sending, at);
    const confirmed = shelf.find(at.storyId)?.filing?.confirmed ?? [];
    const changed = shelf.change(at, { confirmed: [...confirmed, file.sha256], failures: 0 });
    if (!changed) return false;
  }
  return true;
}

async function sendStory({ edge, shelf }: Ends, at: FilingKey): Promise<void> {
  const story = markSent({ edge, shelf }, at);
  if (!story) return;
  const reply = await call(edge, story, at.commandId);
  const filing = shelf.find(at.storyId)?.filing;
  if (!filing || filing.commandId !== at.commandId) return;
  shelf.change(at, settle(filing, reply, edge.now()));
}

/** From here on only an answer lets go of the story; so this must be kept before it is sent. */
function markSent({ edge, shelf }: Ends, at: FilingKey): KeptStory | undefined {
  const story = shelf.change(at, { status: 'sending', waitingFor: null });
  if (!story?.filing || story.filing.sentAt !== null) return story;
  const sent = { ...story, filing: { ...story.filing, sentAt: edge.now() } };
  try {
    shelf.put(sent);
    return sent;
  } catch {
    shelf.change(at, { status: 'waiting', waitingFor: 'space', retryAt: edge.now() + 30_000 });
    return undefined;
  }
}

function call(edge: OutboxEdge, { draft }: KeptStory, commandId: string): Promise<FilingReply> {
  const { storyId, unitId, tipId, refileVersion } = draft;
  const content = contentOf(draft);
  if (refileVersion !== null) {
    const input = { storyId, version: refileVersion, content, isCleared: true as const };
    return edge.refileStory(input, commandId);
  }
  // `submit` takes no draft without a unit.
  const input = { storyId, unitId: unitId ?? '', content, tipId, isCleared: true as const };
  return edge.fileStory(input, commandId);
}

async function giveUpForNow({ edge, shelf }: Ends, at: FilingKey): Promise<false> {
  const isOffline = (await edge.network()) === 'none';
  const filing = shelf.find(at.storyId)?.filing;
  if (filing) shelf.change(at, waitAfterFailure(filing, { now: edge.now(), isOffline }));
  return false;
}

const folderKey = 'upload-folder';

/** Where this phone may upload; asked once and kept, so that a resumed upload needs no question. */
async function uploadFolder(edge: OutboxEdge): Promise<string | undefined> {
  const kept = edge.read(folderKey);
  if (typeof kept === 'string' && kept !== '') return kept;
  const reply = await edge.openSession();
  if (!reply.ok) return undefined;
  try {
    edge.keep(folderKey, reply.value.uploadFolder);
  } catch {
    // The phone is full: it is asked again next time.
  }
  return reply.value.uploadFolder;
}
