import * as z from 'zod/mini';

/** How a channel is served, by the name that its folder in channels/ gives it. */
export const channelKind = z.string().check(z.regex(/^[a-z][a-z0-9_]{1,39}$/));

export const deliveryState = z.enum([
  'pending',
  'sending',
  'delivered',
  'rejected',
  'unknown',
  'dead',
]);

/** What of a story is delivered: its first version, an amended one, or that it is withdrawn. */
export const deliveryKind = z.enum(['publish', 'correct', 'kill']);

/** What the asker may do about a delivery; `export` is said on the story's own page alone. */
export const deliveryAction = z.enum(['resend', 'mark_sent', 'export']);

/** `<eventId>:<channelId>` */
export const messageId = z.string().check(z.regex(/^[0-9A-Za-z_:-]{8,200}$/));

const channelAnswer = z.strictObject({
  kind: z.enum(['received', 'published', 'published_after_kill', 'rejected', 'metrics']),
  at: z.number(),
  note: z.string(),
  url: z.nullable(z.string()),
});

/** One version of a story for one channel, as its pages show it. */
export const delivery = z.strictObject({
  id: z.string(),
  channelId: z.string(),
  channelName: z.string(),
  channelKind,
  kind: deliveryKind,
  edition: z.number(),
  revision: z.number(),
  state: deliveryState,
  attempts: z.number(),
  /** Why the last attempt failed, as a code; null where it got through or none was made. */
  lastError: z.nullable(z.string()),
  nextAttemptAt: z.nullable(z.number()),
  createdAt: z.number(),
  deliveredAt: z.nullable(z.number()),
  answers: z.array(channelAnswer),
  allowed: z.array(deliveryAction),
  version: z.number(),
});
