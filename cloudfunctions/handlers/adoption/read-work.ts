import type { ParsedOf } from '../../contract';
import type { Adoption, Work } from '../../domain/adoption/adoption';
import { peopleOf, workOfStory } from '../../domain/adoption/work';
import type { Person } from '../../domain/people/person';
import { isClosed } from '../../domain/people/unit';
import { mayRead } from '../../domain/review/eligibility';
import type { CommandScene } from '../handler';

/** A work that a printing is entered for, with every adoption it has. */
export interface FoundWork {
  work: Work;
  unitPath: string[];
  peopleIds: string[];
  known: Adoption[];
  isKilled: boolean;
}

type Wanted = ParsedOf<'adoption.register'>['work'];
type WorkRefusal = 'not_found' | 'not_allowed' | 'unit_closed' | 'bylines_invalid';

/** A story's own work, or the outside work under this id, as it was entered the first time. */
export function readWork(
  scene: CommandScene,
  person: Person,
  wanted: Wanted,
): Promise<FoundWork | { refusal: WorkRefusal }> {
  return 'storyId' in wanted
    ? readStoryWork(scene, person, wanted.storyId)
    : readOutsideWork(scene, wanted);
}

async function readStoryWork({ store, on }: CommandScene, person: Person, storyId: string) {
  const whole = await store.readWholeStory(storyId);
  if (!whole || !mayRead(whole.story, person, on)) return { refusal: 'not_found' as const };
  const { story, revision, adoptions } = whole;
  const work = workOfStory(story, revision.content);
  return {
    ...{ work, unitPath: story.unitPath, known: adoptions },
    peopleIds: peopleOf(work, story.peopleIds),
    isKilled: story.state === 'killed',
  };
}

async function readOutsideWork(
  { store, on }: CommandScene,
  { workId, ...fields }: Extract<Wanted, { workId: string }>,
): Promise<FoundWork | { refusal: WorkRefusal }> {
  const people = fields.credits.flatMap(({ personId }) => personId ?? []);
  const [unit, known, story, ...found] = await Promise.all([
    store.readUnit(fields.unitId),
    store.listAdoptionsOf(workId),
    store.readStory(workId),
    ...people.map((id) => store.readPerson(id)),
  ]);
  if (!unit || story) return { refusal: 'not_allowed' };
  if (isClosed(unit, on)) return { refusal: 'unit_closed' };
  if (found.some((one) => one === undefined)) return { refusal: 'bylines_invalid' };
  const [first] = known;
  const work = first?.work ?? { id: workId, storyId: null, storyNumber: null, ...fields };
  const unitPath = first?.unitPath ?? unit.path;
  return { work, unitPath, peopleIds: peopleOf(work, []), known, isKilled: false };
}
