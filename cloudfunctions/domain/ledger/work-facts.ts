import { dayOf } from '../../kernel/days';
import type { Adoption, OutletFacts, Work } from '../adoption/adoption';
import { termOn, type Outlet } from '../outlet/outlet';
import type { PrintingFacts, RegisteredFact, WorkFacts } from '../points/facts';

/** What is known around a work when its family is computed. */
export interface Around {
  outlets: Outlet[];
  /** Registered facts about the work. */
  facts: RegisteredFact[];
  unitClass: string | null;
  chosenAdoptionId: string | null;
  on: string;
}

/** A printing as far as its points go. */
export type CountedAdoption = Pick<
  Adoption,
  | '_id'
  | 'work'
  | 'state'
  | 'outletId'
  | 'printedOn'
  | 'position'
  | 'genre'
  | 'mode'
  | 'words'
  | 'durationSeconds'
  | 'feeFen'
  | 'metrics'
  | 'verifiedOn'
  | 'countsOn'
  | 'reportedAt'
  | 'movedTo'
  | 'broughtIn'
  | 'creditsAsPrinted'
>;

/** A work with its verified printings, each outlet as it was on the day of printing. */
export function workFacts(work: Work, adoptions: CountedAdoption[], around: Around): WorkFacts {
  const about = around.facts.filter(({ state }) => state === 'registered');
  return {
    ...{ workId: work.id, headline: work.headline, kind: work.kind, column: work.column },
    ...{ unitId: work.unitId, unitClass: around.unitClass, credits: work.credits },
    chosenAdoptionId: around.chosenAdoptionId,
    about: [...new Set(about.map(({ kind }) => kind))],
    printings: adoptions.flatMap((adoption) => printingFacts(adoption, work, around) ?? []),
  };
}

function printingFacts(
  adoption: CountedAdoption,
  work: Work,
  { outlets, on }: Around,
): PrintingFacts | undefined {
  if (adoption.state !== 'verified') return undefined;
  const outlet = outletFacts(outlets, adoption);
  if (!outlet) return undefined;
  const newest = [...adoption.metrics].sort((left, right) => right.at - left.at)[0];
  const { printedOn, position, genre, mode, words, durationSeconds, feeFen } = adoption;
  return {
    ...{ adoptionId: adoption._id, outlet, printedOn, position, genre, mode, words },
    ...{ durationSeconds, feeFen, verifiedOn: adoption.verifiedOn ?? on },
    ...(adoption.countsOn !== undefined && { countsOn: adoption.countsOn }),
    reportedOn: dayOf(adoption.reportedAt),
    ...{ reads: newest?.reads ?? null, forwards: newest?.forwards ?? null },
    photoCount: work.photoCount,
    ...(adoption.creditsAsPrinted && { credits: adoption.creditsAsPrinted }),
    ...(adoption.broughtIn !== undefined && { broughtIn: adoption.broughtIn }),
  };
}

/** Undefined for an outlet that the directory does not have: nothing is known to count by. */
function outletFacts(
  outlets: Outlet[],
  { outletId, printedOn }: CountedAdoption,
): OutletFacts | undefined {
  const outlet = outlets.find(({ _id }) => _id === outletId);
  const term = outlet && termOn(outlet, printedOn);
  if (!term) return undefined;
  const { level, outletClass, group } = term;
  return { outletId: outlet._id, name: outlet.name, level, outletClass, group };
}
