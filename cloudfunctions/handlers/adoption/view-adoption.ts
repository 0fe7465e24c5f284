import type { ValueOf } from '../../contract';
import type { Adoption, AdoptionEvent } from '../../domain/adoption/adoption';
import { allowedOnPrinting } from '../../domain/adoption/allowed-actions';
import { isOfficeFor } from '../../domain/adoption/eligibility';
import { creditsOf } from '../../domain/adoption/work';
import { termOn, type Outlet } from '../../domain/outlet/outlet';
import type { Person } from '../../domain/people/person';
import type { WholePrinting } from '../../store/adoptions';
import type { Scene } from '../handler';

type AdoptionView = ValueOf<'adoption.show'>['adoption'];
type AdoptionLine = ValueOf<'adoption.list'>['adoptions'][number];

/** One line of a list. */
export function viewAdoptionLine(adoption: Adoption, outlets: Outlet[]): AdoptionLine {
  const { work, outletId, outletName, printedOn, position, state, isAfterKill } = adoption;
  const outlet = outlets.find(({ _id }) => _id === outletId);
  return {
    id: adoption._id,
    storyId: work.storyId,
    storyNumber: work.storyNumber,
    headline: work.headline,
    unitId: work.unitId,
    ...{ outletName, printedOn, position, state, isAfterKill },
    level: (outlet && termOn(outlet, printedOn)?.level) ?? null,
    reportedAt: adoption.reportedAt,
  };
}

/** A printing's page, as this person sees it: the fee is the office's own. */
export async function viewAdoption(
  { adoption, known, outlets, events }: WholePrinting,
  person: Person,
  scene: Scene,
): Promise<AdoptionView> {
  const outlet = outlets.find(({ _id }) => _id === adoption.outletId);
  const isOffice = isOfficeFor(person, adoption.unitPath, scene.on);
  const { work, outletId, genre, mode, words, durationSeconds, headlineAsPrinted } = adoption;
  return {
    ...viewAdoptionLine(adoption, outlets),
    ...{ workId: work.id, kind: work.kind, outletId },
    ...{ credits: creditsOf(adoption), creditsAsFiled: work.credits },
    outletClass: (outlet && termOn(outlet, adoption.printedOn)?.outletClass) ?? null,
    ...{ genre, mode, words, durationSeconds, headlineAsPrinted },
    feeFen: isOffice ? adoption.feeFen : null,
    verifiedOn: adoption.verifiedOn,
    stoppedWhy: adoption.stoppedWhy ?? '',
    evidence: await viewEvidence(adoption, scene),
    metrics: adoption.metrics,
    others: othersOf(adoption, known),
    timeline: historyOf(adoption, known, events).map(({ kind, byName, at, note }) => ({
      ...{ kind, byName, at, note },
    })),
    allowed: allowedOnPrinting(adoption, person, scene.on),
    version: adoption.version,
  };
}

async function viewEvidence({ evidence }: Adoption, { store }: Scene) {
  const paths = [...new Set(evidence.flatMap(({ fileId }) => fileId ?? []))];
  const links = await store.linkPaths(paths);
  return evidence.map(({ id, source, byName, at, url, fileId, note }) => ({
    ...{ id, source, byName, at, url, note },
    clippingUrl: (fileId !== null && links[paths.indexOf(fileId)]) || null,
  }));
}

function othersOf({ _id }: Adoption, known: Adoption[]): AdoptionView['others'] {
  return known
    .filter((other) => other._id !== _id && other.movedTo === undefined)
    .map(({ _id: id, outletName, printedOn, position, state }) => ({
      ...{ id, outletName, printedOn, position, state },
    }));
}

/** What happened to it, also while its facts were other ones. */
function historyOf({ _id }: Adoption, known: Adoption[], events: AdoptionEvent[]) {
  const ids = new Set([_id]);
  // Moves come to an end, so that as many looks as there are printings find all of them.
  for (const _look of known) {
    for (const { _id: id, movedTo } of known) if (movedTo && ids.has(movedTo)) ids.add(id);
  }
  return events
    .filter(({ adoptionId }) => ids.has(adoptionId))
    .sort((left, right) => left.at - right.at);
}
