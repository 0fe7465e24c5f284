import { closedToPhones, type CollectionShape } from './collection';

const index = (name: string, fields: [string, 1 | -1][]) => ({
  name,
  fields: fields.map(([path, direction]) => ({ path, direction })),
});

/** Entries of every account: append-only. */
export const ledgerEntries: CollectionShape = {
  name: 'ledger_entries',
  indexes: [
    // No place of a chain is taken twice, whatever a posting believed.
    {
      ...index('by_account', [
        ['accountId', 1],
        ['sequence', 1],
      ]),
      unique: true,
    },
    index('by_owner', [
      ['ownerKey', 1],
      ['periodOn', -1],
      ['postedAt', -1],
      ['_id', -1],
    ]),
    index('by_work', [['workId', 1]]),
    // The audit reads what each family posted.
    index('by_family', [
      ['familyId', 1],
      ['_id', 1],
    ]),
    index('by_reversed', [['reverses', 1]]),
    // Bulletins read a period.
    index('by_period', [
      ['periodOn', 1],
      ['_id', 1],
    ]),
  ],
  rule: closedToPhones,
};
