/** My stories as far as they were read: the first page again and again, later ones as they are scrolled to. */
import type { Reply } from '../../client/call';
import { keptAnswer, listFirstStories } from '../../client/kept-answers';
import { beginReading } from '../../client/newest';
import { listStory } from '../../client/newsroom';
import { withFirstPage, type Listed } from './view';

export type ListReply = Reply<'story.list'>;

export interface StoryList {
  /** Null until the first answer or a kept one. */
  listed(): Listed | null;
  /** Takes what was kept from the last time, if anything. */
  recall(): void;
  readFirst(): Promise<ListReply>;
  /** Undefined when there is nothing more, or it is being read already. */
  readMore(): Promise<ListReply> | undefined;
}

/** A list that knows nothing yet. */
export function createStoryList(): StoryList {
  let listed: Listed | null = null;
  let isReadingMore = false;
  const more = async (after: string): Promise<ListReply> => {
    isReadingMore = true;
    const reply = await listStory({ after });
    isReadingMore = false;
    if (reply.ok) {
      const before = listed?.stories ?? [];
      const known = new Set(before.map(({ id }) => id));
      // A story filed meanwhile pushes the last line of a page onto the next one.
      const added = reply.value.stories.filter(({ id }) => !known.has(id));
      listed = { stories: [...before, ...added], after: reply.value.after };
    }
    return reply;
  };
  const list: StoryList = {
    listed: () => listed,
    recall: () => {
      listed = keptAnswer('story.list')?.value ?? null;
    },
    readFirst: async () => {
      const isNewest = beginReading(list, 'first');
      const reply = await listFirstStories();
      // A look that began later was quicker on a slow line.
      if (reply.ok && isNewest())
        listed = listed ? withFirstPage(listed, reply.value) : reply.value;
      return reply;
    },
    readMore: () => {
      const after = listed?.after ?? null;
      return after === null || isReadingMore ? undefined : more(after);
    },
  };
  return list;
}
