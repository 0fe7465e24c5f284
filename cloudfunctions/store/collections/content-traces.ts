import { closedToPhones, type CollectionShape } from './collection';

/** Photos that the platform was asked about, under the trace id it gave. */
export const contentTraces: CollectionShape = {
  name: 'content_traces',
  indexes: [{ name: 'by_story', fields: [{ path: 'storyId', direction: 1 }] }],
  rule: closedToPhones,
};
