import * as z from 'zod/mini';
import { command, query } from './call';
import { outletClass } from './outlet';
import { documentId } from './people';
import { adoptionState, outletLevel, position } from './printing';
import { byline, day, storyKind } from './story';

export const genre = z.enum(['news', 'brief', 'feature', 'image', 'video', 'theory', 'other']);
export const mode = z.enum(['single', 'composite', 'repost', 'commissioned', 'sent_up']);
/** What somebody may do to a printing; the server says which apply (`allowed`). */
export const adoptionAction = z.enum(['verify', 'reject', 'correct', 'withdraw', 'metric']);

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max));
const count = (max: number) => z.nullable(z.int().check(z.gte(0), z.lte(max)));
const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const version = z.int().check(z.gte(1));
const cursor = z.nullable(z.string().check(z.maxLength(200)));

const url = z.nullable(z.string().check(z.regex(/^https?:\/\/\S{3,480}$/)));
/** A picture as the phone uploaded it to `incoming/<openid>/<sha256>.<ext>`. */
export const clipping = z.nullable(
  z.strictObject({
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    bytes: z.int().check(z.gte(1), z.lte(10 * 1024 * 1024)),
    ext: z.enum(['jpg', 'png', 'webp']),
  }),
);
const evidence = { url, clipping, note: text(300) };

const credit = z.strictObject({ ...byline.shape, isJournalist: z.boolean() });
const credits = z.array(credit).check(z.minLength(1), z.maxLength(8));

/** A printing as the office says it is. */
const facts = {
  outletId: documentId,
  printedOn: day,
  position,
  genre,
  mode,
  words: count(100_000),
  durationSeconds: count(86_400),
  headline: text(60),
  /** Media fee in fen. */
  feeFen: count(100_000_000),
  /** The byline as printed; absent: as it stood, at first the work's own. */
  credits: z.optional(credits),
};

/** What was printed: a story, or a work from outside under the id that the phone made. */
const work = z.union([
  z.strictObject({ storyId: documentId }),
  z.strictObject({
    workId: documentId,
    headline: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    kind: storyKind,
    column: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))),
    unitId: documentId,
    credits,
    photoCount: z.int().check(z.gte(0), z.lte(100)),
  }),
]);

/** One line of a list. */
export const adoptionLine = z.strictObject({
  id: z.string(),
  storyId: z.nullable(z.string()),
  storyNumber: z.nullable(z.string()),
  /** The work's own. */
  headline: z.string(),
  unitId: z.string(),
  outletName: z.string(),
  /** On the day of printing; null while the directory does not know the outlet. */
  level: z.nullable(outletLevel),
  printedOn: z.string(),
  position,
  state: adoptionState,
  isAfterKill: z.boolean(),
  reportedAt: z.number(),
});

export const adoptionView = z.strictObject({
  ...adoptionLine.shape,
  /** The work's: of a story of ours, the story's id. */
  workId: z.string(),
  kind: storyKind,
  /** As printed; points go by these. */
  credits: z.array(credit),
  /** The work's own. */
  creditsAsFiled: z.array(credit),
  outletId: z.nullable(z.string()),
  outletClass: z.nullable(outletClass),
  genre,
  mode,
  words: z.nullable(z.number()),
  durationSeconds: z.nullable(z.number()),
  headlineAsPrinted: z.string(),
  /** Null to everybody but the office. */
  feeFen: z.nullable(z.number()),
  verifiedOn: z.nullable(z.string()),
  stoppedWhy: z.string(),
  evidence: z.array(
    z.strictObject({
      id: z.string(),
      source: z.enum(['channel', 'report', 'office']),
      byName: z.string(),
      at: z.number(),
      url: z.nullable(z.string()),
      clippingUrl: z.nullable(z.string()),
      note: z.string(),
    }),
  ),
  metrics: z.array(
    z.strictObject({
      at: z.number(),
      reads: z.nullable(z.number()),
      forwards: z.nullable(z.number()),
      source: z.enum(['channel', 'entered', 'screenshot']),
      byName: z.string(),
    }),
  ),
  /** Other printings of the work, so that one is not counted twice. */
  others: z.array(
    z.strictObject({
      id: z.string(),
      outletName: z.string(),
      printedOn: z.string(),
      position,
      state: adoptionState,
    }),
  ),
  timeline: z.array(
    z.strictObject({
      kind: z.enum([
        ...['adoption_reported', 'evidence_added', 'adoption_verified', 'adoption_corrected'],
        ...['adoption_rejected', 'adoption_withdrawn', 'adoption_chosen', 'metric_taken'],
      ] as const),
      byName: z.string(),
      at: z.number(),
      note: z.string(),
    }),
  ),
  allowed: z.array(adoptionAction),
  version: z.number(),
});

