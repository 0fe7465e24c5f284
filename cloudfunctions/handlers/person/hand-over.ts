/**
 * What somebody who leaves has open goes to a successor, story by story: each is a commit of its own on
 * the version that was read, so that a run which stops anywhere is simply done again.
 */
import type { Person } from '../../domain/people/person';
import { handOver, isOpenWorkOf } from '../../domain/story/hand-over';
import { isToWrite, type Story, type StoryChanges } from '../../domain/story/story';
import { hashJson } from '../../kernel/hash';
import type { CommandScene } from '../handler';
import { actChanges } from '../story/story-changes';

/** How much of it somebody has to take over; null when nothing. */
export function openWork(work: Story[], person: Person): { stories: number; tips: number } | null {
  const open = work.filter((story) => isOpenWorkOf(story, person._id));
  const tips = open.filter((story) => isToWrite(story, person._id)).length;
  return open.length === 0 ? null : { stories: open.length - tips, tips };
}

export interface HandingOver {
  person: Person;
  to: Person | null;
  asker: Pick<Person, '_id' | 'name'>;
}

/** Hands it over; false when somebody changed a story meanwhile and it has to be looked at again. */
export async function handOverWork(
  scene: CommandScene,
  work: Story[],
  { person, to, asker }: HandingOver,
): Promise<boolean> {
  const reviewers = await readOthers(scene, work, person);
  const act = { by: asker, at: scene.now };
  for (const story of work) {
    const changes = handOver(story, { person, to, reviewers, act, on: scene.on });
    if (changes && !(await write(scene, story, changes))) return false;
  }
  return true;
}

/** Everybody else who could act at a stage of these stories. */
async function readOthers(scene: CommandScene, work: Story[], person: Person): Promise<Person[]> {
  const unitIds = [...new Set(work.map(({ unitId }) => unitId))];
  const reviewers = await scene.store.listReviewers(unitIds);
  return reviewers.filter(({ _id }) => _id !== person._id);
}

async function write(scene: CommandScene, story: Story, changes: StoryChanges): Promise<boolean> {
  const { committed } = await scene.store.commit({
    command: {
      call: 'story.handOver',
      receiptId: hashJson([scene.command.receiptId, story._id, story.version]),
      contentHash: scene.command.contentHash,
    },
    changes: actChanges(changes),
    value: null,
    now: scene.now,
  });
  return committed;
}
