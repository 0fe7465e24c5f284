import { closedToPhones, type CollectionShape } from './collection';

const index = (name: string, fields: [string, 1 | -1][]) => ({
  name,
  fields: fields.map(([path, direction]) => ({ path, direction })),
});

/** Totals of every account in every period; projections of the entries. */
export const standings: CollectionShape = {
  name: 'standings',
  indexes: [
    // A rank is a count over it, and a ranking is read along it.
    index('by_rank', [
      ['period', 1],
      ['kind', 1],
      ['book', 1],
      ['amount', -1],
      ['ownerId', 1],
    ]),
    index('by_account', [
      ['accountId', 1],
      ['period', 1],
    ]),
  ],
  rule: closedToPhones,
};
