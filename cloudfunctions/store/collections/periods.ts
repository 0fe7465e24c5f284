import { closedToPhones, type CollectionShape } from './collection';

/** Months, quarters and years by their key. */
export const periods: CollectionShape = {
  name: 'periods',
  // The clock looks every minute at what is not closed, past all that is.
  indexes: [{ name: 'by_state', fields: [{ path: 'state', direction: 1 }] }],
  rule: closedToPhones,
};

/** What is being computed of a period, kept between the steps. */
export const periodRuns: CollectionShape = {
  ...{ name: 'period_runs', indexes: [], rule: closedToPhones },
};

/** Lines of bulletins, and what period rules are about to post, a page a document: found by id alone. */
export const bulletinPages: CollectionShape = {
  ...{ name: 'bulletin_pages', indexes: [], rule: closedToPhones },
};

/** The heads of all accounts as they stood when a period was closed, a page a document. */
export const closedHeads: CollectionShape = {
  name: 'closed_heads',
  // The audit asks for some accounts, of every period.
  indexes: [{ name: 'by_last', fields: [{ path: 'last', direction: 1 }] }],
  rule: closedToPhones,
};
