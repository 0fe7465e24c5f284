import { closedToPhones, type CollectionShape } from './collection';

/** Copies of drafts, `<personId>:<draftId>`; dropped ones keep their mark and no text. */
export const drafts: CollectionShape = {
  name: 'drafts',
  indexes: [
    {
      name: 'by_person',
      fields: [
        { path: 'personId', direction: 1 },
        { path: 'droppedAt', direction: 1 },
        { path: 'savedAt', direction: -1 },
      ],
    },
  ],
  rule: closedToPhones,
};
