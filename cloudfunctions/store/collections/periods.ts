import { closedToPhones, type CollectionShape } from './collection';

/** Months, quarters and years by their key; a closed one has the heads of all accounts as they stood then. */
export const periods: CollectionShape = {
  name: 'periods',
  // The clock looks every minute at what is not closed, past the heads of all that is.
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
