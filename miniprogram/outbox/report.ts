/** What the outbox shows: lines for the strip, and who wants to hear of changes; pure. */
import { filesOf, type Draft, type Filing, type FilingStatus, type KeptStory } from './kept-story';

/** A story on its way, as the strip shows it. */
export interface OutboxLine {
  storyId: string;
  headline: string;
  status: FilingStatus;
  waitingFor: Filing['waitingFor'];
  /** Path of the first photo on the phone. */
  thumbnail: string | null;
  filesDone: number;
  filesTotal: number;
  /** Of all files together, 0 to 100. */
  percent: number;
  /** A refusal of the contract, or `file_lost`. */
  refusal: string | null;
  number: string | null;
  filedAt: number | null;
  /** May the person still change it? Not once it was sent and nothing has come back. */
  isChangeable: boolean;
}

/** Lines in the order of filing; `percentOf` is how far the current file of a story is. */
export function linesOf(
  stories: KeptStory[],
  percentOf: (storyId: string) => number,
): OutboxLine[] {
  return stories
    .flatMap(({ draft, filing }) => (filing ? [{ draft, filing }] : []))
    .sort((one, other) => one.filing.queuedAt - other.filing.queuedAt)
    .map(({ draft, filing }) => {
      const files = filesOf(draft).filter(({ path }) => path !== null);
      const done = files.filter(({ sha256 }) => filing.confirmed.includes(sha256)).length;
      const current = filing.status === 'uploading' ? percentOf(draft.storyId) / 100 : 0;
      const share = files.length === 0 ? 1 : Math.min(1, (done + current) / files.length);
      return {
        storyId: draft.storyId,
        headline: draft.headline,
        status: filing.status,
        waitingFor: filing.waitingFor,
        thumbnail: filing.status === 'filed' ? null : thumbnailOf(draft),
        filesDone: done,
        filesTotal: files.length,
        percent: filing.status === 'filed' ? 100 : Math.round(share * 100),
        refusal: filing.refusal,
        number: filing.number,
        filedAt: filing.filedAt,
        isChangeable: isChangeable(filing),
      };
    });
}

function thumbnailOf({ photos, video }: Draft): string | null {
  return photos[0]?.path ?? video?.thumbnail ?? null;
}

/** A story may be taken back before it was sent, and after a refusal. */
export function isChangeable(filing: Filing): boolean {
  return filing.status === 'refused' || (filing.sentAt === null && filing.status !== 'filed');
}

export type Listener = () => void;

/** Listeners that hear of every change. */
export function createListeners() {
  const listeners = new Set<Listener>();
  return {
    tell: () => listeners.forEach((listener) => listener()),
    /** Answers how to stop hearing. */
    subscribe: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
