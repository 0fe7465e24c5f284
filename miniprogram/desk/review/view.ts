/** What the review page shows of a story, and which buttons; no wx. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { showStory, type ShownStory } from '../../pages/story/view';
import { clockWords, dayWords, momentWords } from '../../text/day';
import { actText, checkText, deskText, reviewText } from '../../text/review';
import { kindText, stateText } from '../../text/story';

export type StoryView = ValueOf<'story.show'>['story'];
export type StoryAction = StoryView['allowed'][number];

/** The story's page as everybody sees it, and what a reviewer needs besides. */
export interface ReviewedStory extends ShownStory {
  about: string;
  stage: string;
  isUrgent: boolean;
  /** Why there is nothing to press, or what else must be known before pressing. */
  notice: string;
  /** What the content check leaves to a person. */
  checks: { words: string; isDoubtful: boolean }[];
  /** Offers to show what the newest revision changed; empty for the first. */
  compare: string;
}

/** The story's page at a moment. */
export function viewStory(
  story: StoryView,
  looking: { now: number; unitNames: Record<string, string> },
): ReviewedStory {
  const about = [
    kindText[story.kind],
    looking.unitNames[story.unitId] ?? reviewText.unknownUnit,
    reviewText.words(story.words),
    dayWords(story.filedAt, looking.now),
    story.number,
  ];
  return {
    ...showStory(story, looking),
    about: about.join(' · '),
    stage: stageWords(story),
    isUrgent: story.isUrgent,
    notice: noticeOf(story, looking.now),
    checks: story.checks.flatMap((check) => checkLine(check, story.content.photos)),
    compare: story.revision > 1 ? deskText.compare(story.revision - 1, story.revision) : '',
  };
}

function checkLine(
  { part, sha256, verdict, why }: StoryView['checks'][number],
  photos: StoryView['content']['photos'],
) {
  if (verdict === 'pass') return [];
  const place = photos.length > 1 ? photos.findIndex((photo) => photo.sha256 === sha256) : -1;
  const named = place === -1 ? checkText.part[part] : checkText.photo(place + 1);
  const words = checkText[verdict](named, why);
  return [{ words, isDoubtful: verdict === 'doubtful' || verdict === 'unchecked' }];
}

/** Is this the stage whose approval signs off? */
export function isSigning(story: StoryView): boolean {
  return story.stages[story.stages.length - 1]?.progress === 'current';
}

/** Does another reviewer have it? */
export function isOthers(story: StoryView | null): boolean {
  return story?.claim?.isMine === false;
}

function stageWords(story: StoryView): string {
  if (story.state !== 'in_review' || story.stageName === null) return stateText[story.state];
  return isSigning(story)
    ? reviewText.inSigning(story.stageName)
    : reviewText.inStage(story.stageName);
}

function noticeOf({ claim, state, embargoUntil, assigneeName }: StoryView, now: number): string {
  if (claim && !claim.isMine) return reviewText.claimedUntil(claim.name, clockWords(claim.until));
  if (state === 'held' && embargoUntil) return deskText.heldUntil(momentWords(embargoUntil, now));
  if (state === 'held') return deskText.held;
  if (state === 'filed' && assigneeName) return deskText.assigned(assigneeName);
  return '';
}

export interface Bar {
  /** The one that goes on; null where there is nothing to do. */
  main: { action: StoryAction; label: string } | null;
  beside: { action: StoryAction; label: string }[];
  more: { action: StoryAction; label: string }[];
}

/** Buttons of the sticky bar, by consequence from left to right; the rest under ⋯. */
export function barOf(story: StoryView): Bar {
  const may = (action: StoryAction) => story.allowed.includes(action);
  const button = (action: StoryAction) => ({ action, label: labelOf(action, story) });
  const main = (['approve', 'assign', 'resume', 'correct'] as const).find(may);
  const beside: Partial<Record<StoryAction, StoryAction[]>> = {
    approve: ['return', 'edit'],
    assign: ['spike'],
    correct: ['kill'],
  };
  const more: StoryAction[] = ['spike', 'hold', 'hurry', 'pass', 'merge', 'release'];
  return {
    main: main ? button(main) : null,
    beside: ((main && beside[main]) ?? []).filter(may).map(button),
    more: main === 'approve' ? more.filter(may).map(button) : [],
  };
}

function labelOf(action: StoryAction, story: StoryView): string {
  if (action === 'approve' && isSigning(story)) return actText.signOff;
  return action in actText ? actText[action as keyof typeof actText] : ''; // checked just before
}
