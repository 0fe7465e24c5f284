import * as z from 'zod/mini';
import { adoption } from './adoption';
import { command, query } from './call';
import { writing } from './draft';
import { fact } from './fact';
import { documentId } from './people';
import { passageNote, queueLine, storyContent, storyKind } from './story';
import { storyLine, storyState, storyView } from './story';
import { message } from './syndication';
import { work } from './work';

const cursor = z.nullable(z.string().check(z.maxLength(200)));
const version = z.int().check(z.gte(1));
const note = z.string().check(z.trim(), z.maxLength(500));
const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const target = { storyId: documentId, version };
const storyValue = z.strictObject({ story: storyView });
const page = z.strictObject({ stories: z.array(storyLine), after: cursor });

const changing = ['not_bound', 'not_found', 'not_allowed', 'changed_meanwhile'] as const;
const reviewing = [...changing, 'story_not_in_review', 'claimed_by_other'] as const;
const filing = [
  ...['not_bound', 'not_allowed', 'unit_closed', 'story_incomplete', 'bylines_invalid'],
  ...['day_ahead', 'file_missing', 'file_changed', 'changed_meanwhile', 'tip_invalid'],
] as const;

/** Calls of the `newsroom` function: filing, review, and help while writing. */
export const newsroom = {
  ...writing,
  ...adoption,
  ...fact,
  ...work,
  ...message,
  /** Files a story under the id the phone made; the receipt carries its number. */
  'story.file': command({
    input: z.strictObject({
      storyId: documentId,
      unitId: documentId,
      content: storyContent,
      /** The tip it comes of, when it does. */
      tipId: z.nullable(documentId),
      /** 保密审查: the correspondent has checked that nothing secret is in it. */
      isCleared: z.literal(true),
    }),
    value: z.strictObject({ number: z.string(), filedAt: z.number() }),
    refusals: filing,
  }),
  /** What I filed or bear the byline of, newest first. */
  'story.list': query({
    input: z.strictObject({ after: cursor }),
    value: page,
    refusals: ['not_bound'],
  }),
  /** What was published last, for anybody: headline, unit and day, never an internal kind. */
  'story.published': query({
    input: z.strictObject({}),
    value: z.strictObject({
      stories: z.array(
        z.strictObject({ headline: z.string(), unitName: z.string(), filedAt: z.number() }),
      ),
    }),
    refusals: [],
  }),
  'story.show': query({
    input: z.strictObject({ storyId: documentId }),
    value: storyValue,
    refusals: ['not_bound', 'not_found'],
  }),
  'story.withdraw': command({
    input: z.strictObject({ ...target, note }),
    value: storyValue,
    refusals: [...changing, 'story_not_open'],
  }),
  'story.refile': command({
    input: z.strictObject({ ...target, content: storyContent, isCleared: z.literal(true) }),
    value: storyValue,
    refusals: [...changing, 'story_not_returned', 'nothing_changed', 'kind_fixed', ...filing],
  }),
  /** Every story of the units one answers for, newest first: what is held, signed off, dropped. */
  'deskStory.list': query({
    input: z.strictObject({
      state: z.nullable(storyState),
      /** That very unit's; null is all that one answers for. */
      unitId: z.nullable(documentId),
      /** A whole number (题签), or a piece of a headline of the last year. */
      text: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
      after: cursor,
    }),
    value: page,
    refusals: ['not_bound', 'not_allowed'],
  }),
  /** What waits for me: urgent, overdue, oldest first. */
  'queue.list': query({
    input: z.strictObject({
      kind: z.nullable(storyKind),
      /** Only what is urgent, or what is past its limit. */
      pressing: z.optional(z.enum(['urgent', 'overdue'])),
      /** Only what was filed for this unit or one below it. */
      unitId: z.optional(documentId),
      after: cursor,
    }),
    value: z.strictObject({ stories: z.array(queueLine), after: cursor }),
    refusals: ['not_bound'],
  }),
  /** Takes a story for ten minutes, so that nobody else works on it. */
  'story.claim': command({
    input: z.strictObject({ storyId: documentId }),
    value: storyValue,
    refusals: reviewing,
  }),
  'story.release': command({
    input: z.strictObject({ storyId: documentId }),
    value: storyValue,
    refusals: reviewing,
  }),
  /** Passes this stage; at the last one the story is signed off, cleared of secrets. */
  'story.approve': command({
    input: z.strictObject({
      ...{ ...target, note, isCleared: z.boolean() },
      /** One of several that are passed in the list, without having been opened. */
      isUnopened: z.optional(z.boolean()),
    }),
    value: storyValue,
    refusals: [...reviewing, 'story_doubtful', 'story_unchecked', 'clearance_missing'],
  }),
  'story.return': command({
    input: z.strictObject({
      ...target,
      note: reason,
      passages: z.array(passageNote).check(z.maxLength(50)),
    }),
    value: storyValue,
    refusals: [...reviewing, 'passage_invalid'],
  }),
  /** A reviewer's own hand: kept as a revision whose difference everybody sees. */
  'story.edit': command({
    input: z.strictObject({ ...target, content: storyContent, note }),
    value: storyValue,
    refusals: [...reviewing, 'nothing_changed', 'kind_fixed', ...filing],
  }),
  'story.spike': command({
    input: z.strictObject({ ...target, note: reason }),
    value: storyValue,
    refusals: [...reviewing, 'story_not_open'],
  }),
  /** Holds a story back: until a time (embargo), or until somebody resumes it. */
  'story.hold': command({
    input: z.strictObject({ ...target, note: reason, until: z.nullable(z.int()) }),
    value: storyValue,
    refusals: [...reviewing, 'embargo_past'],
  }),
  'story.resume': command({
    input: z.strictObject({ ...target, note }),
    value: storyValue,
    refusals: [...changing, 'story_not_held'],
  }),
  /** Marks a story urgent; stages that may be skipped then are, audited. */
  'story.hurry': command({
    input: z.strictObject({ ...target, note: reason }),
    value: storyValue,
    refusals: reviewing,
  }),
  /** Hands a claimed story to another reviewer of the stage. */
  'story.pass': command({
    input: z.strictObject({ ...target, toId: documentId, note }),
    value: storyValue,
    refusals: [...reviewing, 'person_unfit'],
  }),
  /** Gives a tip to a writer. */
  'story.assign': command({
    input: z.strictObject({ ...target, toId: documentId, note }),
    value: storyValue,
    refusals: [...changing, 'story_not_tip', 'person_unfit'],
  }),
  /** Drops a duplicate in favour of another story; both histories say so. */
  'story.merge': command({
    input: z.strictObject({ ...target, intoId: documentId, note }),
    value: storyValue,
    refusals: [...reviewing, 'merge_invalid'],
  }),
  /** After sign-off: an amended revision for every channel that holds the story. */
  'story.correct': command({
    input: z.strictObject({ ...target, content: storyContent, note: reason }),
    value: storyValue,
    refusals: [...changing, 'story_not_signed_off', 'nothing_changed', 'kind_fixed', ...filing],
  }),
  /** After sign-off: withdraws it from every channel; there is no way back. */
  'story.kill': command({
    input: z.strictObject({ ...target, note: reason }),
    value: storyValue,
    refusals: [...changing, 'story_not_signed_off'],
  }),
  /** What changed from one revision to another, piece by piece. */
  'revision.compare': query({
    input: z.strictObject({ storyId: documentId, from: version, to: version }),
    value: z.strictObject({
      headline: z.array(piece()),
      body: z.array(piece()),
      /** Names of other fields that differ. */
      others: z.array(z.string()),
    }),
    refusals: ['not_bound', 'not_found'],
  }),
};

function piece() {
  return z.strictObject({ change: z.enum(['same', 'added', 'removed']), text: z.string() });
}
