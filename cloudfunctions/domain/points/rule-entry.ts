import type { Entry } from '../ledger/entry';

/** An entry as far as the rules of a period look at it. */
export type RuleEntry = Pick<
  Entry,
  'ownerKey' | 'book' | 'amount' | 'category' | 'causeKind' | 'causeId' | 'workId' | 'title'
>;
