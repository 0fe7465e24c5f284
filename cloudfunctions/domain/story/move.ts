import type { Person } from '../people/person';
import { currentStage, type Story, type StoryEvent, type StoryEventKind } from './story';

/** Who did something to a story, and when. */
export interface Act {
  by: Pick<Person, '_id' | 'name'>;
  at: number;
  note?: string;
}

/** The story after an act, one version on, in the queues that follow from where it stands. */
export function moved(story: Story, change: Partial<Story>, at: number): Story {
  const after = { ...story, ...change, updatedAt: at, version: story.version + 1 };
  return { ...after, queueKeys: queueKeysOf(after), alarmAt: alarmOf(after) };
}

/** Null where nothing is to happen by itself. */
function alarmOf(story: Story): number | null {
  if (story.state === 'held') return story.embargoUntil;
  return story.state === 'in_review' && !story.isOverdue ? story.dueAt : null;
}

/** The history line of an act; the stage is the one the story stood at before. */
export function eventOf(
  kind: StoryEventKind,
  { before, after }: { before: Story; after: Story },
  { by, at, note = '' }: Act,
): StoryEvent {
  const { state, stageIndex, revision, isUrgent } = after;
  return {
    kind,
    byId: by._id,
    byName: by.name,
    at,
    stageName: currentStage(before)?.name ?? null,
    note,
    passages: [],
    after: { state, stageIndex, revision, isUrgent },
  };
}

/** Whose queues a story stands in; empty where it waits for nobody. */
export function queueKeysOf(story: Story): string[] {
  if (story.state === 'filed') {
    return story.isWritten ? [] : keysFor('publicity_office', null, story.unitPath);
  }
  const stage = currentStage(story);
  if (story.state !== 'in_review' || !stage) return [];
  // The head of a unit above is no head of this one.
  const unitIds = stage.duty === 'unit_head' ? [story.unitId] : story.unitPath;
  const keys = keysFor(stage.duty, stage.stage, unitIds);
  if (!story.isEscalated) return keys;
  const escalated = [
    ...keysFor('publicity_office', null, story.unitPath),
    ...keysFor('administrator', null, story.unitPath),
  ];
  // The stage may be the publicity office's own.
  return [...new Set([...keys, ...escalated])];
}

export function queueKey(duty: string, stage: number | null, unitId: string): string {
  return `${duty}:${stage ?? ''}:${unitId}`;
}

const keysFor = (duty: string, stage: number | null, unitIds: string[]) =>
  unitIds.map((unitId) => queueKey(duty, stage, unitId));
