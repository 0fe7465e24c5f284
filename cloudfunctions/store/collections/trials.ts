import { closedToPhones, type CollectionShape } from './collection';

/** 试算: one a person, until it has expired. */
export const rulebookTrials: CollectionShape = {
  name: 'rulebook_trials',
  indexes: [{ name: 'by_expiry', fields: [{ path: 'expiresAt', direction: 1 }] }],
  rule: closedToPhones,
};

/** What dry runs keep between their steps, a page a document: read by id alone, swept by owner and age. */
export const trialParts: CollectionShape = {
  name: 'trial_parts',
  indexes: [
    { name: 'by_person', fields: [{ path: 'personId', direction: 1 }] },
    { name: 'by_expiry', fields: [{ path: 'expiresAt', direction: 1 }] },
  ],
  rule: closedToPhones,
};

export interface TrialPart {
  /** `<runId>:<what>:<n>`. */
  _id: string;
  personId: string;
  runId: string;
  expiresAt: number;
  /** As JSON: thousands of numbers are a thousandth of the work so. */
  lines: string;
}
