/** What a dry run replays, a page at a time: printings by the days that count, then facts. */
import type { Adoption } from '../../domain/adoption/adoption';
import { choiceNow } from '../../domain/adoption/choose-printing';
import { spanOf, type PeriodKey } from '../../domain/ledger/period';
import { workFacts } from '../../domain/ledger/work-facts';
import { periodsTried } from '../../domain/bulletin/try-rules';
import type { Outlet } from '../../domain/outlet/outlet';
import type { Unit } from '../../domain/people/unit';
import type { Trial } from '../../domain/points/dry-run';
import type { Rulebook } from '../../domain/points/rulebook';
import type { Scene } from '../handler';

/** A read that brings fewer was the last one (`store/rulebooks`). */
const pageSize = 100;

/** All of time, for the period that has no bounds. */
const always = { from: '0000-01-01', until: '9999-12-31' };

export const stages = ['works', 'verified', 'facts', 'rules'] as const;
export type Stage = (typeof stages)[number];

/** What every page needs. */
export interface TrialPlace extends Pick<Trial, 'rulebooks' | 'draft' | 'span'> {
  period: PeriodKey;
  outlets: Outlet[];
  units: Unit[];
  /** Which stages there are anything for. */
  stages: Stage[];
}

export async function readTrialPlace(
  { store }: Scene,
  { period, rulebooks, draft }: Pick<TrialPlace, 'period' | 'rulebooks' | 'draft'>,
): Promise<TrialPlace> {
  const [outlets, units] = await Promise.all([store.readOutlets(), store.readUnits()]);
  const isUsed: Record<Stage, boolean> = {
    ...{ works: true, verified: [...rulebooks, draft].some(countsVerified), facts: true },
    rules: periodsTried(period, { rulebooks, draft }).length > 0,
  };
  return {
    ...{ period, rulebooks, draft, outlets, units, span: spanOf(period) ?? always },
    stages: stages.filter((stage) => isUsed[stage]),
  };
}

const countsVerified = ({ books }: Rulebook) =>
  Object.values(books).some(({ dateCounted }) => dateCounted === 'verified');

export interface TrialCursor {
  stage: Stage;
  after: { on: string; id: string } | null;
}

export type TrialPage = Pick<Trial, 'works' | 'facts'> & { next: TrialCursor | null };

/** A page of works or facts, and where it goes on. */
export async function readTrialPage(
  scene: Scene,
  place: TrialPlace,
  { stage, after }: TrialCursor,
): Promise<TrialPage> {
  if (stage === 'rules') return { works: [], facts: [], next: null };
  if (stage === 'facts') return factsIn(scene, place, after);
  return worksIn(scene, place, { day: stage === 'works' ? 'countsOn' : 'verifiedOn', after });
}

/** A work is tried on the page of its first printing in the span, by the day that counts if by any. */
async function worksIn(
  { store, on }: Scene,
  place: TrialPlace,
  { day, after }: { day: 'countsOn' | 'verifiedOn'; after: TrialCursor['after'] },
): Promise<TrialPage> {
  const { span, outlets, units } = place;
  const printings = await store.listPrintingsIn(day, { ...span, after });
  const workIds = [...new Set(printings.map(({ work }) => work.id))];
  const [all, about, families] = await Promise.all([
    inLots(workIds, store.listPrintingsOf),
    inLots(workIds, store.listFactsOf),
    inLots(workIds, store.listFamilies),
  ]);
  const classes = new Map(units.map(({ _id, quotaClass }) => [_id, quotaClass]));
  const [printingsOf, factsOf] = [groupedBy(all, ({ work }) => work.id), groupedBy(about, aboutOf)];
  const chosen = new Map(families.map(({ _id, chosenAdoptionId }) => [_id, chosenAdoptionId]));
  const onPage = new Set(printings.map(({ _id }) => _id));
  const works = workIds.flatMap((workId) => {
    const ofWork = printingsOf.get(workId) ?? [];
    const first = firstIn(ofWork, day, span);
    const isTried = day === 'verifiedOn' && firstIn(ofWork, 'countsOn', span) !== undefined;
    if (!first || !onPage.has(first._id) || isTried) return [];
    const unitClass = classes.get(first.work.unitId) ?? null;
    const facts = factsOf.get(workId) ?? [];
    const chosenAdoptionId = choiceNow(chosen.get(workId) ?? null, ofWork);
    return [workFacts(first.work, ofWork, { outlets, facts, unitClass, chosenAdoptionId, on })];
  });
  const seen = printings.map((printing) => ({ id: printing._id, on: printing[day] ?? '' }));
  const stage = day === 'countsOn' ? 'works' : 'verified';
  return { works, facts: [], next: nextOf(place, stage, seen) };
}

function firstIn(
  printings: Adoption[],
  day: 'countsOn' | 'verifiedOn',
  { from, until }: TrialPlace['span'],
): Adoption | undefined {
  const dayOf = (printing: Adoption) => printing[day] ?? '';
  return printings
    .filter(({ state }) => state === 'verified')
    .filter((printing) => dayOf(printing) >= from && dayOf(printing) < until)
    .sort((left, right) => {
      const [one, two] = [left, right].map((printing) => `${dayOf(printing)} ${printing._id}`);
      return (one ?? '') < (two ?? '') ? -1 : 1;
    })[0];
}

async function factsIn(
  { store }: Scene,
  place: TrialPlace,
  after: TrialCursor['after'],
): Promise<TrialPage> {
  const facts = await store.listFactsIn({ ...place.span, after });
  const classes = new Map(place.units.map(({ _id, quotaClass }) => [_id, quotaClass]));
  const seen = facts.map(({ _id, countsOn }) => ({ id: _id, on: countsOn ?? '' }));
  return {
    works: [],
    facts: facts.map((fact) => ({ fact, unitClass: classes.get(fact.unitId) ?? null })),
    next: nextOf(place, 'facts', seen),
  };
}

/** Behind the last one seen; after a short page the next stage begins. */
function nextOf(
  place: TrialPlace,
  stage: Stage,
  seen: { on: string; id: string }[],
): TrialCursor | null {
  const after = seen.at(-1);
  if (after && seen.length >= pageSize) return { stage, after };
  const next = place.stages[place.stages.indexOf(stage) + 1];
  return next ? { stage: next, after: null } : null;
}

/** Few enough at once that one read holds all that belongs to them. */
export async function inLots<Found>(ids: string[], read: (ids: string[]) => Promise<Found[]>) {
  const lots = Array.from({ length: Math.ceil(ids.length / 20) }, (_, lot) =>
    ids.slice(lot * 20, lot * 20 + 20),
  );
  return (await Promise.all(lots.map(read))).flat();
}

const aboutOf = ({ workId }: { workId: string | null }) => workId ?? '';

function groupedBy<One>(all: One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
