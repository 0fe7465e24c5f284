import * as z from 'zod/mini';
import { command, query } from './call';
import { bookName } from './ledger';

/** An .xlsx that the phone has put into its upload folder under the hash of its bytes. */
export const uploadedFile = z.strictObject({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.gte(1)),
});

export const ofFile = [
  'not_allowed',
  'file_missing',
  'file_changed',
  'file_too_large',
  'file_unreadable',
] as const;

/** A place in the file, with what is to be said about it. */
const remark = z.strictObject({
  sheet: z.string(),
  /** As the sheet numbers it; null for the whole sheet. */
  row: z.nullable(z.number()),
  /** `C5`; null for the whole row. */
  cell: z.nullable(z.string()),
  words: z.string(),
});

/** Calls of the `paper` function for starting in mid-year: printings of before, opening balances. */
export const opening = {
  /** The .xlsx to fill in, with the outlets that it may name. */
  'opening.template': query({
    input: z.strictObject({}),
    value: z.strictObject({ name: z.string(), base64: z.string() }),
    refusals: ['not_allowed'],
  }),
  /** Reads a filled-in .xlsx, says what an import would do and what is wrong; writes nothing. */
  'opening.check': query({
    input: z.strictObject({ file: uploadedFile }),
    value: z.strictObject({
      /** Printings that an import would still enter. */
      printings: z.number(),
      /** Of these: those that the office said count for nothing. */
      uncounted: z.number(),
      /** Of these: those that an opening balance holds already for somebody. */
      covered: z.number(),
      /** Of these: those before any rulebook was in force, which therefore bring nothing. */
      unruled: z.number(),
      /** Balances that an import would still post, with their sums. */
      balances: z.number(),
      sums: z.array(z.strictObject({ book: bookName, accounts: z.number(), amount: z.number() })),
      /** Rows that were imported, or entered just so, before. */
      known: z.number(),
      /** Days up to this one are closed, so that what falls on them counts on the next. */
      closedThrough: z.nullable(z.string()),
      /** Rows that stand already under what somebody entered in the app; the first of them. */
      met: z.array(remark),
      metCount: z.number(),
      /** The first of them, in the order of the sheets. */
      problems: z.array(remark),
      problemCount: z.number(),
    }),
    refusals: ofFile,
  }),
  /** Posts the next balances, then enters the next printings of a clean file; until nothing is left. */
  'opening.import': command({
    input: z.strictObject({ file: uploadedFile }),
    value: z.strictObject({ balances: z.number(), printings: z.number(), left: z.number() }),
    refusals: [...ofFile, 'opening_unclean', 'changed_meanwhile'],
  }),
};
