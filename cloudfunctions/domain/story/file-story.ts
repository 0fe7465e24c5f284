import { accept, refuse, type Decision } from '../../kernel/decision';
import { dutiesOn, membershipsOn, type Person } from '../people/person';
import { isClosed, isInScope, type Unit } from '../people/unit';
import { advance } from '../review/advance';
import { kindNeeds, missingOf } from './kinds';
import { eventOf, moved } from './move';
import { countWords, type Stage, type Story, type StoryChanges, type StoryContent } from './story';

export interface Filing {
  storyId: string;
  content: StoryContent;
  contentHash: string;
  number: string;
  unit: Unit;
  tipId: string | null;
  chain: Stage[];
  reviewers: Person[];
  at: number;
  on: string;
}

/** What a content is refused for, whoever brings it and when. */
export type ContentRefusal = 'story_incomplete' | 'day_ahead' | 'bylines_invalid';

export type FilingRefusal = 'not_allowed' | 'unit_closed' | ContentRefusal;

/** Takes a story in: a tip waits to be assigned, everything else enters its review chain. */
export function fileStory(author: Person, filing: Filing): Decision<StoryChanges, FilingRefusal> {
  const { unit, content, on, at } = filing;
  if (!mayFileFor(author, unit, on)) return refuse('not_allowed');
  if (isClosed(unit, on)) return refuse('unit_closed');
  const refusal = checkContent(content, on);
  if (refusal) return refuse(refusal);

  const story = newStory(author, filing);
  const act = { by: author, at };
  if (!kindNeeds[content.kind].isReviewed) {
    const filed = moved(story, {}, at);
    return accept({ story: filed, events: [eventOf('story_filed', same(filed), act)], content });
  }
  const entered = advance(story, { from: 0, reviewers: filing.reviewers, act, on });
  const filedEvent = eventOf('story_filed', { before: story, after: entered.story }, act);
  return accept({ story: entered.story, events: [filedEvent, ...entered.events], content });
}

/** A correspondent files for the units of the duty; anybody else for the units they belong to. */
export function mayFileFor(person: Person, unit: Unit, on: string): boolean {
  const isMember = membershipsOn(person, on).some(({ unitId }) => unitId === unit._id);
  return (
    isMember ||
    dutiesOn(person, on).some(
      ({ duty, unitIds }) => duty === 'correspondent' && isInScope(unitIds, unit),
    )
  );
}

/** Is the content whole for its kind, has it happened, and does its byline name everybody once a part? */
export function checkContent(content: StoryContent, on: string): ContentRefusal | undefined {
  if (missingOf(content, countWords(content.body)).length > 0) return 'story_incomplete';
  if (content.happenedOn !== null && content.happenedOn > on) return 'day_ahead';
  return isNamedTwice(content.bylines) ? 'bylines_invalid' : undefined;
}

/** Does a byline name somebody twice for the same part? */
export function isNamedTwice(
  bylines: Pick<StoryContent['bylines'][number], 'personId' | 'name' | 'part'>[],
): boolean {
  const ids = bylines.flatMap(({ personId, part }) => (personId ? [`${personId}:${part}`] : []));
  const names = bylines.map(({ name, part }) => `${name}:${part}`);
  return new Set(ids).size < ids.length || new Set(names).size < names.length;
}

/** What a story carries of its content, for lists and queues. */
export function outlineOf(
  content: StoryContent,
  contentHash: string,
): Pick<Story, 'headline' | 'words' | 'photoCount' | 'hasVideo' | 'column' | 'contentHash'> {
  return {
    headline: content.headline,
    words: countWords(content.body),
    photoCount: content.photos.length,
    hasVideo: content.video !== null,
    column: content.column,
    contentHash,
  };
}

/** Author and byline people. */
export function peopleOf(authorId: string, content: StoryContent): string[] {
  const bylined = content.bylines.flatMap(({ personId }) => (personId ? [personId] : []));
  return [...new Set([authorId, ...bylined])];
}

/** A tip has no limit: it lies behind what is overdue and due sooner, and is not passed over for ever. */
const tipRestMs = 72 * 60 * 60 * 1000;

function newStory(author: Person, filing: Filing): Story {
  const { content, unit, at } = filing;
  return {
    _id: filing.storyId,
    number: filing.number,
    kind: content.kind,
    state: 'filed',
    unitId: unit._id,
    unitPath: unit.path,
    authorId: author._id,
    authorName: author.name,
    peopleIds: peopleOf(author._id, content),
    ...outlineOf(content, filing.contentHash),
    revision: 1,
    isUrgent: false,
    chain: kindNeeds[content.kind].isReviewed ? filing.chain : [],
    stageIndex: null,
    isEscalated: false,
    dueAt: at + tipRestMs,
    acted: [],
    claim: null,
    embargoUntil: null,
    assigneeId: null,
    assigneeName: null,
    tipId: filing.tipId,
    mergedInto: null,
    queueKeys: [],
    filedAt: at,
    updatedAt: at,
    // `moved` makes it 1.
    version: 0,
  };
}

const same = (story: Story) => ({ before: story, after: story });
