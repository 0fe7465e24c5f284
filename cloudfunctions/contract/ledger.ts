/** What the points function shows: entries, standings, rankings, appeals, adjustments. */
import * as z from 'zod/mini';
import { documentId } from './people';
import { day } from './story';

/** People and units have accounts; their points are apart. */
export const ownerKind = z.enum(['person', 'unit']);
/** Points in hundredths, yuan in fen, counts in hundredths: always whole numbers. */
export const bookName = z.enum(['points', 'yuan', 'count']);
export const causeKind = z.enum([
  'adoption',
  'fact',
  'adjustment',
  'reversal',
  'opening',
  'period',
]);

/** `2026-11`, `2026Q4`, `2026` or `all`. */
export const periodKey = z.string().check(z.regex(/^(20\d\d(-(0[1-9]|1[0-2])|Q[1-4])?|all)$/));

/** `<eventId>:<ruleId>:<book>:<accountId>`; an appeal bears the id of its entry. */
export const entryId = z
  .string()
  .check(z.regex(/^[0-9A-Za-z_.@-]+(:[0-9A-Za-z_.@-]+){4,7}$/), z.maxLength(400));

export const owner = z.strictObject({ kind: ownerKind, id: documentId });

const shownOwner = z.strictObject({
  kind: ownerKind,
  id: z.string(),
  name: z.string(),
  /** The unit it counts for; a unit's own is itself. */
  unitId: z.string(),
  unitName: z.string(),
});

/** 分录 as a line shows it. */
export const entryLine = z.strictObject({
  id: z.string(),
  book: bookName,
  amount: z.number(),
  causeKind,
  /** What it is about: the headline, the fact's or the adjustment's words. */
  title: z.string(),
  /** In words, e.g. `省级报纸头版 40 × 联合署名 ½ = 20`. */
  derivation: z.string(),
  category: z.string(),
  ruleVersion: z.number(),
  occurredOn: day,
  /** The day that says which period it counts in. */
  periodOn: day,
  postedAt: z.number(),
  /** What a line links to: our story, and the printing or fact. */
  storyId: z.nullable(z.string()),
  causeId: z.string(),
  /** The entry it undoes, and whether one undoes it. */
  reverses: z.nullable(z.string()),
  isReversed: z.boolean(),
});

/** 申诉: one an entry. */
export const appealView = z.strictObject({
  /** The entry's id. */
  id: z.string(),
  entry: entryLine,
  owner: z.strictObject({ kind: ownerKind, id: z.string(), name: z.string() }),
  text: z.string(),
  byName: z.string(),
  at: z.number(),
  state: z.enum(['open', 'upheld', 'refused']),
  /** The office's words; empty while it is open. */
  answer: z.string(),
  answeredByName: z.string(),
  answeredAt: z.nullable(z.number()),
  /** May the asker answer it? Not who has to do with it, as long as another could. */
  mayAnswer: z.boolean(),
  version: z.number(),
});

/** 调整: proposed by one, approved by another. */
export const adjustmentView = z.strictObject({
  id: z.string(),
  owner: z.strictObject({ kind: ownerKind, id: z.string(), name: z.string() }),
  book: bookName,
  amount: z.number(),
  occurredOn: day,
  reason: z.string(),
  state: z.enum(['proposed', 'approved', 'refused']),
  byName: z.string(),
  at: z.number(),
  decidedByName: z.string(),
  decidedAt: z.nullable(z.number()),
  note: z.string(),
  /** Is the asker a second person who may decide? */
  mayDecide: z.boolean(),
  version: z.number(),
});

/** One period of a standing. */
export const periodStanding = z.strictObject({
  period: periodKey,
  points: z.number(),
  /** Printings, in hundredths: a shared one counts in part. */
  count: z.number(),
  /** In fen; null to whoever may not see money. */
  yuan: z.nullable(z.number()),
  /** Ties share a rank; null without an entry in the period, or beyond the ranks that are told. */
  rank: z.nullable(z.number()),
  /** Places gained since the period before; null where either has no rank. */
  movement: z.nullable(z.number()),
  /** Hundredths of a point up to the next rank; null at the top or without a rank. */
  toNext: z.nullable(z.number()),
});

/** 积分名次: everything the first screen of a standing shows. */
export const standingView = z.strictObject({
  owner: shownOwner,
  month: periodStanding,
  quarter: periodStanding,
  year: periodStanding,
  all: periodStanding,
  /** The last twelve months, oldest first. */
  months: z.array(z.strictObject({ period: periodKey, points: z.number() })),
  /** Stories that wait for the asker's hand; 0 in somebody else's standing. */
  openTasks: z.number(),
});

export const rankingLine = z.strictObject({
  rank: z.nullable(z.number()),
  owner: shownOwner,
  amount: z.number(),
  isMine: z.boolean(),
});

/** What the audit found first, in one sentence. */
export const difference = z.strictObject({
  accountId: z.string(),
  /** The entry's place in the chain; null where the whole account, standing or digest differs. */
  sequence: z.nullable(z.number()),
  sentence: z.string(),
});
