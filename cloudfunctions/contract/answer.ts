import * as z from 'zod/mini';

/**
 * What a center sends to `<inbound>/channels/<channelId>/answers`. Not a call of phones: a document
 * between two servers, so what a vendor adds beyond it is left unread.
 */
const moment = z.iso.datetime({ offset: true });
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));
const link = z.string().check(z.maxLength(1000), z.regex(/^https?:\/\/\S+$/));
const count = z.int().check(z.gte(0), z.lte(10_000_000_000));

const about = {
  /** Our uri of the story. */
  uri: z.string().check(z.maxLength(200)),
  /** The version of the story that it is about. */
  version: z.int().check(z.gte(1)),
  at: moment,
};

export const channelAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), ...about }),
  z.object({
    ...{ kind: z.literal('published'), ...about },
    ...{ outlet: name, url: z.nullable(link), printedAt: moment },
    /** As printed, which is often not as filed. */
    headline: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    position: z.optional(z.enum(['front_lead', 'front', 'page_lead', 'important', 'other'])),
  }),
  z.object({
    ...{ kind: z.literal('rejected'), ...about },
    reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  }),
  z.object({
    ...{ kind: z.literal('metrics'), ...about },
    ...{ outlet: name, url: z.optional(z.nullable(link)) },
    ...{ reads: z.nullable(count), forwards: z.nullable(count) },
  }),
]);

/** Every reason for which an answer is turned away, with the HTTP status that says so. */
export const answerStatuses = {
  method_wrong: 405,
  channel_unknown: 404,
  envelope_missing: 400,
  envelope_stale: 401,
  signature_wrong: 401,
  answer_invalid: 422,
  replayed: 409,
  story_unknown: 404,
  channel_wrong: 403,
  version_unknown: 422,
  printed_in_future: 422,
  changed_meanwhile: 503,
} as const;