const target = { adoptionId: documentId, version };
const adoptionValue = z.strictObject({ adoption: adoptionView });
const ofFile = ['file_missing', 'file_changed'] as const;
const changing = ['not_bound', 'not_found', 'not_allowed', 'changed_meanwhile'] as const;
const settling = [
  ...[...changing, 'outlet_unknown', 'printed_in_future', 'reason_missing', 'bylines_invalid'],
] as const;

/** Calls of the `newsroom` function about printings. */
export const adoption = {
  /** Somebody whose story it is says that it was printed, with a link or a clipping. */
  'adoption.report': command({
    input: z.strictObject({
      storyId: documentId,
      /** Null: `outletName` is none of the directory's. */
      outletId: z.nullable(documentId),
      outletName: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
      printedOn: day,
      position,
      headline: text(60),
      ...evidence,
    }),
    value: z.strictObject({ adoptionId: z.string(), state: adoptionState }),
    refusals: [
      ...[...changing, ...ofFile, 'outlet_unknown', 'printed_in_future'],
      ...['evidence_missing', 'printings_full'],
    ] as const,
  }),
  /** The office enters a printing, verified at once; `apart` says why it is another than a known one. */
  'adoption.register': command({
    input: z.strictObject({ work, ...facts, ...evidence, apart: z.nullable(reason) }),
    value: adoptionValue,
    refusals: [
      ...[...changing, ...ofFile, 'outlet_unknown', 'printed_in_future', 'printing_known'],
      ...['printings_full', 'bylines_invalid', 'unit_closed'],
    ] as const,
  }),
  /** Every printing of a story, or what stands in a state in my scope, the longest first. */
  'adoption.list': query({
    input: z.strictObject({
      storyId: z.nullable(documentId),
      state: adoptionState,
      after: cursor,
    }),
    value: z.strictObject({ adoptions: z.array(adoptionLine), after: cursor }),
    refusals: ['not_bound', 'not_allowed', 'not_found'],
  }),
  'adoption.show': query({
    input: z.strictObject({ adoptionId: documentId }),
    value: adoptionValue,
    refusals: ['not_bound', 'not_found'],
  }),
  /** It was printed so; a report whose outlet, day or position was wrong needs a reason. */
  'adoption.verify': command({
    input: z.strictObject({ ...target, ...facts, note: text(500) }),
    value: adoptionValue,
    refusals: [...settling, 'adoption_not_reported'],
  }),
  'adoption.correct': command({
    input: z.strictObject({ ...target, ...facts, note: text(500) }),
    value: adoptionValue,
    refusals: [...settling, 'adoption_not_verified'],
  }),
  'adoption.reject': command({
    input: z.strictObject({ ...target, note: reason }),
    value: adoptionValue,
    refusals: [...changing, 'adoption_not_reported'],
  }),
  /** What was verified no longer counts; its points are taken back. */
  'adoption.withdraw': command({
    input: z.strictObject({ ...target, note: reason }),
    value: adoptionValue,
    refusals: [...changing, 'adoption_not_verified'],
  }),
  /** Of the printings of a work, this one counts; for its people, where a rule leaves it to them. */
  'adoption.choose': command({
    input: z.strictObject({ adoptionId: documentId }),
    value: z.strictObject({ chosenId: z.string() }),
    refusals: [...changing, 'adoption_not_verified', 'choice_not_given'],
  }),
  /** Reads and forwards as they are now; a screenshot joins as evidence. */
  'metric.take': command({
    input: z.strictObject({
      adoptionId: documentId,
      reads: count(1_000_000_000),
      forwards: count(1_000_000_000),
      clipping,
    }),
    value: adoptionValue,
    refusals: [...changing, ...ofFile, 'metric_missing', 'adoption_not_open'],
  }),
};
