/** The phone's one outbox, and what pages use of it. */
import { openSession } from '../client/directory';
import { fileStory, refileStory } from '../client/newsroom';
import { reportPaths } from '../client/reports';
import { cloudNow } from '../platform/clock';
import { hasFile, listStoryFiles, removeFile } from '../platform/files';
import { newId } from '../platform/ids';
import { networkNow, onLineOrAppBack } from '../platform/network';
import { forget, keep, keptKeys, readKept } from '../platform/storage';
import { uploadFile } from '../platform/uploads';
import { dropCopies } from './copies';
import { createOutbox, type Outbox } from './outbox';

export type { OutboxLine } from './report';
export type { Draft, FilingStatus, KeptAttachment, KeptPhoto, KeptVideo } from './kept-story';
export { copyDraft, dropCopy, listLostDrafts } from './copies';
export type { DraftCopy } from './copies';

let opened: Outbox | undefined;

/** The outbox of this phone: `lines()` and `drafts()` to show, `subscribe` to hear of changes. */
export function outbox(): Outbox {
  opened ??= createOutbox({
    keys: keptKeys,
    read: readKept,
    ...{ keep, forget, hasFile, removeFile, listFiles: listUnreported },
    upload: uploadFile,
    ...{ openSession, fileStory, refileStory, newId },
    network: networkNow,
    now: Date.now,
    cloudNow,
    after: (ms, run) => void setTimeout(run, ms),
  });
  return opened;
}

/** At the start of the app: goes on where the last start ended, and whenever the line is back. */
export function startOutbox(): void {
  const sending = outbox();
  void sending.start().then(() => {
    const open = new Set(sending.drafts().map(({ storyId }) => storyId));
    for (const { storyId, status } of sending.lines()) if (status !== 'filed') open.add(storyId);
    return dropCopies((storyId) => open.has(storyId));
  });
  onLineOrAppBack(() => void sending.wake());
}

/** Files that may be stories'; the pictures of reports lie among them, and are not the outbox's. */
async function listUnreported(): Promise<string[]> {
  const paths = await listStoryFiles();
  const ofReports = new Set(reportPaths());
  return paths.filter((path) => !ofReports.has(path));
}
