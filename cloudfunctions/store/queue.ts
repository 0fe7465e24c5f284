/** The queue: stories in the order in which they are to be opened, with what was checked of each. */
import type { CheckedContent, CheckedEvent } from '../domain/check/checks';
import type { Story, StoryKind } from '../domain/story/story';
import type { Database } from './database';
import { linePage, linesRead } from './line-page';
import { reading } from './reading';
import { inOrder } from './whole-story';

export interface QueueWanted {
  keys: string[];
  kind: StoryKind | null;
  /** Only urgent ones; or only those whose limit passed before then. */
  isUrgent: boolean;
  dueBefore: number | null;
  unitId: string | null;
  after: string | null;
}

/** A story that waits, with what its checks are about and what was said of them, oldest first. */
export interface QueuedStory {
  story: Story;
  content: CheckedContent;
  events: CheckedEvent[];
}

export interface QueuePage {
  queued: QueuedStory[];
  after: string | null;
}

export async function listQueue(database: Database, wanted: QueueWanted): Promise<QueuePage> {
  if (wanted.keys.length === 0) return { queued: [], after: null };
  const fields = { localField: '_id', foreignField: 'storyId' };
  const found = await reading<Joined>(() =>
    database
      .collection('stories')
      .aggregate()
      .match(matching(wanted))
      .sort({ isUrgent: -1, dueAt: 1, _id: 1 })
      .limit(linesRead)
      .lookup({ from: 'revisions', ...fields, as: 'revisions' })
      .lookup({ from: 'story_events', ...fields, as: 'events' })
      .project(withoutTexts)
      .end(),
  );
  const { shown, after } = linePage(
    found,
    ({ isUrgent, dueAt, _id }) => `${isUrgent ? 1 : 0}:${dueAt}:${_id}`,
  );
  return { queued: shown.map(queuedOf), after };
}

function matching({ keys, kind, isUrgent, dueBefore, unitId, after }: QueueWanted): object {
  return {
    // One key is an equality, so that the index gives the order too.
    queueKeys: keys.length === 1 ? keys[0] : { $in: keys },
    ...(kind !== null && { kind }),
    ...(isUrgent && { isUrgent: true }),
    // A tip has no limit.
    ...(dueBefore !== null && { state: 'in_review', dueAt: { $lt: dueBefore } }),
    ...(unitId !== null && { unitPath: unitId }),
    ...(after !== null && { $or: laterThan(after) }),
  };
}

function laterThan(after: string): object[] {
  const [urgent = '', dueAt = '', id = ''] = after.split(':');
  const isUrgent = urgent === '1';
  return [
    ...(isUrgent ? [{ isUrgent: false }] : []),
    { isUrgent, dueAt: { $gt: Number(dueAt) } },
    { isUrgent, dueAt: Number(dueAt), _id: { $gt: id } },
  ];
}

interface Joined extends Story {
  revisions: { number: number; content: CheckedContent }[];
  events: (CheckedEvent & { order: number })[];
}

// A page of texts would be many times what its lines are.
const withoutTexts = {
  ...{ 'revisions.content.body': 0, 'revisions.signature': 0, 'revisions.bands': 0 },
  ...{ 'events.note': 0, 'events.passages': 0, 'events.traces': 0 },
};

const nothing: CheckedContent = { photos: [], video: null, attachments: [] };

function queuedOf({ revisions, events, ...story }: Joined): QueuedStory {
  const content = revisions.find(({ number }) => number === story.revision)?.content ?? nothing;
  return { story, content, events: events.sort(inOrder) };
}
