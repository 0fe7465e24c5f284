import type { Adoption, Work } from '../../domain/adoption/adoption';
import type { PostingPlace } from '../../store/ledger';
import { draftFamily, familyChange } from './draft-family';
import { planPosting, type Planning, type Posting } from './plan-posting';

/**
 * What the verified printings of a work post, as they are after this change: the target now minus
 * what is posted already. The family is written in any case, so that two changes of one work never
 * pass each other.
 */
export async function planFamily(
  scene: Planning,
  wanted: {
    work: Work;
    adoptions: Adoption[];
    eventId: string;
    causeKind: 'adoption';
    /** The author's choice, where this change is one. */
    chosenAdoptionId?: string;
  },
): Promise<Posting> {
  const { work, adoptions, eventId, chosenAdoptionId } = wanted;
  const place = await readPlace(scene, { work, familyIds: [work.id] });
  const known = newer(place.adoptions, adoptions);
  const printed = { work, adoptions: known, on: scene.on };
  const { drafts, family } = draftFamily(place, { ...printed, chosenAdoptionId });
  const { closedThrough } = place;
  const posted = await planPosting(scene, { eventId, drafts, closedThrough, unitId: work.unitId });
  return { changes: [familyChange(family), ...posted], closedThrough };
}

async function readPlace(
  { store }: Planning,
  { work, familyIds }: { work: Work; familyIds: string[] },
): Promise<PostingPlace> {
  const place = await store.readPostingPlace({ unitId: work.unitId, familyIds, workId: work.id });
  if (!place) throw new Error('a work was filed for a unit that is there');
  return place;
}

// What was read with the family is what its version vouches for; only what this very change brings is
// newer than that.
function newer(read: Adoption[], changed: Adoption[]): Adoption[] {
  const known = new Map(read.map((adoption) => [adoption._id, adoption]));
  for (const adoption of changed) {
    if (adoption.version > (known.get(adoption._id)?.version ?? 0))
      known.set(adoption._id, adoption);
  }
  return [...known.values()].sort((left, right) => (left._id < right._id ? -1 : 1));
}
