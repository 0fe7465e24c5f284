import * as z from 'zod/mini';
import { command, query } from './call';
import { periodKey } from './ledger';
import { documentId } from './people';
import { accountKind, book, rulebookDocument } from './rulebook-document';

/** The version that was on the screen; 0 where there was no draft yet. */
const draftVersion = z.int().check(z.gte(0));
/** A draft is written without a version of its own: it gets one when it is put in force. */
const drafted = z.omit(rulebookDocument, { id: true, version: true });

/** Why a rulebook cannot stand, and at which rule. */
export const rulebookProblem = z.enum([
  ...(['id_twice', 'table_uneven', 'range_empty', 'days_reversed', 'day_unreal'] as const),
  ...(['printing_only', 'fact_only', 'split_empty', 'nothing_counted'] as const),
  ...(['line_unreached', 'row_unreached', 'rows_overlap', 'row_empty'] as const),
  ...(['places_disordered', 'measure_of_works', 'weights_empty'] as const),
  ...(['cap_negative', 'payout_not_yuan', 'classes_twice'] as const),
  ...(['shortfall_gains', 'penalty_gains'] as const),
]);

const move = z.strictObject({
  kind: accountKind,
  ownerId: z.string(),
  name: z.string(),
  book,
  before: z.number(),
  after: z.number(),
});

/** What a dry run replays; all time has no end and no rules of its own. */
const pastPeriod = periodKey.check(z.refine((key) => key !== 'all'));

/** 试算 as far as it has come. */
const trial = z.strictObject({
  id: z.string(),
  /** What the next step is asked with. */
  step: z.number(),
  period: periodKey,
  isDone: z.boolean(),
  /** The draft, or what is in force, was changed since: what is told is of before. */
  isStale: z.boolean(),
  startedAt: z.number(),
  /** The month, quarter or year that is being worked out, and which of how many. */
  at: z.nullable(periodKey),
  place: z.number(),
  places: z.number(),
  works: z.number(),
  facts: z.number(),
  /** Accounts that move; 0 until it is done. */
  moved: z.number(),
  /** Printings and facts of the period that changed while it ran; known at the end. */
  touched: z.number(),
  /** Yuan that waited before the period are as they were posted, under the draft as well. */
  isHeldTaken: z.boolean(),
});

/** Calls of the `points` function about the office's table of points and awards. */
export const rulebook = {
  /** Versions in force, newest first, and the draft. */
  'rulebook.list': query({
    input: z.strictObject({}),
    value: z.strictObject({
      versions: z.array(
        z.strictObject({
          version: z.number(),
          name: z.string(),
          effectiveFrom: z.string(),
          ruleCount: z.number(),
          enactedAt: z.number(),
          enactedBy: z.string(),
        }),
      ),
      draft: z.nullable(
        z.strictObject({
          version: z.number(),
          name: z.string(),
          effectiveFrom: z.string(),
          at: z.number(),
          by: z.string(),
        }),
      ),
    }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** A whole rulebook: the draft, a version, or a preset to start from. */
  'rulebook.show': query({
    input: z.discriminatedUnion('which', [
      z.strictObject({ which: z.literal('draft') }),
      z.strictObject({ which: z.literal('version'), version: z.int().check(z.gte(1)) }),
      z.strictObject({ which: z.literal('preset'), key: z.string().check(z.maxLength(40)) }),
    ]),
    value: z.strictObject({ rulebook: drafted, draftVersion: z.number() }),
    refusals: ['not_bound', 'not_allowed', 'not_found'],
  }),
  /**
   * What is or was in force, for everybody whom it gives points: one version whole, of null the one of
   * today. What is still to come, drafts, and who wrote them stay with the office.
   */
  'rulebook.read': query({
    input: z.strictObject({ version: z.nullable(z.int().check(z.gte(1))) }),
    value: z.strictObject({
      /** Newest first. */
      versions: z.array(
        z.strictObject({ version: z.number(), name: z.string(), effectiveFrom: z.string() }),
      ),
      /** Null while none is in force. */
      shown: z.nullable(z.strictObject({ version: z.number(), rulebook: drafted })),
    }),
    refusals: ['not_bound', 'not_found'],
  }),
  'rulebook.presets': query({
    input: z.strictObject({}),
    value: z.strictObject({
      presets: z.array(z.strictObject({ key: z.string(), name: z.string(), note: z.string() })),
    }),
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** Keeps the one draft of the office, whole, in place of the former one. */
  'rulebook.draft': command({
    input: z.strictObject({ draftVersion, rulebook: drafted }),
    value: z.strictObject({ draftVersion: z.number() }),
    refusals: ['not_bound', 'not_allowed', 'changed_meanwhile', 'rulebook_invalid'],
  }),
  /** Puts the draft in force from its day on; from then on it never changes. */
  'rulebook.enact': command({
    input: z.strictObject({ draftVersion: z.int().check(z.gte(1)) }),
    value: z.strictObject({ version: z.number() }),
    refusals: [
      ...['not_bound', 'not_allowed', 'not_found', 'changed_meanwhile'],
      ...['rulebook_invalid', 'rulebook_too_early'],
    ] as const,
  }),
  /**
   * A step of my dry run of a month, quarter or year under the draft; again until it is done. Null begins
   * anew, and so does a step where the draft was changed meanwhile: its answer has another `id` then.
   */
  'rulebook.try': command({
    input: z.strictObject({
      period: pastPeriod,
      run: z.nullable(z.strictObject({ id: documentId, step: z.int().check(z.gte(1)) })),
    }),
    value: z.strictObject({ trial }),
    refusals: ['not_bound', 'not_allowed', 'not_found', 'changed_meanwhile'],
  }),
  /** My dry run as it stands, and a page of who moves, who moves most first. */
  'trial.show': query({
    input: z.strictObject({ page: z.int().check(z.gte(0), z.lte(1000)) }),
    value: z.strictObject({ trial: z.nullable(trial), moves: z.array(move) }),
    refusals: ['not_bound', 'not_allowed', 'not_found'],
  }),
};
