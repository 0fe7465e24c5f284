/** A story with all that its page, or a decision on it, needs: one round trip. */
import type { Adoption } from '../domain/adoption/adoption';
import type { Outlet } from '../domain/outlet/outlet';
import type { Person } from '../domain/people/person';
import type { Story } from '../domain/story/story';
import type { PlannedChannel } from '../domain/syndication/channel';
import type { Message } from '../domain/syndication/message';
import type { RevisionDocument } from './collections/revisions';
import type { StoryEventDocument } from './collections/story-events';
import type { Database } from './database';
import { onDuty, peopleMax } from './filing';
import { reading } from './reading';

/** A tip feeds a handful of stories at most; the list is for its page. */
const cameOfMax = 20;
/** A county has a handful of channels. */
const channelsMax = 100;

/** A story with its current content and its whole history, oldest line first. */
export interface WholeStory {
  story: Story;
  revision: RevisionDocument;
  events: StoryEventDocument[];
  /** The stories that came of a tip. */
  cameOfIt: Pick<Story, '_id' | 'number' | 'headline' | 'state'>[];
  /** Every printing of it, and the outlets of these. */
  adoptions: Adoption[];
  outlets: Outlet[];
  /** What goes or went to channels, by channel and edition. */
  messages: Message[];
  /** Where a sign-off would send it. */
  channels: PlannedChannel[];
}

/** And everybody who could be eligible at one of its stages. */
export interface StaffedStory extends WholeStory {
  reviewers: Person[];
}

/** A story's history, oldest line first. */
export const inOrder = (left: HistoryLine, right: HistoryLine): number =>
  left.order - right.order || left.at - right.at;

type HistoryLine = Pick<StoryEventDocument, 'order' | 'at'>;

type Joined = Story & Omit<WholeStory, 'story' | 'revision'> & { revisions: RevisionDocument[] };

export async function readWholeStory(
  database: Database,
  id: string,
): Promise<WholeStory | undefined> {
  const [found] = await reading<Joined>(() => joined(database, id).end());
  return found && wholeOf(found);
}

export async function readStaffedStory(
  database: Database,
  id: string,
): Promise<StaffedStory | undefined> {
  const [found] = await reading<Joined & { onDuty: Person[]; ownPeople: Person[] }>(() =>
    joined(database, id)
      .lookup({ from: 'people', pipeline: onDuty(), as: 'onDuty' })
      // The head of the unit may be a stage.
      .lookup({ from: 'people', localField: 'unitId', foreignField: 'unitIds', as: 'ownPeople' })
      .end(),
  );
  if (!found) return undefined;
  const { onDuty: duties, ownPeople, ...rest } = found;
  const whole = wholeOf(rest);
  const reviewers = [...duties, ...ownPeople].slice(0, peopleMax);
  return whole && { ...whole, reviewers: reviewers.filter(({ leftOn }) => leftOn === null) };
}

function joined(database: Database, id: string) {
  const fields = { localField: '_id', foreignField: 'storyId' };
  const cameOf = [
    { $match: { tipId: id } },
    { $limit: cameOfMax },
    { $project: { number: 1, headline: 1, state: 1 } },
  ];
  // Nothing secret leaves the database for this.
  const planned = [
    { $limit: channelsMax },
    { $project: { name: 1, kind: 1, kinds: 1, columns: 1, isInternal: 1 } },
  ];
  return database
    .collection('stories')
    .aggregate()
    .match({ _id: id })
    .lookup({ from: 'revisions', ...fields, as: 'revisions' })
    .lookup({ from: 'story_events', ...fields, as: 'events' })
    .lookup({ from: 'stories', pipeline: cameOf, as: 'cameOfIt' })
    .lookup({ from: 'adoptions', pipeline: [{ $match: { 'work.id': id } }], as: 'adoptions' })
    .lookup({
      ...{ from: 'outlets', localField: 'adoptions.outletId', foreignField: '_id' },
      as: 'outlets',
    })
    .lookup({ from: 'outbox_messages', ...fields, as: 'messages' })
    .lookup({ from: 'channels', pipeline: planned, as: 'channels' });
}

function wholeOf({ revisions, ...found }: Joined): WholeStory | undefined {
  const { events, cameOfIt, adoptions, outlets, messages, channels, ...story } = found;
  const revision = revisions.find(({ number }) => number === story.revision);
  if (!revision) return undefined;
  events.sort(inOrder);
  messages.sort((left, right) => left.createdAt - right.createdAt || left.edition - right.edition);
  return { story, revision, events, cameOfIt, adoptions, outlets, messages, channels };
}
