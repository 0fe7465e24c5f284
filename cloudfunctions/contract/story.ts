import * as z from 'zod/mini';
import { delivery } from './delivery';
import { documentId } from './people';
import { printingView } from './printing';

export const storyKind = z.enum([
  'tip',
  'news',
  'feature',
  'photo_story',
  'video',
  'public_opinion',
  'research_report',
  'theory_article',
  'duty_story',
]);

export const storyState = z.enum([
  'filed',
  'in_review',
  'returned',
  'withdrawn',
  'held',
  'signed_off',
  'published',
  'corrected',
  'spiked',
  'killed',
]);

/** Everything somebody may do to a story; the server says which apply (`allowed`). */
export const storyAction = z.enum([
  'withdraw',
  'refile',
  'claim',
  'release',
  'approve',
  'return',
  'edit',
  'spike',
  'hold',
  'resume',
  'hurry',
  'pass',
  'assign',
  'merge',
  'correct',
  'kill',
]);

/** Every act of a story's history; the phone has words for each (miniprogram/text/story-event). */
export const storyEventKind = z.enum([
  'story_filed',
  'story_refiled',
  'story_withdrawn',
  'story_claimed',
  'story_released',
  'story_passed_on',
  'stage_approved',
  'stage_skipped',
  'stage_escalated',
  'story_returned',
  'story_edited',
  'story_spiked',
  'story_merged',
  'story_held',
  'story_resumed',
  'story_hurried',
  'tip_assigned',
  'tip_written',
  'story_handed_over',
  'story_signed_off',
  'story_corrected',
  'story_killed',
  // A channel's answer: it appeared, or it appeared although it was withdrawn.
  'story_published',
  'story_published_after_kill',
  // Nobody's acts: the clock's and the platform's.
  'stage_overdue',
  'content_checked',
  'content_doubtful',
  'content_unchecked',
]);

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const wholeNumber = (max: number) => z.int().check(z.gte(1), z.lte(max));

/** A file as the phone uploaded it to `incoming/<openid>/<sha256>.<ext>`; at most 10 MB (facts). */
const uploaded = { sha256, bytes: wholeNumber(10 * 1024 * 1024) };

export const byline = z.strictObject({
  personId: z.nullable(documentId),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  part: z.enum(['text', 'photo', 'video', 'edit']),
  /** A journalist of the outlet, who has no share in the points; absent for everybody else. */
  isJournalist: z.optional(z.literal(true)),
});

export const photo = z.strictObject({
  ...uploaded,
  ext: z.enum(['jpg', 'png', 'webp']),
  width: wholeNumber(20_000),
  height: wholeNumber(20_000),
  caption: text(100),
  credit: text(40),
});

const video = z.strictObject({
  ...uploaded,
  ext: z.literal('mp4'),
  durationMs: wholeNumber(3_600_000),
});

const attachment = z.strictObject({
  ...uploaded,
  ext: z.enum(['docx', 'pdf']),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
});

/** What a story says: the whole of one revision. */
export const storyContent = z.strictObject({
  kind: storyKind,
  headline: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  body: text(20_000),
  column: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))),
  happenedOn: z.nullable(day),
  place: text(60),
  bylines: z.array(byline).check(z.minLength(1), z.maxLength(8)),
  photos: z.array(photo).check(z.maxLength(20)),
  video: z.nullable(video),
  attachments: z.array(attachment).check(z.maxLength(5)),
  noteToEditor: text(500),
});

/** A note on a passage of the body: characters `from` to `to` of the revision it is about. */
export const passageNote = z.strictObject({
  from: z.int().check(z.gte(0), z.lte(20_000)),
  to: z.int().check(z.gte(0), z.lte(20_000)),
  quote: text(200),
  note: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
});

/** One line of a list. */
export const storyLine = z.strictObject({
  id: z.string(),
  number: z.string(),
  kind: storyKind,
  state: storyState,
  headline: z.string(),
  unitId: z.string(),
  authorName: z.string(),
  words: z.number(),
  photoCount: z.number(),
  hasVideo: z.boolean(),
  isUrgent: z.boolean(),
  /** A tip that was given to the asker, and no story has come of it yet. */
  isToWrite: z.boolean(),
  /** The stage it waits at, by name; null when it waits at none. */
  stageName: z.nullable(z.string()),
  dueAt: z.nullable(z.number()),
  claim: z.nullable(z.strictObject({ name: z.string(), until: z.number(), isMine: z.boolean() })),
  filedAt: z.number(),
  updatedAt: z.number(),
  version: z.number(),
});

/** One line of the queue. */
export const queueLine = z.strictObject({
  ...storyLine.shape,
  /** What the content check doubts or has not looked at is opened first; absent for all else. */
  verdict: z.optional(z.enum(['doubtful', 'unchecked'])),
});

const shownFile = { url: z.nullable(z.string()) };

const checkedPart = z.enum(['text', 'photo', 'video', 'attachment']);

export const storyEvent = z.strictObject({
  id: z.string(),
  kind: storyEventKind,
  byName: z.string(),
  at: z.number(),
  stageName: z.nullable(z.string()),
  note: z.string(),
  passages: z.array(passageNote),
  revision: z.number(),
  /** What a content check's outcome is said of; on its events alone. */
  checked: z.optional(z.array(checkedPart)),
});

/** What the platform's content check says of one part; `human` is for a person to look at. */
export const contentCheck = z.strictObject({
  part: checkedPart,
  sha256: z.nullable(z.string()),
  verdict: z.enum(['pass', 'doubtful', 'waiting', 'unchecked', 'human']),
  /** What is doubted, or why it is not checked, in words; empty otherwise. */
  why: z.string(),
});

export const storyView = z.strictObject({
  ...storyLine.shape,
  content: z.strictObject({
    ...storyContent.shape,
    photos: z.array(z.strictObject({ ...photo.shape, ...shownFile })),
    video: z.nullable(z.strictObject({ ...video.shape, ...shownFile })),
    attachments: z.array(z.strictObject({ ...attachment.shape, ...shownFile })),
  }),
  revision: z.number(),
  stages: z.array(
    z.strictObject({
      name: z.string(),
      progress: z.enum(['passed', 'current', 'ahead', 'skipped']),
    }),
  ),
  embargoUntil: z.nullable(z.number()),
  assigneeName: z.nullable(z.string()),
  /** The tip it came of, and the stories that came of it. */
  tipId: z.nullable(z.string()),
  cameOfIt: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      headline: z.string(),
      state: storyState,
    }),
  ),
  /** The current revision, part by part; empty for the story's own people. */
  checks: z.array(contentCheck),
  /** Where it was printed, the newest first. */
  adoptions: z.array(printingView),
  /** Which printing counts, where that is the asker's to say; `chosenId` null: the highest. */
  choice: z.nullable(z.strictObject({ chosenId: z.nullable(z.string()) })),
  /** May the asker say that it was printed somewhere? */
  mayReport: z.boolean(),
  /** May the asker register such a printing, verified at once? */
  mayRegister: z.boolean(),
  timeline: z.array(storyEvent),
  /** Every version for every channel, the newest last. */
  deliveries: z.array(delivery),
  allowed: z.array(storyAction),
});
