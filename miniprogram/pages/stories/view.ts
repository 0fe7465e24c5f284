/** What the tab 稿件 shows, made from what the cloud said. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import type { Draft, DraftCopy, OutboxLine } from '../../outbox/index';
import { dayWords, isAhead, momentWords } from '../../text/day';
import { amountWords } from '../../text/standing';
import { storiesText } from '../../text/stories';
import { kindText, stateText } from '../../text/story';

type StoryLine = ValueOf<'story.list'>['stories'][number];
type Session = ValueOf<'session.open'>;

/** Who looks at the page decides what it is. */
export type Reader = 'unfounded' | 'visitor' | 'bound';

export interface StoryRow {
  id: string;
  headline: string;
  state: StoryLine['state'];
  /** The stage, where the story waits at one. */
  word: string;
  grey: string;
  urgent: string;
  /** What it earned; empty where it did not. */
  points: string;
  label: string;
}

export interface Listed {
  stories: StoryLine[];
  after: string | null;
}

/** A draft as a line: where a tap leads, and what it is. */
export interface DraftRow {
  id: string;
  headline: string;
  grey: string;
  url: string;
  /** Only the cloud has it, and no photos. */
  isCopy: boolean;
}

/** What was published last, as a visitor reads it. */
export function publishedOf(stories: ValueOf<'story.published'>['stories'], now: number) {
  return stories.map(({ headline, unitName, filedAt }) => ({
    ...{ headline, grey: `${unitName} · ${dayWords(filedAt, now)}` },
  }));
}

export function readerOf({ organ, person }: Pick<Session, 'organ' | 'person'>): Reader {
  if (!organ) return 'unfounded';
  return person ? 'bound' : 'visitor';
}

export function rowsOf(
  stories: StoryLine[],
  {
    unitNames,
    earned,
    now,
  }: { unitNames: Record<string, string>; earned: Record<string, number>; now: number },
): StoryRow[] {
  return stories.map((story) => {
    const { id, headline, state, stageName } = story;
    const word = state === 'in_review' && stageName ? storiesText.inStage(stageName) : '';
    const parts = [story.number, dayWords(story.filedAt, now), unitNames[story.unitId] ?? ''];
    const grey = parts.filter((part) => part !== '').join(' · ');
    const urgent = story.isUrgent && state === 'in_review' ? storiesText.urgent : '';
    const points = earned[id] ? amountWords('points', earned[id]) : '';
    const said = [grey, points].filter((part) => part !== '').join('，');
    const label = storiesText.line(headline, word || stateText[state], said);
    return { id, headline, state, word, grey, urgent, points, label };
  });
}

/** A list that was scrolled far keeps its later pages when its first one is read anew. */
export function withFirstPage(listed: Listed, first: Listed): Listed {
  const last = first.stories[first.stories.length - 1];
  if (!last || first.after === null) return first;
  const fresh = new Set(first.stories.map(({ id }) => id));
  const older = listed.stories.filter(
    (story) => !fresh.has(story.id) && story.filedAt <= last.filedAt,
  );
  return older.length === 0
    ? first
    : { stories: [...first.stories, ...older], after: listed.after };
}

/** What stands below the last line. */
export function endingOf({ stories, after }: Listed): string {
  return after === null && stories.length > 0 ? storiesText.end : '';
}

/** Drafts that are still written on; a tip is gone on with where it was begun. */
export function draftRowsOf(drafts: Draft[], now: number): DraftRow[] {
  return drafts.map(({ storyId, headline, kind, savedAt, refileVersion }) => ({
    id: storyId,
    headline: headline.trim() || storiesText.untitled,
    grey: storiesText.draft(kindText[kind], isAhead(savedAt, now) ? '' : momentWords(savedAt, now)),
    url: formOf({ storyId, kind, refileVersion }),
    isCopy: false,
  }));
}

/** The form that a draft is written in. */
export const formOf = ({ storyId, kind, refileVersion }: Pick<Draft, FormKey>) =>
  pageOf(kind === 'tip' && refileVersion === null, storyId);

type FormKey = 'storyId' | 'kind' | 'refileVersion';

/** Drafts of which only the cloud has the text, but for those that were opened and kept again. */
export function copyRowsOf(copies: DraftCopy[], kept: string[], now: number): DraftRow[] {
  return copies
    .filter(({ draftId }) => !kept.includes(draftId))
    .map(({ draftId, headline, kind, savedAt }) => ({
      id: draftId,
      headline: headline.trim() || storiesText.untitled,
      grey: storiesText.copy(kindText[kind], momentWords(savedAt, now)),
      url: pageOf(kind === 'tip', draftId),
      isCopy: true,
    }));
}

const pageOf = (isTip: boolean, draftId: string) =>
  `${isTip ? '/pages/tip/tip' : '/pages/filing/filing'}?draftId=${draftId}`;

/** Stories whose receipt says less than the list does by now: they have been decided on since. */
export function overtaken(lines: OutboxLine[], stories: StoryLine[]): string[] {
  const decided = stories.filter(({ state }) => state !== 'filed' && state !== 'in_review');
  const since = new Map(decided.map(({ id, updatedAt }) => [id, updatedAt]));
  const isOld = ({ status, storyId, filedAt }: OutboxLine) =>
    status === 'filed' && (since.get(storyId) ?? 0) > (filedAt ?? 0);
  return lines.filter(isOld).map(({ storyId }) => storyId);
}

/** How many of the stories on their way have arrived. */
export function filedCount(lines: OutboxLine[]): number {
  return lines.filter(({ status }) => status === 'filed').length;
}
