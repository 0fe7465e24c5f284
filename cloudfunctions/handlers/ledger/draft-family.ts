import type { Adoption, Work } from '../../domain/adoption/adoption';
import { choiceNow } from '../../domain/adoption/choose-printing';
import type { EntryDraft } from '../../domain/ledger/append-entries';
import type { Family } from '../../domain/ledger/entry';
import { postTargets } from '../../domain/ledger/post-targets';
import { workFacts } from '../../domain/ledger/work-facts';
import { evaluateFamily } from '../../domain/points/evaluate-family';
import { create, replace, type Change } from '../../kernel/change';
import type { PostingPlace } from '../../store/ledger';

/** What one work's family posts, and the family after it; `place` is with the work's own unit. */
export function draftFamily(
  place: PostingPlace,
  printed: {
    work: Work;
    adoptions: Adoption[];
    on: string;
    /** Absent: what was chosen before. */
    chosenAdoptionId?: string | undefined;
  },
): { drafts: EntryDraft[]; family: Family } {
  const { work, adoptions, on } = printed;
  const family = place.families.find(({ _id }) => _id === work.id);
  const chosenId = printed.chosenAdoptionId ?? family?.chosenAdoptionId ?? null;
  const chosenAdoptionId = choiceNow(chosenId, adoptions);
  const facts = workFacts(work, adoptions, {
    ...{ outlets: place.outlets, facts: place.facts, on },
    unitClass: place.unit.quotaClass,
    chosenAdoptionId,
  });
  const targets = evaluateFamily(place.rulebooks, facts);
  const after = postTargets(
    { family, familyId: work.id, targets },
    {
      ...{ causeKind: 'adoption', workId: work.id, storyId: work.storyId, title: work.headline },
      ...{ unitId: work.unitId, causeId: adoptions[0]?._id ?? work.id, on },
    },
  );
  return { ...after, family: { ...after.family, chosenAdoptionId } };
}

export function familyChange(family: Family): Change {
  return family.version === 1 ? create('families', family) : replace('families', family);
}
