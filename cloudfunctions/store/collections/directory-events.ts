import { closedToPhones, type CollectionShape } from './collection';

/** Who changed what in the directory: append-only. */
export const directoryEvents: CollectionShape = {
  name: 'directory_events',
  indexes: [
    {
      name: 'by_subject',
      fields: [
        { path: 'subjectId', direction: 1 },
        { path: 'at', direction: -1 },
      ],
    },
  ],
  rule: closedToPhones,
};

export interface DirectoryEventDocument {
  _id: string;
  at: number;
  /** The person who did it. */
  byId: string;
  /** The call, e.g. `duty.grant`. */
  act: string;
  /** The unit or person it was done to. */
  subjectId: string;
}
