import type { AccountRef, Book } from '../ledger/entry';

/** What a rule says that an account should have for one cause; the ledger posts the difference. */
export interface Target {
  account: AccountRef;
  book: Book;
  /** Hundredths of a point, fen, or hundredths of a count; of either sign. */
  amount: number;
  /**
   * The rule; where it counts several printings of a work apart, `<rule>@<printing or class>`. So
   * account, book and this name one target: what is posted under them is what it is compared with.
   */
  ruleId: string;
  /** The rulebook version that says so. */
  ruleVersion: number;
  /** The printing or fact that decided it; what the entry links to. */
  causeId: string;
  /** The day that counts in this book. */
  occurredOn: string;
  /** In words, e.g. `省级报纸头版 40 × 联合署名 ½ = 20`. */
  derivation: string;
  /** What quotas, caps and bulletins group by, e.g. `adoption:provincial`. */
  category: string;
}
