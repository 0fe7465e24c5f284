/** What the tab 待办 shows, made from what the cloud said and what is kept; no wx. */
import type { KeptDecision } from '../../client/decisions';
import type { QueueFilter, Waiting } from '../../client/waiting';
import { sumOfWaiting } from '../../client/waiting-count';
import type { TodoCount } from '../../platform/tab-badge';
import { viewQueueLine, type QueueLine, type QueuedStory } from '../../components/queue-line/line';
import { deskAdoptionText } from '../../text/adoption';
import { kindText } from '../../text/story';
import { replyWords } from '../../text/reply';
import { reviewText, todoText } from '../../text/review';

export type TodoView =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  /** Nothing can wait for whoever has not joined. */
  | { state: 'visitor' }
  | {
      state: 'open';
      lines: QueueLine[];
      returned: OwnLine[];
      tips: OwnLine[];
      /** Printings for the office to look at; null for whoever is none of it. */
      printings: { count: number; isMore: boolean; words: string } | null;
      /** Deliveries that gave up, for the office to decide on; words are empty for none. */
      stuck: { count: number; words: string };
      /** Appeals to be answered by the office, likewise. */
      appeals: { count: number; words: string };
      /** May the holder of the phone look at all stories of some unit? */
      isDesk: boolean;
      after: string | null;
    };

export interface OwnLine {
  id: string;
  headline: string;
  about: string;
}

type StoryLine = Waiting['returned'][number];

export interface Looking {
  now: number;
  unitNames: Record<string, string>;
  /** Stories that are decided on this phone and not sent yet. */
  decided: string[];
}

/** The page for what waits. */
export function viewOfWaiting(waiting: Waiting, looking: Looking): TodoView {
  const { queue, returned, tips, printings, stuckCount, appealCount, isDesk } = waiting;
  if ('refusal' in queue && queue.refusal === 'not_bound') return { state: 'visitor' };
  if (!queue.ok) return { state: 'failed', message: replyWords(queue) };
  return {
    state: 'open',
    lines: linesOf(queue.value.stories, looking),
    returned: returned.map(ownLine),
    tips: tips.map(ownLine),
    printings: printings && {
      ...printings,
      words: printings.count === 0 ? '' : deskAdoptionText.count(printings.count, printings.isMore),
    },
    stuck: { count: stuckCount, words: stuckCount > 0 ? todoText.stuck(stuckCount) : '' },
    appeals: { count: appealCount, words: appealCount > 0 ? todoText.appeals(appealCount) : '' },
    isDesk,
    after: queue.value.after,
  };
}

const ownLine = ({ id, headline, number, kind }: StoryLine): OwnLine => ({
  ...{ id, headline, about: `${kindText[kind]} · ${number}` },
});

/** Lines of the stories that still wait for a decision of this reviewer. */
export function linesOf(stories: QueuedStory[], looking: Looking): QueueLine[] {
  return stories
    .filter(({ id }) => !looking.decided.includes(id))
    .map((story) => viewQueueLine(story, looking));
}

/** The number on the tab: everything that is shown, and whether there is more. */
export function countOf(view: TodoView): TodoCount {
  if (view.state !== 'open') return { count: 0, isMore: false };
  const { lines, returned, tips, printings, stuck, appeals, after } = view;
  return sumOfWaiting({
    ...{ queued: lines.length, isMore: after !== null, returned, tips, printings },
    ...{ stuckCount: stuck.count, appealCount: appeals.count },
  });
}

/** What to filter by: all first, then what presses, then the kinds. */
export const filterChoices = [
  { value: '', label: reviewText.allKinds },
  { value: 'urgent', label: reviewText.urgent },
  { value: 'overdue', label: reviewText.overdueOnes },
  ...Object.entries(kindText).map(([value, label]) => ({ value, label })),
];

/** What the cloud is asked for; the choice and the unit come from the page, '' where there is none. */
export function filterOf(choice: string, unitId: string): QueueFilter {
  const isPressing = choice === 'urgent' || choice === 'overdue';
  return {
    // Only values of filterChoices are chosen.
    kind: isPressing || choice === '' ? null : (choice as StoryLine['kind']),
    ...(isPressing && { pressing: choice }),
    ...(unitId !== '' && { unitId }),
  };
}

/** What is kept and not sent, and what the cloud refused, in words. */
export function viewOfDecisions(kept: KeptDecision[]): {
  unsent: string;
  refused: { commandId: string; storyId: string; words: string }[];
} {
  const waiting = kept.filter(({ refusal }) => refusal === null);
  return {
    unsent: waiting.length > 0 ? todoText.unsent(waiting.length) : '',
    refused: kept.flatMap(({ commandId, decided, headline, refusal, holderName }) => {
      if (refusal === null) return [];
      const act = decided.call === 'story.approve' ? todoText.approval : todoText.returning;
      const words = todoText.failed(act, headline, replyWords({ refusal }, holderName));
      return [{ commandId, storyId: decided.input.storyId, words }];
    }),
  };
}
