import * as z from 'zod/mini';
import { command, query } from './call';
import { documentId } from './people';
import { byline, day, storyKind } from './story';

const text = (max: number) => z.string().check(z.maxLength(max));
const version = z.int().check(z.gte(1), z.lte(1_000_000_000));

/** The text of a draft as it stands, whole or not; photos stay on the phone. */
export const draftText = z.strictObject({
  kind: storyKind,
  unitId: z.nullable(documentId),
  headline: text(60),
  body: text(20_000),
  column: z.nullable(text(20)),
  happenedOn: z.nullable(day),
  place: text(60),
  bylines: z.array(byline).check(z.maxLength(8)),
  noteToEditor: text(500),
  /** The tip it comes of, and the returned story it is a new text for, when it is. */
  tipId: z.nullable(documentId),
  storyId: z.nullable(documentId),
});

const draftLine = z.strictObject({
  draftId: z.string(),
  version: z.number(),
  kind: storyKind,
  headline: z.string(),
  words: z.number(),
  savedAt: z.number(),
});

/** `wrong` has a right spelling; `sensitive` has a reason to think again. */
export const lexiconSort = z.enum(['wrong', 'sensitive']);
const lexiconWord = {
  word: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  sort: lexiconSort,
  /** What to write instead; only a sensitive word may have none. */
  right: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))),
  why: z.string().check(z.trim(), z.maxLength(60)),
};
const lexiconView = z.strictObject({
  version: z.number(),
  words: z.array(z.strictObject({ ...lexiconWord, isDefault: z.boolean() })),
});

const advice = z.strictObject({
  /** Words of the lexicon where they stand; characters `from` to `to` of the field. */
  words: z.array(
    z.strictObject({
      field: z.enum(['headline', 'body']),
      from: z.number(),
      to: z.number(),
      ...lexiconWord,
    }),
  ),
  /** Stories of the last fourteen days that read alike, most alike first; never their text. */
  duplicates: z.array(
    z.strictObject({
      number: z.string(),
      headline: z.string(),
      unitName: z.string(),
      filedOn: z.string(),
      /** 0 to 1: the share of the two texts that is the same. */
      score: z.number(),
    }),
  ),
  /** What the unit filed today already, newest first. */
  filedToday: z.array(z.strictObject({ number: z.string(), headline: z.string() })),
});

/** Calls of the `newsroom` function: help while writing. */
export const writing = {
  /** Copies a draft to the cloud; the version that the phone counted highest stays. */
  'draft.keep': command({
    input: z.strictObject({ draftId: documentId, version, draft: draftText }),
    /** `isKept` is false when the cloud holds a newer version, or the draft was dropped. */
    value: z.strictObject({ isKept: z.boolean(), version: z.number() }),
    refusals: ['not_bound', 'draft_too_large', 'drafts_full', 'changed_meanwhile'],
  }),
  /** My drafts, the last saved first; fifty at most. */
  'draft.list': query({
    input: z.strictObject({}),
    value: z.strictObject({ drafts: z.array(draftLine) }),
    refusals: ['not_bound'],
  }),
  'draft.show': query({
    input: z.strictObject({ draftId: documentId }),
    value: z.strictObject({ version: z.number(), savedAt: z.number(), draft: draftText }),
    refusals: ['not_bound', 'not_found'],
  }),
  /** Drops a draft for ever: a copy that arrives late does not bring it back. */
  'draft.drop': command({
    input: z.strictObject({ draftId: documentId }),
    value: z.strictObject({}),
    refusals: ['not_bound', 'changed_meanwhile'],
  }),
  /** Words to look at, stories that read alike, and what the unit filed today. */
  'draft.advise': query({
    input: z.strictObject({
      kind: storyKind,
      headline: text(60),
      body: text(20_000),
      unitId: documentId,
      /** The story that this text is a new revision of, so that it is not its own duplicate. */
      storyId: z.nullable(documentId),
    }),
    value: advice,
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** Names of columns (专栏) to choose from: those that channels are for, then those used lately. */
  'column.list': query({
    input: z.strictObject({}),
    value: z.strictObject({ columns: z.array(z.string()) }),
    refusals: ['not_bound'],
  }),
  /** The words that hold now: those of the product and those of the office. */
  'lexicon.list': query({
    input: z.strictObject({}),
    value: lexiconView,
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** Adds or corrects words, and drops others; the publicity office and administrators. */
  'lexicon.change': command({
    input: z.strictObject({
      put: z.array(z.strictObject(lexiconWord)).check(z.maxLength(100)),
      drop: z.array(lexiconWord.word).check(z.maxLength(100)),
    }),
    value: lexiconView,
    refusals: [
      'not_bound',
      'not_allowed',
      'lexicon_word_invalid',
      'lexicon_full',
      'changed_meanwhile',
    ],
  }),
};
