/** A story's current state as the domain sees it; its texts are revisions, its past is events. */
import type { Trace } from '../check/trace';
import type * as z from 'zod/mini';
import type {
  contentCheck,
  passageNote,
  storyContent,
  storyEventKind,
  storyKind,
  storyState,
} from '../../contract/story';

export type StoryKind = z.output<typeof storyKind>;
export type StoryState = z.output<typeof storyState>;
export type StoryContent = z.output<typeof storyContent>;
export type ContentCheck = z.output<typeof contentCheck>;
export type PassageNote = z.output<typeof passageNote>;

/** One station of a review chain (三审三校). */
export interface Stage {
  name: string;
  kind: 'review' | 'proofread';
  /** Who may act; `unit_head` is the head of the very unit the story is filed for. */
  duty: 'unit_head' | 'reviewer' | 'publicity_office' | 'leader';
  /** Only for `reviewer`: the number of the duty. */
  stage: number | null;
  limitHours: number;
  /** May be left out when the story is urgent. */
  maySkip: boolean;
}

/** A lease on a story: nobody else acts on it before `until`. */
export interface Claim {
  personId: string;
  name: string;
  until: number;
}

export interface Story {
  _id: string;
  /** 题签, e.g. `2026-1122-城关-03`. */
  number: string;
  kind: StoryKind;
  state: StoryState;
  unitId: string;
  /** The unit and everything above it on the day of filing. */
  unitPath: string[];
  authorId: string;
  authorName: string;
  /** Author and byline people: whose story it is, and who may not review it. */
  peopleIds: string[];
  headline: string;
  words: number;
  photoCount: number;
  hasVideo: boolean;
  column: string | null;
  revision: number;
  contentHash: string;
  isUrgent: boolean;
  /** The chain as it was at filing: a change of chain touches new filings only. */
  chain: Stage[];
  /** Where in the chain it waits; null where it waits for no stage. */
  stageIndex: number | null;
  /** Nobody was eligible at the last stage: publicity office and administrators may act. */
  isEscalated: boolean;
  dueAt: number;
  /** Its stage's limit has passed, and everybody was told; once a stage. */
  isOverdue?: boolean;
  /** When the clock has to look at it: its limit passes, or its embargo ends. */
  alarmAt?: number | null;
  /** Who acted at which stage: nobody acts at two. */
  acted: { stageIndex: number; personId: string }[];
  claim: Claim | null;
  /** Held until then, or until somebody resumes it when null. */
  embargoUntil: number | null;
  assigneeId: string | null;
  assigneeName: string | null;
  tipId: string | null;
  /** A tip from which a story has come: it waits for nobody any more. */
  isWritten?: boolean;
  /** Who answers for it since its author left; the author stays who wrote it. */
  keeperId?: string;
  mergedInto: string | null;
  /** The platform's content check doubts the current revision; absent until it does. */
  isDoubtful?: boolean;
  /** Whose queues it stands in, `<duty>:<stage>:<unitId>`; what the queue's index looks for. */
  queueKeys: string[];
  filedAt: number;
  updatedAt: number;
  version: number;
}

export type StoryEventKind = z.output<typeof storyEventKind>;

/** One act, append-only; `after` is enough to rebuild where the story stood. */
export interface StoryEvent {
  kind: StoryEventKind;
  byId: string;
  byName: string;
  at: number;
  stageName: string | null;
  note: string;
  passages: PassageNote[];
  after: Pick<Story, 'state' | 'stageIndex' | 'revision' | 'isUrgent'>;
  /** What a content check said; only on its own events. */
  checks?: ContentCheck[];
  /** Photos that it asked about, whose results come later. */
  traces?: Trace[];
}

/** What every decision on a story changes: the story, its history, and perhaps a new revision. */
export interface StoryChanges {
  story: Story;
  events: StoryEvent[];
  content?: StoryContent;
}

/** Characters of a body as a correspondent counts them: without blanks and line ends. */
export function countWords(body: string): number {
  return [...body.replace(/\s/g, '')].length;
}

/** Who withdraws and refiles it: the author, or whom it was handed to when the author left. */
export function keeperOf(story: Story): string {
  return story.keeperId ?? story.authorId;
}

/** A tip given to this person, from which no story has come yet. */
export function isToWrite(story: Story, personId: string): boolean {
  return story.state === 'filed' && story.assigneeId === personId && !story.isWritten;
}

/** The stage a story waits at. */
export function currentStage(story: Story): Stage | undefined {
  return story.stageIndex === null ? undefined : story.chain[story.stageIndex];
}
