import { eventOf, moved, type Act } from '../story/move';
import type { Story, StoryChanges } from '../story/story';

/**
 * A stage whose limit has passed: once, its story shows in the queues of the publicity office and
 * the administrators, who may act on it. Undefined when there is nothing to escalate.
 */
export function escalateStory(story: Story, by: Act['by'], at: number): StoryChanges | undefined {
  if (story.state !== 'in_review' || story.isOverdue || story.dueAt > at) return undefined;
  const after = moved(story, { isOverdue: true, isEscalated: true }, at);
  return { story: after, events: [eventOf('stage_overdue', { before: story, after }, { by, at })] };
}
