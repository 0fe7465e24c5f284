import { closedToPhones, type CollectionShape } from './collection';

/** The one draft, apart from what is in force: nothing that posts may ever see it. */
export const rulebookDrafts: CollectionShape = {
  name: 'rulebook_drafts',
  indexes: [],
  rule: closedToPhones,
};
