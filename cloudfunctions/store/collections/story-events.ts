import type { StoryEvent } from '../../domain/story/story';
import { closedToPhones, type CollectionShape } from './collection';

/** Who did what to a story when: append-only. */
export const storyEvents: CollectionShape = {
  name: 'story_events',
  indexes: [
    {
      name: 'by_story',
      fields: [
        { path: 'storyId', direction: 1 },
        { path: 'order', direction: 1 },
      ],
    },
    // The platform's word on a photo names nothing but what was asked.
    { name: 'by_trace', fields: [{ path: 'traces.id', direction: 1 }] },
  ],
  rule: closedToPhones,
};

export interface StoryEventDocument extends StoryEvent {
  _id: string;
  storyId: string;
  /** The story's version after the act, and the place among that act's lines. */
  order: number;
}
