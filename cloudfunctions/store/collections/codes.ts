import { closedToPhones, type CollectionShape } from './collection';

/** Codes that open a standing, under their token. */
export const codes: CollectionShape = {
  name: 'codes',
  indexes: [
    {
      name: 'by_target',
      fields: [
        { path: 'targetId', direction: 1 },
        { path: 'madeAt', direction: -1 },
      ],
    },
    {
      name: 'by_kind',
      fields: [
        { path: 'kind', direction: 1 },
        { path: 'madeAt', direction: -1 },
      ],
    },
  ],
  rule: closedToPhones,
};
