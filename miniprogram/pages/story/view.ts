/** What a story's page shows, made from what the cloud said. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import type { ShownNote } from '../../components/story-body/passages';
import type { ShownPrinting } from '../../components/printing-list/printing';
import type { TimelineAct } from '../../components/timeline/timeline';
import { momentWords, plainDayWords } from '../../text/day';
import { wordsOfDelivery, type ShownDelivery } from '../../text/delivery';
import { wordsOfPrinting } from '../../text/printing';
import { eventText, withChecksTogether, type StoryEvent } from '../../text/story-event';
import { kindText, stateSentence, storyText, type StoryState } from '../../text/story';

export type StoryView = ValueOf<'story.show'>['story'];

export interface ShownPhoto {
  url: string | null;
  caption: string;
  label: string;
  /** Keeps its room until it has come, as CSS says a ratio. */
  ratio: string;
}

export interface ShownStory {
  headline: string;
  state: StoryState;
  sentence: string;
  /** Kind, number, unit; as one grey line. */
  grey: string;
  byline: string;
  /** Where and when it happened. */
  dateline: string;
  body: string;
  notes: ShownNote[];
  photos: ShownPhoto[];
  videoUrl: string | null;
  attachments: { name: string; url: string | null; ext: 'docx' | 'pdf' }[];
  noteToEditor: string;
  stages: StoryView['stages'];
  acts: TimelineAct[];
  /** Each revision after the first, newest first. */
  changes: { to: number; words: string; when: string }[];
  /** Stories written from this tip. */
  cameOfIt: { id: string; headline: string; state: StoryState; number: string }[];
  /** What went to which channel, the newest first. */
  deliveries: ShownDelivery[];
  /** Where it was printed. */
  printings: ShownPrinting[];
  /** Has the author a say in which counts, and none said yet? */
  isToChoose: boolean;
  /** May the holder of the phone say that it was printed? */
  mayReport: boolean;
  /** May they enter one as the office? */
  mayRegister: boolean;
  primary: 'refile' | 'review' | 'write' | (typeof atDesk)[number] | '';
  mayWithdraw: boolean;
}

/** Where the one next action leads; the story's id follows. */
export const primaryPages = {
  refile: '/pages/filing/filing?storyId',
  review: '/desk/review/review?storyId',
  resume: '/desk/review/review?storyId',
  assign: '/desk/review/review?storyId',
  correct: '/desk/review/review?storyId',
  write: '/pages/filing/filing?tipId',
};

/** Who looks at the page, and when. */
export interface Looking {
  unitNames: Record<string, string>;
  now: number;
}

/** Everything on the page in words. */
export function showStory(story: StoryView, { unitNames, now }: Looking): ShownStory {
  const { content, timeline, allowed, state } = story;
  const grey = [kindText[story.kind], story.number, unitNames[story.unitId] ?? ''];
  return {
    headline: content.headline,
    state,
    sentence: stateSentence(story, now),
    grey: joined(grey, ' · '),
    byline: bylineOf(content.bylines),
    dateline: datelineOf(content, now),
    body: content.body,
    notes: state === 'returned' ? notesOn(timeline, story.revision) : [],
    photos: content.photos.map(({ url, caption, credit, width, height }, index) => ({
      url,
      ratio: `${width} / ${height}`,
      caption: credit ? joined([caption, storyText.credit(credit)], ' ') : caption,
      label: storyText.photo(index + 1, caption),
    })),
    videoUrl: content.video?.url ?? null,
    attachments: content.attachments.map(({ name, url, ext }) => ({ name, url, ext })),
    noteToEditor: content.noteToEditor,
    // A story that nobody reviews, a tip, has stages that say nothing.
    stages: story.kind === 'tip' ? [] : story.stages,
    acts: withChecksTogether(timeline)
      .reverse()
      .map((event) => actOf(event, now)),
    changes: changesOf(timeline, now),
    cameOfIt: story.cameOfIt,
    deliveries: [...story.deliveries].reverse().map((one) => wordsOfDelivery(one, now)),
    printings: story.adoptions.map((one) =>
      wordsOfPrinting(one, { headline: content.headline, choice: story.choice, now }),
    ),
    isToChoose: story.choice !== null && story.choice.chosenId === null,
    mayReport: story.mayReport && isOut.includes(state),
    mayRegister: story.mayRegister && isOut.includes(state),
    primary: primaryOf(story),
    mayWithdraw: allowed.includes('withdraw'),
  };
}

/** States in which a story may have been printed; whatever else was, the office registers. */
const isOut: StoryState[] = ['signed_off', 'published', 'corrected', 'killed'];

function primaryOf(story: StoryView): ShownStory['primary'] {
  const { allowed } = story;
  if (allowed.includes('refile')) return 'refile';
  if (allowed.includes('approve')) return 'review';
  if (story.isToWrite) return 'write';
  return atDesk.find((action) => allowed.includes(action)) ?? '';
}

/** What the desk does to a story that waits at no stage. */
const atDesk = ['resume', 'assign', 'correct'] as const;

/** The reviewers' notes on the text as it stands; those on earlier revisions are in the timeline. */
function notesOn(timeline: StoryEvent[], revision: number): ShownNote[] {
  return timeline
    .filter((event) => event.kind === 'story_returned' && event.revision === revision)
    .flatMap(({ passages, byName }) =>
      passages.map(({ from, to, note }) => ({
        ...{ from, to, note },
        byName: storyText.passageNote(byName),
      })),
    );
}

function actOf(event: StoryEvent, now: number): TimelineAct {
  const passages = event.passages.map(({ quote, note }) => storyText.onPassage(quote, note));
  return {
    id: event.id,
    words: joined([event.byName, eventText[event.kind](event)], ' '),
    when: momentWords(event.at, now),
    note: joined([event.note, ...passages], '\n'),
  };
}

const revising = ['story_refiled', 'story_edited', 'story_corrected'];

function changesOf(timeline: StoryEvent[], now: number): ShownStory['changes'] {
  return timeline
    .filter(({ kind }) => revising.includes(kind))
    .map(({ revision, byName, at }) => ({
      to: revision,
      words: storyText.compareTitle(revision - 1, revision),
      when: `${byName} · ${momentWords(at, now)}`,
    }))
    .reverse();
}

/** `文/林示例 周示例 图/林示例` */
function bylineOf(bylines: StoryView['content']['bylines']): string {
  const parts = [...new Set(bylines.map(({ part }) => part))].map((part) => {
    const names = bylines
      .filter((byline) => byline.part === part)
      .map(({ name, isJournalist }) => (isJournalist ? storyText.journalist(name) : name));
    return `${storyText.bylineParts[part]}/${names.join(' ')}`;
  });
  return parts.join(storyText.indent);
}

function datelineOf({ place, happenedOn }: StoryView['content'], now: number): string {
  const told = joined([happenedOn ? plainDayWords(happenedOn, now) : '', place], ' · ');
  return told === '' ? '' : storyText.happened(told);
}

const joined = (parts: string[], between: string) =>
  parts.filter((part) => part !== '').join(between);
