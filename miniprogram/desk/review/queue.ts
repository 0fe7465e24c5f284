/** The stories that wait for me in their order, while one of them lies open. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { decidedStoryIds } from '../../client/decisions';
import { listQueue } from '../../client/newsroom';
import type { QueueFilter } from '../../client/waiting';

export type StoryLine = ValueOf<'queue.list'>['stories'][number];

/** Fewer than this ahead, and the next page is asked for. */
const aheadMin = 3;
/** A story is looked for in so many at most: from elsewhere one may come that does not wait at all. */
const lookedAtMax = 100;

export interface Queue {
  stories(): StoryLine[];
  /** Reads as far as the story, if one is looked for; the last answer stays when there is none. */
  read(storyId: string): Promise<void>;
  /** Reads one page more, if there is one. */
  readOn(): Promise<void>;
  /** The story so many places on from one; undefined past the ends. */
  beside(storyId: string, steps: 1 | -1): StoryLine | undefined;
  /** What is next when one leaves: the one behind it, or else the first. */
  without(storyId: string): StoryLine | undefined;
  /** 3 / 12; empty for a story that is not in it, or alone in it. */
  placeOf(storyId: string): string;
}

/** The queue as it was filtered. */
export function openQueue(filter: QueueFilter): Queue {
  let stories: StoryLine[] = [];
  let after: string | null = null;
  const waiting = (all: StoryLine[]) => all.filter(({ id }) => !decidedStoryIds().includes(id));
  const indexOf = (storyId: string) => stories.findIndex(({ id }) => id === storyId);
  const readOn = async () => {
    if (after === null) return;
    const reply = await listQueue({ ...filter, after });
    if (!reply.ok) return;
    const known = stories.map(({ id }) => id);
    const more = waiting(reply.value.stories).filter(({ id }) => !known.includes(id));
    stories = [...stories, ...more];
    after = reply.value.after;
  };
  return {
    stories: () => stories,
    readOn,
    read: async (storyId) => {
      const reply = await listQueue({ ...filter, after: null });
      if (!reply.ok) return;
      stories = waiting(reply.value.stories);
      after = reply.value.after;
      for (let count = 0; count < stories.length;) {
        count = stories.length;
        const index = indexOf(storyId);
        const isNear = storyId === '' || (index !== -1 && index + aheadMin < count);
        if (isNear || count >= lookedAtMax) return;
        await readOn();
      }
    },
    beside: (storyId, steps) => {
      const index = indexOf(storyId);
      if (index + aheadMin >= stories.length) void readOn();
      return index === -1 ? stories[0] : stories[index + steps];
    },
    without: (storyId) => {
      const index = indexOf(storyId);
      stories = stories.filter(({ id }) => id !== storyId);
      if (index + aheadMin >= stories.length) void readOn();
      return stories[Math.max(index, 0)] ?? stories[0];
    },
    placeOf: (storyId) => {
      const index = indexOf(storyId);
      const isAlone = stories.length === 1 && after === null;
      return index === -1 || isAlone
        ? ''
        : `${index + 1} / ${stories.length}${after === null ? '' : '+'}`;
    },
  };
}
