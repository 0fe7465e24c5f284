/** What an answer means for a filing; pure. */
import type { Reply } from '../client/call';
import type { Filing } from './kept-story';

export type FilingReply = Reply<'story.file'> | Reply<'story.refile'>;

/** The cloud may lose an upload before it is filed; more often than this somebody must look. */
const fileLossesMax = 3;
const retryFirstMs = 5_000;
export const retryMaxMs = 5 * 60_000;

/** The change of a filing that an answer brings. */
export function settle(filing: Filing, reply: FilingReply, now: number): Partial<Filing> {
  if (reply.ok) return filed(reply.value);
  if ('failure' in reply) {
    return waitAfterFailure(filing, { now, isOffline: reply.failure === 'no_network' });
  }
  const { refusal } = reply;
  const isFileLost = refusal === 'file_missing' || refusal === 'file_changed';
  if (isFileLost && filing.fileLosses < fileLossesMax) {
    const lost = lostFile('detail' in reply ? reply.detail : undefined);
    return {
      status: 'queued',
      fileLosses: filing.fileLosses + 1,
      confirmed: lost ? filing.confirmed.filter((sha256) => sha256 !== lost) : [],
    };
  }
  return { status: 'refused', refusal, waitingFor: null };
}

/** Nothing came back: the same again later, later each time while there is a network. */
export function waitAfterFailure(
  filing: Filing,
  { now, isOffline }: { now: number; isOffline: boolean },
): Partial<Filing> {
  const failures = isOffline ? filing.failures : filing.failures + 1;
  const delayMs = Math.min(retryMaxMs, retryFirstMs * 2 ** (failures - 1));
  return {
    status: 'waiting',
    waitingFor: isOffline ? 'network' : 'cloud',
    failures,
    retryAt: isOffline ? 0 : now + delayMs,
  };
}

/** When that was is the cloud's word: the receipt is kept by the day, and the phone's clock may be off. */
function filed(
  value: { number: string; filedAt: number } | { story: { number: string; updatedAt: number } },
): Partial<Filing> {
  const { number, filedAt } =
    'story' in value ? { ...value.story, filedAt: value.story.updatedAt } : value;
  const receipt = { number, filedAt };
  return { ...receipt, status: 'filed', waitingFor: null, refusal: null };
}

/** The file that the cloud names; without a name every file is looked at again. */
function lostFile(detail: unknown): string | undefined {
  if (typeof detail !== 'object' || detail === null || !('sha256' in detail)) return undefined;
  return typeof detail.sha256 === 'string' ? detail.sha256 : undefined;
}
