import { closedToPhones, type CollectionShape } from './collection';

/** What earns or costs points without a printing; withdrawn ones keep their mark. */
export const registeredFacts: CollectionShape = {
  name: 'registered_facts',
  indexes: [
    {
      name: 'by_scope',
      fields: [
        { path: 'unitPath', direction: 1 },
        { path: 'occurredOn', direction: -1 },
        { path: '_id', direction: -1 },
      ],
    },
  ],
  rule: closedToPhones,
};
