/**
 * A report that a work was printed: by a channel's answer, by its correspondent, or by the office.
 * Reports of one printing meet in one adoption, in whatever order they come: the first makes it,
 * every other joins as evidence, and one that is trusted verifies it.
 */
import { hashJson } from '../../kernel/hash';
import { plainName, type Outlet } from '../outlet/outlet';
import {
  adoptionId,
  type Adoption,
  type AdoptionEvent,
  type Evidence,
  type Position,
  type Work,
} from './adoption';
import { genreOf } from './work';

/** Reports beyond it say nothing new; a document has room for these. */
export const evidenceMax = 50;
/** No work was ever printed so often; what a server reads in one go. */
export const printingsMax = 200;

export interface PrintingReport {
  work: Work;
  unitPath: string[];
  peopleIds: string[];
  /** Undefined where the directory knows no outlet of that name. */
  outlet: Pick<Outlet, '_id' | 'name'> | undefined;
  outletName: string;
  printedOn: string;
  position: Position;
  headline: string;
  isAfterKill: boolean;
  evidence: Omit<Evidence, 'id'>;
  /** A channel that the outlet is bound to says so: nobody has to look at it. */
  isTrusted: boolean;
  /** The day of the report. */
  on: string;
}

export interface Reported {
  /** The printing as it is then; the very one of before where the report says nothing new. */
  adoption: Adoption;
  before: Adoption | undefined;
  events: AdoptionEvent['kind'][];
}

/** `known`: every adoption of the work. */
export function reportPrinting(known: Adoption[], report: PrintingReport): Reported {
  const before = whereItStands(known, printingIdOf(report));
  if (!before) return { ...beginPrinting(report), before };
  return { ...join(before, report), before };
}

/** A corrected printing's reports go where it stands now. */
export function whereItStands(known: Adoption[], id: string): Adoption | undefined {
  const found = known.find(({ _id }) => _id === id);
  // Moves never lead back, since a printing is only moved to where it stands.
  return found?.movedTo === undefined ? found : whereItStands(known, found.movedTo);
}

/** The printing that a report is about; an outlet that the directory does not know goes by name. */
export function printingIdOf(
  report: Pick<PrintingReport, 'work' | 'outlet' | 'outletName' | 'printedOn' | 'position'>,
): string {
  const { work, outletName, printedOn, position } = report;
  const outlet = report.outlet?._id ?? `name:${plainName(outletName)}`;
  return adoptionId({ workId: work.id, outlet, printedOn, position });
}

/** Evidence under an id by which the same is known again. */
export function evidenceOf(evidence: Omit<Evidence, 'id'>): Evidence {
  const { source, byId, url, fileId, note } = evidence;
  return { id: hashJson([source, byId, url, fileId, note]).slice(0, 16), ...evidence };
}

/** A printing that nobody reported before. */
export function beginPrinting(report: PrintingReport): Omit<Reported, 'before'> {
  const { work, outlet, isTrusted, on } = report;
  const evidence = evidenceOf(report.evidence);
  const adoption: Adoption = {
    _id: printingIdOf(report),
    work,
    state: isTrusted ? 'verified' : 'reported',
    outletId: outlet?._id ?? null,
    outletName: outlet?.name ?? report.outletName,
    printedOn: report.printedOn,
    position: report.position,
    genre: genreOf(work.kind),
    mode: 'single',
    words: null,
    durationSeconds: null,
    headlineAsPrinted: report.headline,
    feeFen: null,
    evidence: [evidence],
    metrics: [],
    isAfterKill: report.isAfterKill,
    verifiedOn: isTrusted ? on : null,
    peopleIds: report.peopleIds,
    unitPath: report.unitPath,
    reportedAt: evidence.at,
    updatedAt: evidence.at,
    version: 1,
  };
  const events = isTrusted
    ? (['adoption_reported', 'adoption_verified'] as const)
    : (['adoption_reported'] as const);
  return { adoption, events: [...events] };
}

function join(before: Adoption, report: PrintingReport): Omit<Reported, 'before'> {
  const evidence = evidenceOf(report.evidence);
  const isKnown = before.evidence.some(({ id }) => id === evidence.id);
  if (isKnown || before.evidence.length >= evidenceMax) return { adoption: before, events: [] };
  // What a person rejected or withdrew waits for a person again, whoever brings new evidence.
  const isStopped = before.state === 'rejected' || before.state === 'withdrawn';
  const isVerifiedNow = before.state === 'reported' && report.isTrusted;
  const { stoppedWhy: _why, ...open } = before;
  const adoption: Adoption = {
    ...open,
    state: isStopped ? 'reported' : isVerifiedNow ? 'verified' : before.state,
    verifiedOn: isStopped ? null : isVerifiedNow ? report.on : before.verifiedOn,
    headlineAsPrinted: before.headlineAsPrinted || report.headline,
    isAfterKill: before.isAfterKill || report.isAfterKill,
    evidence: [...before.evidence, evidence],
    updatedAt: Math.max(before.updatedAt, evidence.at),
    version: before.version + 1,
  };
  return {
    adoption,
    events: ['evidence_added', ...(isVerifiedNow ? (['adoption_verified'] as const) : [])],
  };
}
