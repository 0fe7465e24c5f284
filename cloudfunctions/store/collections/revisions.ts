import type { StoryContent } from '../../domain/story/story';
import type { Sketch } from '../../domain/draft/likeness';
import { closedToPhones, type CollectionShape } from './collection';

/** The contents of stories, one document a revision under `<storyId>:<number>`; never changed. */
export const revisions: CollectionShape = {
  name: 'revisions',
  indexes: [
    { name: 'by_story', fields: [{ path: 'storyId', direction: 1 }] },
    {
      name: 'by_likeness',
      fields: [
        { path: 'bands', direction: 1 },
        { path: 'at', direction: -1 },
      ],
    },
  ],
  rule: closedToPhones,
};

export interface RevisionDocument extends Sketch {
  _id: string;
  storyId: string;
  number: number;
  content: StoryContent;
  contentHash: string;
  byId: string;
  at: number;
}
