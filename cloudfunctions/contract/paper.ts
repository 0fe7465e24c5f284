import * as z from 'zod/mini';
import { closable } from './bulletin';
import { command, query } from './call';
import { messageId } from './delivery';
import { ofFile, opening, uploadedFile } from './opening';

/** A file to fetch from the cloud; the link is good for two hours. */
const linkedFile = z.strictObject({ name: z.string(), url: z.string(), bytes: z.number() });

/** Calls of the `paper` function: documents in and out. */
export const paper = {
  /** A bulletin on paper: a link for two hours. */
  'bulletin.export': query({
    input: z.strictObject({ period: closable, as: z.enum(['xlsx', 'docx']) }),
    value: z.strictObject({ name: z.string(), url: z.string() }),
    refusals: ['not_bound', 'not_allowed', 'not_found'],
  }),
  /**
   * What a channel served by export holds of a story, as a zip to hand on: text, Word sheet, photos,
   * ninjs; the sheet by itself too, since a phone can open it. Kept files are written over.
   */
  'message.export': query({
    input: z.strictObject({ messageId }),
    value: z.strictObject({ zip: linkedFile, sheet: linkedFile }),
    refusals: ['not_bound', 'not_found', 'message_outdated', 'package_incomplete'],
  }),
  /** The .xlsx to fill in, with the units that stand already. */
  'roster.template': query({
    input: z.strictObject({}),
    value: z.strictObject({ name: z.string(), base64: z.string() }),
    refusals: ['not_allowed'],
  }),
  /** Reads a filled-in .xlsx and says what is wrong with it; writes nothing. */
  'roster.check': query({
    input: z.strictObject({ file: uploadedFile }),
    value: z.strictObject({
      /** What an import would still add, and how many rows stand in the directory already. */
      units: z.number(),
      people: z.number(),
      known: z.number(),
      /** The first of them, in the order of the sheets; `row` as the sheet numbers it. */
      problems: z.array(
        z.strictObject({
          sheet: z.string(),
          row: z.nullable(z.number()),
          words: z.string(),
        }),
      ),
      problemCount: z.number(),
    }),
    refusals: ofFile,
  }),
  /** Adds the next rows of a clean file; repeated until nothing is left. */
  'roster.import': command({
    input: z.strictObject({ file: uploadedFile }),
    value: z.strictObject({ units: z.number(), people: z.number(), left: z.number() }),
    refusals: [...ofFile, 'roster_unclean', 'changed_meanwhile'],
  }),
  ...opening,
};
