import { closedToPhones, type CollectionShape } from './collection';

const index = (name: string, fields: [string, 1 | -1][]) => ({
  name,
  fields: fields.map(([path, direction]) => ({ path, direction })),
});

/** Appeals, one an entry and under its id. */
export const appeals: CollectionShape = {
  name: 'appeals',
  indexes: [
    index('by_scope', [
      ['unitPath', 1],
      ['isOpen', 1],
      ['at', 1],
      ['_id', 1],
    ]),
  ],
  rule: closedToPhones,
};
