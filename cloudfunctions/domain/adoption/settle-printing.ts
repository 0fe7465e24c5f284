/**
 * The office says what a printing was. Its id is made of outlet, day and position, so that where
 * one of them was wrong, the printing moves to the right id: it joins what is known there, and what
 * stood under the wrong one says where it went.
 */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Outlet } from '../outlet/outlet';
import { adoptionId, type Adoption, type AdoptionEvent, type Credit } from './adoption';
import {
  beginPrinting,
  evidenceMax,
  evidenceOf,
  printingIdOf,
  type PrintingReport,
} from './report-printing';
import { withByline } from './work';

export type PrintedFacts = Pick<
  Adoption,
  | 'printedOn'
  | 'position'
  | 'genre'
  | 'mode'
  | 'words'
  | 'durationSeconds'
  | 'headlineAsPrinted'
  | 'feeFen'
> & {
  outlet: Pick<Outlet, '_id' | 'name'>;
  /** The byline as printed; absent: as it stands. */
  credits?: Credit[] | undefined;
};

export interface Settling {
  /** Every adoption of the work. */
  known: Adoption[];
  facts: PrintedFacts;
  note: string;
  at: number;
  on: string;
}

export interface Settled {
  /** The printing as it stands then, and every document that changes for it. */
  adoption: Adoption;
  moved: { before: Adoption | undefined; adoption: Adoption }[];
  kind: AdoptionEvent['kind'];
}

type FactRefusal = 'printed_in_future' | 'reason_missing';

/** A report is true, perhaps with other facts than it said. */
export function verifyPrinting(
  adoption: Adoption,
  settling: Settling,
): Decision<Settled, FactRefusal | 'adoption_not_reported'> {
  if (adoption.state !== 'reported') return refuse('adoption_not_reported');
  // To name an outlet that was not known needs no reason; to change what was said does.
  const isChanged = adoption.outletId !== null && idOf(adoption, settling.facts) !== adoption._id;
  return settle(adoption, settling, { kind: 'adoption_verified', isReasonNeeded: isChanged });
}

/** What was verified was another, or otherwise printed, than it was said to be. */
export function correctPrinting(
  adoption: Adoption,
  settling: Settling,
): Decision<Settled, FactRefusal | 'adoption_not_verified'> {
  if (adoption.state !== 'verified') return refuse('adoption_not_verified');
  return settle(adoption, settling, { kind: 'adoption_corrected', isReasonNeeded: true });
}

/**
 * The office enters a printing itself. One that is verified already is only entered again apart,
 * with the reason why it is another.
 */
export function registerPrinting(
  report: PrintingReport,
  { apart, ...settling }: Omit<Settling, 'note'> & { apart: string | null },
): Decision<Settled, 'printed_in_future' | 'printing_known'> {
  const { known, facts, on } = settling;
  if (facts.printedOn > on) return refuse('printed_in_future');
  const id = apart === null ? printingIdOf(report) : idOf({ work: report.work, apart }, facts);
  const begun = beginPrinting({ ...report, isTrusted: true }).adoption;
  const fresh: Adoption = {
    ...{ ...withByline(begun, facts.credits), ...fieldsOf(facts), _id: id },
    ...(apart === null ? {} : { apart }),
  };
  const there = known.find(({ _id }) => _id === id);
  if (there?.state === 'verified') return refuse('printing_known');
  const adoption = there ? joined(there, fresh) : fresh;
  return accept({ adoption, moved: [{ before: there, adoption }], kind: 'adoption_verified' });
}

function settle(
  adoption: Adoption,
  { known, facts, note, at, on }: Settling,
  { kind, isReasonNeeded }: { kind: AdoptionEvent['kind']; isReasonNeeded: boolean },
): Decision<Settled, FactRefusal> {
  if (facts.printedOn > on) return refuse('printed_in_future');
  if (isReasonNeeded && note === '') return refuse('reason_missing');
  const id = idOf(adoption, facts);
  const right: Adoption = {
    ...withByline(open(adoption), facts.credits),
    ...fieldsOf(facts),
    ...{ _id: id, state: 'verified', updatedAt: at, verifiedOn: adoption.verifiedOn ?? on },
  };
  if (id === adoption._id) {
    const after = { ...right, version: adoption.version + 1 };
    return accept({ adoption: after, moved: [{ before: adoption, adoption: after }], kind });
  }
  const there = known.find(({ _id }) => _id === id);
  const after = there ? joined(there, right) : { ...right, version: 1 };
  const left: Adoption = {
    ...open(adoption),
    ...{ state: 'withdrawn', verifiedOn: null, movedTo: id, updatedAt: at },
    version: adoption.version + 1,
  };
  return accept({
    adoption: after,
    moved: [
      { before: there, adoption: after },
      { before: adoption, adoption: left },
    ],
    kind,
  });
}

/** What stands under an id already, and what now turns out to be the same. */
function joined(there: Adoption, right: Adoption): Adoption {
  // What moved away took its evidence along; whoever comes back to its place begins anew.
  if (there.movedTo !== undefined) return { ...right, version: there.version + 1 };
  const evidence = [...there.evidence, ...right.evidence];
  const metrics = [...there.metrics, ...right.metrics].sort((one, two) => one.at - two.at);
  return {
    ...right,
    verifiedOn: there.verifiedOn ?? right.verifiedOn,
    reportedAt: Math.min(there.reportedAt, right.reportedAt),
    isAfterKill: there.isAfterKill || right.isAfterKill,
    evidence: unique(evidence).slice(0, evidenceMax),
    metrics: metrics.slice(-metricsMax),
    version: there.version + 1,
  };
}

/** Snapshots kept; the newest count. */
export const metricsMax = 100;

function unique(evidence: Adoption['evidence']): Adoption['evidence'] {
  return [...new Map(evidence.map((one) => [evidenceOf(one).id, one])).values()];
}

function open({ movedTo: _to, stoppedWhy: _why, ...adoption }: Adoption): Adoption {
  return adoption;
}

function idOf(
  { work, apart }: Pick<Adoption, 'work' | 'apart'>,
  { outlet, printedOn, position }: PrintedFacts,
): string {
  return adoptionId({ workId: work.id, outlet: outlet._id, printedOn, position, apart });
}

function fieldsOf({ outlet, credits: _credits, ...facts }: PrintedFacts) {
  return { ...facts, outletId: outlet._id, outletName: outlet.name };
}
