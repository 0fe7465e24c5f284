import type { Family } from '../../domain/ledger/entry';
import { postTargets } from '../../domain/ledger/post-targets';
import { evaluateFact } from '../../domain/points/evaluate-fact';
import type { RegisteredFact } from '../../domain/points/facts';
import type { PostingPlace } from '../../store/ledger';
import { draftFamily, familyChange } from './draft-family';
import { planPosting, type Planning, type Posting } from './plan-posting';

/**
 * What a registered fact posts, as it is after this change; withdrawn, it takes back what it posted.
 * Where it is about a work, that work's family is posted anew with it: a false item voids its points.
 */
export async function planFact(
  scene: Planning,
  { fact, eventId }: { fact: RegisteredFact; eventId: string },
): Promise<Posting> {
  const familyId = `fact:${fact._id}`;
  const { unitId, workId } = fact;
  const familyIds = workId === null ? [familyId] : [familyId, workId];
  const place = await scene.store.readPostingPlace({ unitId, familyIds, workId });
  if (!place) throw new Error('a fact is registered for a unit that is there');
  const { on } = scene;
  const own = postTargets(
    {
      family: place.families.find(({ _id }) => _id === familyId),
      familyId,
      targets: evaluateFact(place.rulebooks, fact, { unitClass: place.unit.quotaClass }),
    },
    {
      ...{ causeKind: 'fact', workId, storyId: null, title: fact.title, unitId },
      ...{ causeId: fact._id, on },
    },
  );
  const ofWork = await familyOfWork(scene, place, fact);
  const drafts = [...own.drafts, ...(ofWork?.drafts ?? [])];
  const { closedThrough } = place;
  const posted = await planPosting(scene, { eventId, drafts, closedThrough, unitId });
  const families = [own.family, ...(ofWork ? [ofWork.family] : [])];
  return { changes: [...families.map(familyChange), ...posted], closedThrough };
}

async function familyOfWork(scene: Planning, place: PostingPlace, fact: RegisteredFact) {
  const { workId, unitId } = fact;
  if (workId === null) return undefined;
  const work = place.adoptions[0]?.work;
  if (!work) return { drafts: [], family: untouched(place, workId) };
  const unit = work.unitId === unitId ? place.unit : await scene.store.readUnit(work.unitId);
  if (!unit) throw new Error('a work was filed for a unit that is there');
  const facts = [...place.facts.filter(({ _id }) => _id !== fact._id), fact];
  const after = { ...place, unit, facts };
  return draftFamily(after, { work, adoptions: place.adoptions, on: scene.on });
}

// Written all the same, so that a printing verified at this moment does not miss the fact.
function untouched({ families }: PostingPlace, workId: string): Family {
  const family = families.find(({ _id }) => _id === workId);
  const { posted = [], chosenAdoptionId = null, version = 0 } = family ?? {};
  return { _id: workId, posted, chosenAdoptionId, version: version + 1 };
}
