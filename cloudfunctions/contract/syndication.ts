import * as z from 'zod/mini';
import { command, query } from './call';
import { channelKind, delivery, messageId } from './delivery';
import { documentId, shortName } from './people';
import { storyKind } from './story';

const cursor = z.nullable(z.string().check(z.maxLength(200)));
const version = z.int().check(z.gte(1));
const column = z.string().check(z.trim(), z.minLength(1), z.maxLength(20));

/** HTTPS; plain HTTP only to a center on the same laptop, which a deployment refuses to reach. */
const endpoint = z.nullable(
  z
    .string()
    .check(
      z.maxLength(300),
      z.regex(/^(https:\/\/[^\s@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/[^\s@]*)?)$/),
    ),
);

/** 24 to 64 random bytes as Standard Webhooks writes them; goes in and never comes out again. */
const secret = z.string().check(z.regex(/^whsec_[0-9A-Za-z+/]{32,86}={0,2}$/));

const channelFields = {
  name: shortName,
  endpoint,
  kinds: z.array(storyKind).check(z.minLength(1), z.maxLength(9)),
  /** Empty: every column, and stories in none. */
  columns: z.array(column).check(z.maxLength(50)),
  /** It stays inside the organ; only such a channel may be given internal kinds. */
  isInternal: z.boolean(),
  ratePerMinute: z.int().check(z.gte(1), z.lte(6000)),
};

const channelView = z.strictObject({
  id: z.string(),
  version: z.number(),
  kind: channelKind,
  ...channelFields,
  isPaused: z.boolean(),
  hasSecret: z.boolean(),
  /** May the asker set it, and change its secret? Whoever sees it may pause it. */
  mayChange: z.boolean(),
  /** Until then the former secret is good too. */
  formerSecretUntil: z.nullable(z.number()),
  lastOkAt: z.nullable(z.number()),
  lastErrorAt: z.nullable(z.number()),
  /** A code, as in deliveries. */
  lastError: z.nullable(z.string()),
  /** Where the other side sends its answers; null where it signs none, or there is no address. */
  answersUrl: z.nullable(z.string()),
  /** Messages under way or waiting, and those that a person has to decide on. */
  waiting: z.number(),
  stuck: z.number(),
});

/** A message of a channel: the delivery, and of which story. */
const messageLine = z.strictObject({
  ...delivery.shape,
  storyId: z.string(),
  storyNumber: z.string(),
  headline: z.string(),
});

/** A kind that can be added; what its form asks follows from it. */
const kindView = z.strictObject({
  kind: channelKind,
  name: z.string(),
  needsEndpoint: z.boolean(),
  needsSecret: z.boolean(),
  publishes: z.boolean(),
});

const channelValue = z.strictObject({ channel: channelView });
const messageValue = z.strictObject({ message: messageLine });
const target = { channelId: documentId, version };
const changing = ['not_bound', 'not_allowed', 'not_found', 'changed_meanwhile'] as const;
const setting = [
  ...['not_bound', 'not_allowed', 'changed_meanwhile', 'channel_name_taken'],
  ...['endpoint_missing', 'channel_public', 'channel_kind_unknown'],
] as const;

/** Calls of the `directory` function about channels: what administrators set. */
export const channel = {
  'channel.list': query({
    input: z.strictObject({}),
    value: z.strictObject({
      channels: z.array(channelView),
      kinds: z.array(kindView),
      mayAdd: z.boolean(),
    }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** One channel, how it fares, and what a person has to decide on. */
  'channel.show': query({
    input: z.strictObject({ channelId: documentId }),
    value: z.strictObject({ channel: channelView, kinds: z.array(kindView) }),
    refusals: ['not_bound', 'not_allowed', 'not_found'],
  }),
  'channel.add': command({
    input: z.strictObject({
      channelId: documentId,
      kind: channelKind,
      ...channelFields,
      secret: z.nullable(secret),
    }),
    value: channelValue,
    refusals: [...setting, 'secret_missing'],
  }),
  'channel.change': command({
    input: z.strictObject({ ...target, ...channelFields }),
    value: channelValue,
    refusals: [...setting, 'not_found'],
  }),
  /** Nothing is sent until it is resumed; what is signed off meanwhile waits. */
  'channel.pause': command({
    input: z.strictObject(target),
    value: channelValue,
    refusals: changing,
  }),
  'channel.resume': command({
    input: z.strictObject(target),
    value: channelValue,
    refusals: changing,
  }),
  /** A new secret; the former one stays good for a week, so that the other side can follow. */
  'channelSecret.rotate': command({
    input: z.strictObject({ ...target, secret }),
    value: channelValue,
    refusals: changing,
  }),
};

/** Calls of the `newsroom` function about what goes to channels. */
export const message = {
  /** Newest first; `stuck`: rejected or given up, for a person to decide on. */
  'message.list': query({
    input: z.strictObject({
      channelId: documentId,
      which: z.enum(['all', 'waiting', 'stuck']),
      after: cursor,
    }),
    value: z.strictObject({ messages: z.array(messageLine), after: z.nullable(z.string()) }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** Once more from the start, under the same id: what has arrived is not taken twice. */
  'message.resend': command({
    input: z.strictObject({ messageId, version }),
    value: messageValue,
    refusals: [...changing, 'message_not_stuck', 'message_outdated'],
  }),
  /** The office has sent it by hand. */
  'message.markSent': command({
    input: z.strictObject({
      messageId,
      version,
      note: z.string().check(z.trim(), z.maxLength(200)),
    }),
    value: messageValue,
    refusals: [...changing, 'message_not_by_hand'],
  }),
};
