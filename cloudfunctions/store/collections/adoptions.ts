import { closedToPhones, type CollectionShape } from './collection';

const index = (name: string, fields: [string, 1 | -1][]) => ({
  name,
  fields: fields.map(([path, direction]) => ({ path, direction })),
});

/** Every printing of a work, one document each, rejected and withdrawn ones included. */
export const adoptions: CollectionShape = {
  name: 'adoptions',
  indexes: [
    index('by_work', [['work.id', 1]]),
    // What waits to be verified, oldest first, within a scope.
    index('by_scope', [
      ['unitPath', 1],
      ['state', 1],
      ['reportedAt', 1],
      ['_id', 1],
    ]),
    // A dry run replays books that go by the day of verification.
    index('by_verified', [
      ['verifiedOn', 1],
      ['_id', 1],
    ]),
    // Bulletins count a period, and a dry run replays it.
    index('by_count', [
      ['countsOn', 1],
      ['_id', 1],
    ]),
    index('by_person', [
      ['peopleIds', 1],
      ['printedOn', -1],
      ['_id', -1],
    ]),
  ],
  rule: closedToPhones,
};
