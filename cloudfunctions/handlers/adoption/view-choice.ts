import type { ValueOf } from '../../contract';
import { isChoiceGiven } from '../../domain/adoption/choose-printing';
import type { WholeStory } from '../../store/whole-story';
import type { Scene } from '../handler';

type Choice = ValueOf<'story.show'>['story']['choice'];

/** What the story's people may choose among its printings; costs a look only where there are two. */
export async function viewChoice(
  { story, adoptions }: WholeStory,
  personId: string,
  { store }: Pick<Scene, 'store'>,
): Promise<Choice> {
  const counted = adoptions.filter(({ state }) => state === 'verified');
  const isTheirs = counted.some(({ peopleIds }) => peopleIds.includes(personId));
  if (counted.length < 2 || !isTheirs) return null;
  const place = await store.readPostingPlace({
    ...{ unitId: story.unitId, familyIds: [story._id], workId: story._id },
  });
  if (!place || !isChoiceGiven(counted, place.rulebooks)) return null;
  const chosen = place.families.find(({ _id }) => _id === story._id)?.chosenAdoptionId ?? null;
  return { chosenId: counted.some(({ _id }) => _id === chosen) ? chosen : null };
}
