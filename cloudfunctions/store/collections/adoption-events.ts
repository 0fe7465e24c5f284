import { closedToPhones, type CollectionShape } from './collection';

/** Who did what to an adoption when: append-only. */
export const adoptionEvents: CollectionShape = {
  name: 'adoption_events',
  indexes: [
    {
      name: 'by_work',
      fields: [
        { path: 'workId', direction: 1 },
        { path: 'at', direction: 1 },
      ],
    },
  ],
  rule: closedToPhones,
};
