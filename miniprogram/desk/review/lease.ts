/**
 * The claim on the story that lies open: taken on opening, prolonged while the page is seen, given
 * back on leaving; one that another reviewer has is looked at until it is free. A story that a
 * colleague passed on is mine for a day already and stays so.
 */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import type { Reply } from '../../client/call';
import { claimStory, releaseStory, showStory } from '../../client/newsroom';
import { createPolling } from '../../client/polling';

type StoryView = ValueOf<'story.claim'>['story'];
type StoryLine = ValueOf<'queue.list'>['stories'][number];

/** The server gives ten minutes; this leaves room for two that fail. */
const renewEveryMs = 3 * 60 * 1000;
/** A claim that lasts longer was not taken by opening the page. */
const openedMsMax = 15 * 60 * 1000;
/** How often a story that another reviewer has is looked at. */
const lookEveryMs = 15_000;

export interface Lease {
  /** Claims a story and goes on claiming it. */
  take(storyId: string): Promise<Reply<'story.claim'>>;
  /** Ends renewing and waits for a renewal under way, which changes the version. */
  settle(): Promise<void>;
  /** The story was decided: there is nothing to give back. */
  forget(): void;
  /** Gives the story back. */
  leave(): void;
}

/** Is a story opened without claiming it: not in review, or mine for longer than opening would give? */
export function isReadAsItIs(line: StoryLine | undefined): boolean {
  if (line === undefined) return false;
  return line.state !== 'in_review' || (line.claim?.isMine === true && isForLong(line));
}

/** By the cloud's clock alone, from when it was last changed: the phone's own may be wrong by a day. */
function isForLong({ claim, updatedAt }: Pick<StoryLine, 'claim' | 'updatedAt'>): boolean {
  return claim !== null && claim.until > updatedAt + openedMsMax;
}

const isRefusedForOther = (reply: Reply<'story.claim'>) =>
  'refusal' in reply && reply.refusal === 'claimed_by_other';

/** A lease that tells of each newer view: of a story that is held, or that another reviewer has. */
export function openLease(onNewer: (story: StoryView) => void): Lease {
  let heldId: string | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let renewal: Promise<unknown> = Promise.resolve();
  /** The story that is looked at, answered or not. */
  let wantedId: string | null = null;
  let round = 0;
  // Nothing tells that the other's time is over: the version stays.
  const watch = createPolling(async () => {
    const [storyId, mine] = [wantedId, round];
    if (storyId === null) return;
    const reply = await showStory({ storyId });
    if (reply.ok && mine === round) onNewer(reply.value.story);
  }, lookEveryMs);
  const pause = () => {
    round += 1;
    watch.stop();
    if (timer !== undefined) clearInterval(timer);
  };
  const stop = () => {
    pause();
    heldId = null;
    wantedId = null;
  };
  const renew = async (storyId: string) => {
    const reply = await claimStory({ storyId });
    if (reply.ok && heldId === storyId) onNewer(reply.value.story);
  };
  return {
    take: async (storyId) => {
      stop();
      wantedId = storyId;
      const mine = round;
      const reply = await claimStory({ storyId });
      if (mine === round && isRefusedForOther(reply)) watch.start();
      if (!reply.ok || isForLong(reply.value.story)) return reply;
      // Left before the answer was there: nobody would ever give it back.
      if (wantedId !== storyId) void releaseStory({ storyId });
      if (mine !== round) return reply;
      heldId = storyId;
      timer = setInterval(() => (renewal = renew(storyId)), renewEveryMs);
      return reply;
    },
    settle: async () => {
      pause();
      await renewal;
    },
    forget: stop,
    leave: () => {
      // Nobody waits for the answer: unanswered, the claim ends by itself.
      if (heldId !== null) void releaseStory({ storyId: heldId });
      stop();
    },
  };
}
