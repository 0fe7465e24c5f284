/** Who may act at a stage of a story: duty, scope, and never on one's own or at two stages. */
import { dutiesOn, isHeadOf, membershipsOn, type Person } from '../people/person';
import { isInScope } from '../people/unit';
import { queueKey } from '../story/move';
import { currentStage, type Stage, type Story } from '../story/story';

/** May this person act at this stage of this story? */
export function isEligible(
  person: Person,
  { story, stage, stageIndex }: { story: Story; stage: Stage; stageIndex: number },
  on: string,
): boolean {
  if (isBarred(person, story, stageIndex)) return false;
  if (stage.duty === 'unit_head') return isHeadOf(person, story.unitId, on);
  return hasDutyFor(person, story, { duty: stage.duty, stage: stage.stage, on });
}

/** One's own story is never one's to review, and nobody acts at two stages, escalated or not. */
function isBarred(person: Person, story: Story, stageIndex: number): boolean {
  const actedElsewhere = story.acted.some(
    (act) => act.personId === person._id && act.stageIndex !== stageIndex,
  );
  return actedElsewhere || story.peopleIds.includes(person._id);
}

/** May this person act where the story waits now? */
export function mayReview(story: Story, person: Person, on: string): boolean {
  const stage = currentStage(story);
  if (!stage || story.stageIndex === null) return false;
  if (isEligible(person, { story, stage, stageIndex: story.stageIndex }, on)) return true;
  if (!story.isEscalated || isBarred(person, story, story.stageIndex)) return false;
  return ['publicity_office', 'administrator'].some((duty) =>
    hasDutyFor(person, story, { duty, stage: null, on }),
  );
}

/** Is there nobody of these who may act where the story stands? */
export function lacksReviewer(story: Story, reviewers: Person[], on: string): boolean {
  const { stageIndex } = story;
  const stage = currentStage(story);
  if (!stage || stageIndex === null) return false;
  return !reviewers.some((person) => isEligible(person, { story, stage, stageIndex }, on));
}

/** Does the person run the desk for this story: publicity office or leader over its unit? */
export function isDeskOf(person: Person, story: Story, on: string): boolean {
  return ['publicity_office', 'leader'].some((duty) =>
    hasDutyFor(person, story, { duty, stage: null, on }),
  );
}

/** May this person read the story at all? */
export function mayRead(story: Story, person: Person, on: string): boolean {
  if (story.peopleIds.includes(person._id) || story.assigneeId === person._id) return true;
  const isOverIt = dutiesOn(person, on).some(
    ({ duty, unitIds }) => duty !== 'correspondent' && isInScope(unitIds, { path: story.unitPath }),
  );
  return isOverIt || isHeadOf(person, story.unitId, on);
}

/** Units whose stories a person answers for, each with all below it: by duty, or as their head. */
export function deskUnitsOf(person: Person, on: string): string[] {
  const ofDuties = dutiesOn(person, on)
    .filter(({ duty }) => duty !== 'correspondent' && duty !== 'media_editor')
    .flatMap(({ unitIds }) => unitIds);
  const headed = membershipsOn(person, on).filter(({ isHead }) => isHead);
  return [...new Set([...ofDuties, ...headed.map(({ unitId }) => unitId)])];
}

/** The queues a person works from; what `queue.list` asks the index for. */
export function queuesOf(person: Person, on: string): string[] {
  const ofDuties = dutiesOn(person, on)
    .filter(({ duty }) => duty !== 'correspondent' && duty !== 'media_editor')
    .flatMap(({ duty, stage, unitIds }) => unitIds.map((id) => queueKey(duty, stage, id)));
  const ofUnits = membershipsOn(person, on)
    .filter(({ isHead }) => isHead)
    .map(({ unitId }) => queueKey('unit_head', null, unitId));
  return [...ofDuties, ...ofUnits];
}

function hasDutyFor(
  person: Person,
  story: Story,
  wanted: { duty: string; stage: number | null; on: string },
): boolean {
  return dutiesOn(person, wanted.on).some(
    ({ duty, stage, unitIds }) =>
      duty === wanted.duty &&
      stage === wanted.stage &&
      isInScope(unitIds, { path: story.unitPath }),
  );
}
