/** What the journal's records add up to: stories with their versions, printings and answers. */
import type {
  Answer,
  AnswerAttempt,
  Arrival,
  Attempt,
  CenterRecord,
  Metrics,
  Printing,
  Rejection,
} from './record';

export interface HeldStory {
  /** Names its page at the desk: the n-th story that arrived. */
  place: number;
  uri: string;
  /** In the order of arrival, which is that of their numbers. */
  versions: Arrival[];
  printings: Printing[];
  rejections: Rejection[];
  metrics: Metrics[];
}

export type DeskState = 'waiting' | 'published' | 'rejected' | 'killed';

export interface SentAnswer extends Answer {
  attempts: AnswerAttempt[];
  isSettled: boolean;
}

export interface Inbox {
  apply(record: CenterRecord): void;
  stories(): HeldStory[];
  story(uri: string): HeldStory | undefined;
  storyAt(place: number): HeldStory | undefined;
  /** The arrival that a message became, if it was received. */
  arrivalOf(webhookId: string): Arrival | undefined;
  printing(article: number): Printing | undefined;
  /** The number that the next printing gets. */
  nextArticle(): number;
  attempts(): Attempt[];
  answers(): SentAnswer[];
  /** Those still to be handed over, oldest first. */
  unsettled(): Iterable<SentAnswer>;
}

/** An empty one; the journal fills it. */
export function createInbox(): Inbox {
  const stories = new Map<string, HeldStory>();
  const arrivals = new Map<string, Arrival>();
  const printings = new Map<number, Printing>();
  const answers = new Map<string, SentAnswer>();
  const unsettled = new Map<string, SentAnswer>();
  const attempts: Attempt[] = [];

  const storyOf = (uri: string): HeldStory => {
    const lists = { versions: [], printings: [], rejections: [], metrics: [] };
    const story = stories.get(uri) ?? { place: stories.size + 1, uri, ...lists };
    stories.set(uri, story);
    return story;
  };

  function noteAnswer(answer: Answer): void {
    const unsent: SentAnswer = { ...answer, attempts: [], isSettled: false };
    answers.set(answer.id, unsent);
    unsettled.set(answer.id, unsent);
  }

  function noteAttempt(attempt: AnswerAttempt): void {
    const answer = answers.get(attempt.answerId);
    if (!answer) return;
    answer.attempts.push(attempt);
    answer.isSettled ||= attempt.isSettled;
    if (answer.isSettled) unsettled.delete(answer.id);
  }

  function apply(record: CenterRecord): void {
    if ('answer' in record) noteAnswer(record.answer);
    if (record.kind === 'attempt') attempts.push(record);
    else if (record.kind === 'answer_attempt') noteAttempt(record);
    else if (record.kind === 'arrival') {
      arrivals.set(record.webhookId, record);
      storyOf(record.story.uri).versions.push(record);
    } else if (record.kind === 'printing') {
      printings.set(record.article, record);
      storyOf(record.uri).printings.push(record);
    } else if (record.kind === 'rejection') storyOf(record.uri).rejections.push(record);
    else storyOf(record.uri).metrics.push(record);
  }

  return {
    apply,
    stories: () => [...stories.values()],
    story: (uri) => stories.get(uri),
    storyAt: (place) => [...stories.values()][place - 1],
    arrivalOf: (webhookId) => arrivals.get(webhookId),
    printing: (article) => printings.get(article),
    nextArticle: () => printings.size + 1,
    attempts: () => attempts,
    answers: () => [...answers.values()],
    unsettled: () => unsettled.values(),
  };
}

/** The newest version of a story; a story is held because one arrived. */
export function newest(story: HeldStory): Arrival {
  const last = story.versions.at(-1);
  if (!last) throw new Error(`${story.uri} is held without a version`);
  return last;
}

/** The version whose text stands: a kill need not bring one. */
export function lastText(story: HeldStory): Arrival {
  const withText = story.versions.filter(({ story: { body } }) => body !== '');
  return withText.at(-1) ?? newest(story);
}

/** Where the story stands at the desk. A newer version is looked at anew after a rejection. */
export function stateOf(story: HeldStory): DeskState {
  const last = newest(story).story;
  if (last.pubStatus === 'canceled') return 'killed';
  if (story.printings.length > 0) return 'published';
  return story.rejections.at(-1)?.version === last.version ? 'rejected' : 'waiting';
}
