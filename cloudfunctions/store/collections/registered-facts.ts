import { closedToPhones, type CollectionShape } from './collection';

/** What earns or costs points without a printing; withdrawn ones keep their mark. */
export const registeredFacts: CollectionShape = {
  name: 'registered_facts',
  indexes: [
    // A period's rules and a dry run see what counts in it.
    {
      name: 'by_count',
      fields: [
        { path: 'countsOn', direction: 1 },
        { path: '_id', direction: 1 },
      ],
    },
    {
      name: 'by_scope',
      fields: [
        { path: 'unitPath', direction: 1 },
        { path: 'occurredOn', direction: -1 },
        { path: '_id', direction: -1 },
      ],
    },
    // A false item voids its work's points: every posting of a work asks for its facts.
    { name: 'by_work', fields: [{ path: 'workId', direction: 1 }] },
  ],
  rule: closedToPhones,
};
