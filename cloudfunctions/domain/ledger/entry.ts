/**
 * 分录: append-only records of one cause, in one book, on one account. Integers only; corrections are
 * further entries. Each account's entries form a hash chain.
 */
export const books = ['points', 'yuan', 'count'] as const;
/** points in hundredths, yuan in fen, count in hundredths (a shared piece counts a half). */
export type Book = (typeof books)[number];

export interface AccountRef {
  kind: 'person' | 'unit';
  /** The person's or the unit's id. */
  id: string;
}

export type CauseKind = 'adoption' | 'fact' | 'adjustment' | 'reversal' | 'opening' | 'period';

export interface Entry {
  /** `<eventId>:<ruleId>:<book>:<accountId>`: the same cause posted twice changes nothing. */
  _id: string;
  accountId: string;
  /** `<kind>:<id>`: whose entries these are, whatever the book. */
  ownerKey: string;
  /** The owner's name when it was posted, as standings of its periods show it. */
  ownerName: string;
  /** Place in the account's chain, from 1. */
  sequence: number;
  book: Book;
  amount: number;
  causeKind: CauseKind;
  /** The event that brought it about: verified, withdrawn, corrected, metric taken, registered … */
  eventId: string;
  /** The printing, fact, adjustment or appeal it is about. */
  causeId: string;
  /** The family that keeps what was posted with it (`Family._id`); null outside families. */
  familyId: string | null;
  /** The work it is about; null where none. */
  workId: string | null;
  storyId: string | null;
  /** What the line is about, for lists: the headline, or the fact's title. */
  title: string;
  ruleId: string;
  ruleVersion: number;
  category: string;
  derivation: string;
  /** The unit that the points of a person are counted for, frozen. */
  unitId: string;
  occurredOn: string;
  /** The day that says which period it counts in; later than `occurredOn` when that one is closed. */
  periodOn: string;
  postedAt: number;
  /** The entry it undoes; null for every other. */
  reverses: string | null;
  /** SHA-256 over the head before it and everything above. */
  hash: string;
}

/** `<kind>:<id>`. */
export function ownerKeyOf({ kind, id }: AccountRef): string {
  return `${kind}:${id}`;
}

/** `<kind>:<id>:<book>`, e.g. `person:3f…:points`. */
export function accountIdOf(owner: AccountRef, book: Book): string {
  return `${ownerKeyOf(owner)}:${book}`;
}

/** Whose account it is, in which book. */
export function partsOfAccount(accountId: string): { owner: AccountRef; book: Book } {
  const [kind, id = '', book] = accountId.split(':');
  // The id was made by accountIdOf.
  return { owner: { kind: kind as AccountRef['kind'], id }, book: book as Book };
}

/** 积分账户: head of the chain and totals; a cache with a check. */
export interface Account {
  _id: string;
  kind: AccountRef['kind'];
  ownerId: string;
  /** The owner's name as lists show it. */
  name: string;
  book: Book;
  unitId: string;
  headHash: string;
  count: number;
  balance: number;
  /** As many as entries, so that it too can be told from them. */
  version: number;
}

/** 名次: the total of one account in one period; indexed for rank. Guarded by its account's version. */
export interface Standing {
  /** `<periodKey>:<accountId>`. */
  _id: string;
  period: string;
  kind: AccountRef['kind'];
  book: Book;
  accountId: string;
  ownerId: string;
  name: string;
  unitId: string;
  amount: number;
  entryCount: number;
}

/** What one rule has posted to one account for the printings of a work. */
export interface FamilyPosting {
  accountId: string;
  ruleId: string;
  /** The sum of the entries, with what is held. */
  amount: number;
  /** What an opening balance holds of past printings: posted without an entry; absent where nothing. */
  held?: number;
  /** What the rule said at the last posting, printing by printing: its sum, but for what is waived. */
  causes: FamilyCause[];
  /** What the office reversed by hand: it stays off as long as its printing counts. */
  waived: { causeId: string; amount: number }[];
}

export interface FamilyCause {
  causeId: string;
  amount: number;
  ruleVersion: number;
  occurredOn: string;
  category: string;
}

/** 同稿采用组: what one work has posted so far, per account, book and rule. */
export interface Family {
  /** The work's id; `fact:<id>` for a registered fact, `period:<key>:<owner>` for a period's own rules. */
  _id: string;
  posted: FamilyPosting[];
  chosenAdoptionId: string | null;
  version: number;
}

/** `settings/ledger`: days up to this one are closed; whoever closes waits until no posting that began before can still be under way. */
export interface LedgerSettings {
  _id: 'ledger';
  closedThrough: string | null;
  version: number;
}
