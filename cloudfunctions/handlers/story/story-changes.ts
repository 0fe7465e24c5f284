import { sketchOf } from '../../domain/draft/likeness';
import type { Story, StoryChanges, StoryEvent } from '../../domain/story/story';
import { planMessages } from '../../domain/syndication/plan-messages';
import { create, succeed, type Change } from '../../kernel/change';
import { assert } from '../../kernel/faults';
import type { RevisionDocument } from '../../store/collections/revisions';
import type { StoryEventDocument } from '../../store/collections/story-events';
import type { WholeStory } from '../../store/whole-story';
import type { Scene } from '../handler';

/** The documents that a decision on a story writes, and the story as it is then. */
export function storyChanges(
  scene: Pick<Scene, 'now'>,
  changes: StoryChanges,
  before?: WholeStory,
): { changes: Change[]; after: WholeStory } {
  const { story, events, content } = changes;
  const lines = eventDocuments(changes);
  const acted = before ? actChanges(changes) : [create('stories', story), ...createLines(lines)];
  const revision: RevisionDocument | undefined = content && {
    _id: `${story._id}:${story.revision}`,
    storyId: story._id,
    number: story.revision,
    content,
    contentHash: story.contentHash,
    ...sketchOf(content),
    byId: events[0]?.byId ?? '',
    at: scene.now,
  };
  const current = revision ?? before?.revision;
  const { messages = [], channels = [] } = before ?? {};
  const caused = lines.flatMap((event) => planMessages({ story, event, channels, messages }));
  if (!current) throw new Error('a story has a revision: the one before or a new one');
  return {
    changes: [
      ...acted,
      ...(revision ? [create('revisions', revision)] : []),
      ...caused.map((message) => create('outbox_messages', message)),
    ],
    after: {
      story,
      revision: current,
      events: [...(before?.events ?? []), ...lines],
      cameOfIt: before?.cameOfIt ?? [],
      adoptions: before?.adoptions ?? [],
      outlets: before?.outlets ?? [],
      messages: [...messages, ...caused],
      channels,
    },
  };
}

// Lines of one act share its version; the place among them keeps their order. What the platform says
// in between comes after them and before the next act.
const linesPerAct = 100;
const checkPlace = 50;

/**
 * A story's next version with its history lines. The first line's id is of that version, so that no two
 * acts make the same one: the story itself need not be read again to see whether it is as it was.
 */
export function actChanges(changes: StoryChanges): Change[] {
  const lines = eventDocuments(changes);
  assert(lines.length > 0, 'every act on a story has a history line, which guards its version');
  return [succeed('stories', changes.story), ...createLines(lines)];
}

const createLines = (lines: StoryEventDocument[]) =>
  lines.map((line) => create('story_events', line));

/** The history lines that a decision writes. */
export function eventDocuments({ story, events }: StoryChanges): StoryEventDocument[] {
  return events.map((event, place) => {
    const order = story.version * linesPerAct + place;
    return { _id: `${story._id}:${order}`, storyId: story._id, order, ...event };
  });
}

/** A history line that stands by itself, without a change of the story. */
export function checkLine(story: Story, event: StoryEvent, id: string): StoryEventDocument {
  const order = story.version * linesPerAct + checkPlace;
  return { _id: `${story._id}:check:${id}`, storyId: story._id, order, ...event };
}
