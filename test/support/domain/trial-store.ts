/** A store of dry runs in memory, with pages of any size; it commits as the real one does. */
import type { CountedAdoption } from '../../../cloudfunctions/domain/ledger/work-facts';
import type { RegisteredFact } from '../../../cloudfunctions/domain/points/facts';
import { beginTrial, type Trial } from '../../../cloudfunctions/domain/points/trial';
import type { Moved } from '../../../cloudfunctions/domain/points/dry-run';
import type { Change } from '../../../cloudfunctions/kernel/change';
import { stepTrial } from '../../../cloudfunctions/handlers/rulebook/step-trial';
import {
  trialPlace,
  type Sizes,
  type TrialStore,
} from '../../../cloudfunctions/handlers/rulebook/trial-place';
import type { TrialPart } from '../../../cloudfunctions/store/collections/trials';
import type { HandPosted, WholeTrial } from './trial';

export interface Kept {
  printings: CountedAdoption[];
  facts: RegisteredFact[];
  hand: HandPosted[];
}

type Place = Parameters<typeof trialPlace>[0];
type Books = Pick<WholeTrial, 'period' | 'rulebooks' | 'draft' | 'people' | 'units'>;

export function trialOn(
  kept: Kept,
  { period, rulebooks, draft, people, units }: Books,
  { sizes, outlets }: { sizes: Sizes; outlets: Place['outlets'] },
) {
  const parts = new Map<string, TrialPart>();
  const store = storeOf(kept, parts, { people, page: sizes.page });
  const books = { rulebooks, draft };
  // The steps read of units what rules read.
  const place = trialPlace(
    { ...{ store, sizes, on: '2027-01-10', books, outlets }, units: units as Place['units'] },
    { period },
  );
  let trial = beginTrial({
    ...{ _id: 'zhou', runId: 'run', period, basis: '', now: 0, version: 1 },
  });
  return {
    parts,
    now: () => trial,
    step: () => stepTrial(place, trial),
    /** False where the run went on meanwhile. */
    commit(step: { trial: Trial; changes: Change[] }): boolean {
      if (step.trial.version !== trial.version + 1) return false;
      for (const change of step.changes) {
        if (change.do === 'create') parts.set(change.document._id, change.document as TrialPart);
        if (change.do === 'drop') parts.delete(change.id);
      }
      ({ trial } = step);
      return true;
    },
    moves: (): Moved[] => [...parts.values()].flatMap(({ lines }) => JSON.parse(lines) as Moved[]),
  };
}

function storeOf(
  kept: Kept,
  parts: Map<string, TrialPart>,
  { people, page }: { people: WholeTrial['people']; page: number },
): TrialStore {
  const pageOf = <One>(all: One[], placeOf: (one: One) => string, after: string, span: Span) =>
    all
      .filter((one) => placeOf(one) >= span.from && placeOf(one) < span.until)
      .filter((one) => placeOf(one) > after)
      .sort((one, two) => (placeOf(one) < placeOf(two) ? -1 : 1))
      .slice(0, page);
  const placeIn = (after: Span['after']) => (after ? `${after.on} ${after.id}` : '');
  const store = {
    readTrialParts: (ids: string[]) => ids.flatMap((id) => parts.get(id) ?? []),
    pageTrialPrintings: (day: 'countsOn' | 'verifiedOn', span: Span) =>
      pageOf(
        kept.printings.filter(({ state }) => state === 'verified'),
        (one) => `${one[day]} ${one._id}`,
        placeIn(span.after),
        span,
      ),
    pageTrialFacts: (span: Span) =>
      pageOf(kept.facts, (one) => `${one.countsOn} ${one._id}`, placeIn(span.after), span),
    pageHandEntries: (span: Span) =>
      pageOf(
        kept.hand.map((one, n) => ({ ...one, _id: `hand${n}` })),
        (one) => `${one.periodOn} ${one._id}`,
        placeIn(span.after),
        span,
      ),
    listTrialPrintings: (ids: string[]) =>
      kept.printings.filter(({ work }) => ids.includes(work.id)),
    listTrialFacts: (ids: string[]) =>
      kept.facts.filter(({ workId }) => workId !== null && ids.includes(workId)),
    listChosen: () => [],
    readEntries: (ids: string[]) =>
      kept.hand.flatMap((one) => (ids.includes(one.causeId) ? [balanceOf(one)] : [])),
    readEverybody: () => people,
    countFiled: () => [],
    pageStandingsOf: () => [],
    countTouched: () => 0,
  };
  // Every read answers as the real one, but at once.
  return store as unknown as TrialStore;
}

interface Span {
  from: string;
  until: string;
  after: { on: string; id: string } | null;
}

/** In memory a balance is found by its id, which its cause names. */
const balanceOf = ({ ownerKey, book, periodOn }: HandPosted) => ({
  ...{ accountId: `${ownerKey}:${book}`, occurredOn: periodOn, causeId: 'through-2026-10-31' },
});
