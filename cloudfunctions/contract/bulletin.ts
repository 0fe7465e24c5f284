/** 通报: a period's figures from their draft through the public notice to the close. */
import * as z from 'zod/mini';
import { command, query } from './call';
import { day } from './story';

/** A month, a quarter or a year: what is closed. */
export const closable = z.string().check(z.regex(/^20\d\d(-(0[1-9]|1[0-2])|Q[1-4])?$/));

/** What a column shows; `domain/bulletin/columns` says of which units and how. */
export const columnName = z.enum([
  ...(['filed', 'filedCumulative', 'opinion', 'adopted'] as const),
  ...(['own', 'ownGeneral', 'ownAccount', 'ownInternal', 'ownCommissioned'] as const),
  'ownSentUp',
  ...(['county', 'city', 'provincial', 'national'] as const),
  ...(['training', 'short'] as const),
  ...(['points', 'pointsCumulative'] as const),
]);

/** Named sets of columns that offices print. */
export const layoutName = z.enum(['full', 'channels', 'duties', 'plain']);

export const periodView = z.strictObject({
  period: closable,
  /** `open`: nothing was computed yet. */
  state: z.enum(['open', 'draft', 'notice', 'closing', 'closed']),
  /** Figures are on their way; they come by themselves. */
  isComputing: z.boolean(),
  /** How far they are, where it is asked for one by one: the stage that is worked at, of how many. */
  progress: z.optional(z.strictObject({ stage: z.number(), of: z.number() })),
  draftedAt: z.nullable(z.number()),
  /** The first day on which it may close by itself. */
  noticeUntil: z.nullable(day),
  closedAt: z.nullable(z.number()),
  /** Empty where the clock closed it. */
  closedByName: z.string(),
  /** Over the heads of all accounts at the close. */
  digest: z.nullable(z.string()),
  allowed: z.array(z.enum(['draft', 'publish', 'close', 'export'])),
  version: z.number(),
});

const figures = z.partialRecord(columnName, z.number());

const unitLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** By the period's points; ties share a rank. */
  rank: z.number(),
  figures,
});

const personLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  unitName: z.string(),
  rank: z.number(),
  filed: z.number(),
  adopted: z.number(),
  points: z.number(),
  pointsCumulative: z.number(),
});

const arrangement = z.strictObject({
  layout: layoutName,
  /** Days of public notice before a period closes by itself. */
  noticeDays: z.int().check(z.gte(1), z.lte(30)),
  /** 0 while the office has set nothing. */
  version: z.int().check(z.gte(0)),
});

const target = z.strictObject({ period: closable, version: z.int().check(z.gte(0)) });
const acted = z.strictObject({ period: periodView });
const acting = ['not_bound', 'not_allowed', 'changed_meanwhile'] as const;

export const bulletin = {
  /** Newest first: all of them for the office, others see those in notice and closed. */
  'period.list': query({
    input: z.strictObject({}),
    value: z.strictObject({
      periods: z.array(periodView),
      /** Null to whoever does not run it. */
      arrangement: z.nullable(arrangement),
    }),
    refusals: ['not_bound'],
  }),
  /** A page of a bulletin: of its units, or of its people. */
  'bulletin.show': query({
    input: z.strictObject({
      period: closable,
      part: z.enum(['units', 'people']),
      page: z.int().check(z.gte(0), z.lte(1000)),
    }),
    value: z.strictObject({
      period: periodView,
      organName: z.string(),
      columns: z.array(columnName),
      units: z.array(unitLine),
      people: z.array(personLine),
      /** How many pages the part has. */
      pages: z.number(),
      totals: figures,
      unitCount: z.number(),
      personCount: z.number(),
      /** Units that filed nothing, by name. */
      zero: z.array(z.string()),
      /** Whom a quota rule names after too many periods below it. */
      named: z.array(z.string()),
      /** Appeals against entries of the period that nobody has answered; null to others. */
      openAppeals: z.nullable(z.number()),
    }),
    refusals: ['not_bound', 'not_found'],
  }),
  /** Computes the figures, or computes them anew; they come in steps, by themselves. */
  'period.draft': command({
    input: target,
    value: acted,
    refusals: [...acting, 'period_not_begun', 'period_computing', 'period_closed'],
  }),
  /** Puts the draft up for everybody. */
  'period.publish': command({
    input: target,
    value: acted,
    refusals: [...acting, 'period_not_drafted', 'period_computing', 'period_not_over'],
  }),
  /** Closes what is in notice, for good: there is no call that opens it again. */
  'period.close': command({
    input: target,
    value: acted,
    refusals: [
      ...acting,
      'period_not_in_notice',
      'period_computing',
      'appeal_open',
      'earlier_open',
    ],
  }),
  /** Which columns, and how long a notice lasts. */
  'bulletin.arrange': command({
    input: arrangement,
    value: z.strictObject({ arrangement }),
    refusals: acting,
  }),
};
