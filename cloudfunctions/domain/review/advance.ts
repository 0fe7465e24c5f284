/** Moves a story on to the next stage where somebody may act; skips are told in its history. */
import type { Person } from '../people/person';
import { eventOf, moved, type Act } from '../story/move';
import type { Story, StoryEvent, StoryEventKind } from '../story/story';
import { isEligible } from './eligibility';

const hourMs = 60 * 60 * 1000;

export interface Advancing {
  /** The first stage to try. */
  from: number;
  /** Everyone who could be eligible somewhere ahead. */
  reviewers: Person[];
  act: Act;
  on: string;
}

/**
 * The story at the first stage from `from` on that is neither skipped for urgency nor without an
 * eligible reviewer. The last stage is never left out: with nobody eligible it is escalated to the
 * publicity office and the administrators.
 */
export function advance(
  story: Story,
  { from, reviewers, act, on }: Advancing,
): { story: Story; events: StoryEvent[] } {
  const last = story.chain.length - 1;
  const passed: { kind: StoryEventKind; at: Story }[] = [];
  for (let stageIndex = from; ; stageIndex += 1) {
    const stage = story.chain[stageIndex];
    if (!stage) throw new RangeError('a chain has a stage at every index up to its last');
    const at = { ...story, state: 'in_review' as const, stageIndex };
    const dueAt = act.at + stage.limitHours * hourMs;
    const hasReviewer = reviewers.some((person) =>
      isEligible(person, { story, stage, stageIndex }, on),
    );
    const isSkipped = story.isUrgent && stage.maySkip && stageIndex < last;
    const isStop = stageIndex === last || (hasReviewer && !isSkipped);
    if (!hasReviewer) passed.push({ kind: 'stage_escalated', at });
    else if (isSkipped) passed.push({ kind: 'stage_skipped', at });
    if (!isStop) continue;
    const change = { state: 'in_review' as const, stageIndex, dueAt, isEscalated: !hasReviewer };
    const after = moved(story, { ...change, claim: null, isOverdue: false }, act.at);
    // Every line of one act ends where the act ended: the last line is where the story stands.
    const events = passed.map(({ kind, at: before }) => eventOf(kind, { before, after }, act));
    return { story: after, events };
  }
}
