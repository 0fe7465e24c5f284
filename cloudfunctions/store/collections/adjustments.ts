import { closedToPhones, type CollectionShape } from './collection';

const index = (name: string, fields: [string, 1 | -1][]) => ({
  name,
  fields: fields.map(([path, direction]) => ({ path, direction })),
});

/** Adjustments by hand: proposed, then approved or refused by somebody else. */
export const adjustments: CollectionShape = {
  name: 'adjustments',
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
