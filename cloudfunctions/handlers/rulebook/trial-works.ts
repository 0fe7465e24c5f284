/** A month of a dry run: which works it has, and what they and its facts bring on either side. */
import { choiceNow } from '../../domain/adoption/choose-printing';
import { foldEntries, foldFacts } from '../../domain/bulletin/fold-entries';
import { books as allBooks, type AccountRef } from '../../domain/ledger/entry';
import { spanOf } from '../../domain/ledger/period';
import { workFacts, type CountedAdoption } from '../../domain/ledger/work-facts';
import { balanceEntryId, coveredByEntry, type Covered } from '../../domain/opening/balance';
import { sides } from '../../domain/points/dry-run';
import type { WorkFacts } from '../../domain/points/facts';
import { replay, type Replay } from '../../domain/points/replay';
import { nextStage, type Trial } from '../../domain/points/trial';
import { grouped } from '../../kernel/grouped';
import type { TrialDay } from '../../store/trials';
import {
  entryLines,
  pagesBy,
  pagesOf,
  partId,
  partIds,
  readLines,
  type Kept,
  type TrialStep,
} from './trial-parts';
import type { TrialPlace } from './trial-place';

/** Each work once, wherever its printings lie: whatever is verified meanwhile, none is counted twice. */
export async function listWorks(place: TrialPlace, trial: Trial): Promise<TrialStep> {
  const days: TrialDay[] = place.asked.verified ? ['countsOn', 'verifiedOn'] : ['countsOn'];
  const what = `${trial.at} list`;
  const known = new Set(await readLines<string>(place, partIds(trial, what)));
  const found = new Set<string>();
  let [day, after] = placeOf(trial.after) ?? [days[0], null];
  let [read, reads] = [known.size, 0];
  for (; day && reads < place.sizes.reads; reads += 1) {
    const printings = await place.store.pageTrialPrintings(day, { ...spanIn(trial), after });
    for (const { work } of printings) if (!known.has(work.id)) found.add(work.id);
    read += printings.length;
    const last = printings.length < place.sizes.page ? undefined : printings.at(-1);
    after = last ? { on: last[day] ?? '', id: last._id } : null;
    if (!last) day = days[days.indexOf(day) + 1];
  }
  const kept = [{ what, pages: pagesBy([...found], place.sizes.works) }];
  const next = day && { ...trial, after: `${day} ${after?.on ?? ''} ${after?.id ?? ''}`.trim() };
  return { trial: next ?? nextStage(trial, place.plan), kept, spent: [], read: read / 10 };
}

function placeOf(cursor: string | null): [TrialDay, { on: string; id: string } | null] | undefined {
  if (cursor === null) return undefined;
  const [day, on, id] = cursor.split(' ');
  // The cursor was made above.
  return [day as TrialDay, on !== undefined && id !== undefined ? { on, id } : null];
}

/** A page of the list. */
export async function replayWorks(place: TrialPlace, trial: Trial): Promise<TrialStep> {
  const what = `${trial.at} list`;
  const n = Number(trial.after ?? 0);
  const workIds = await readLines<string>(place, [partId(trial, what, n)]);
  const { works, isNew } = await readWorks(place, trial, workIds);
  const covered = await coveredOf(place, works);
  const kept = replayed(place, trial, { works, facts: [], covered });
  const counted = { ...trial, works: trial.works + works.filter(isNew).length };
  const isLast = n + 1 >= (trial.parts[what] ?? 0);
  return {
    trial: isLast ? nextStage(counted, place.plan) : { ...counted, after: String(n + 1) },
    ...{ kept, spent: isLast ? [what] : [], read: workIds.length },
  };
}

/** A page of the month's facts: what they bring, and what rules see of them. */
export async function replayFacts(place: TrialPlace, trial: Trial): Promise<TrialStep> {
  const facts = await place.store.pageTrialFacts({
    ...spanIn(trial),
    after: dayAndId(trial.after),
  });
  const tried = facts.map((fact) => ({ fact, unitClass: place.classes.get(fact.unitId) ?? null }));
  const kept = [
    ...replayed(place, trial, { works: [], facts: tried, covered: new Map() }),
    { what: `${trial.at} facts`, pages: pagesOf(foldFacts(facts)) },
  ];
  const seen = facts.map(({ _id, countsOn }) => ({ id: _id, on: countsOn ?? '' }));
  const next = goingOn({ ...trial, facts: trial.facts + facts.length }, place, seen);
  return { trial: next, kept, spent: [], read: facts.length };
}

/** A page of what was posted by hand, which stands on both sides; and with the last one, what was filed. */
export async function sumHand(place: TrialPlace, trial: Trial): Promise<TrialStep> {
  const entries = await place.store.pageHandEntries({
    ...{ ...spanIn(trial), after: dayAndId(trial.after) },
  });
  const kept = [{ what: `${trial.at} hand`, pages: pagesOf(entryLines(entries)) }];
  const seen = entries.map(({ _id, periodOn }) => ({ id: _id, on: periodOn }));
  const next = goingOn(trial, place, seen);
  if (next.stage !== trial.stage && place.tried.length > 0) {
    const filed = await place.store.countFiled(spanIn(trial));
    kept.push({ what: `${trial.at} filed`, pages: pagesOf(filed) });
  }
  return { trial: next, kept, spent: [], read: entries.length };
}

function goingOn(
  trial: Trial,
  { plan, sizes }: TrialPlace,
  seen: { id: string; on: string }[],
): Trial {
  const last = seen.length < sizes.page ? undefined : seen.at(-1);
  return last ? { ...trial, after: `${last.on} ${last.id}` } : nextStage(trial, plan);
}

function dayAndId(cursor: string | null): { on: string; id: string } | null {
  const [, on, id] = /^(\S+) (.+)$/.exec(cursor ?? '') ?? [];
  return on !== undefined && id !== undefined ? { on, id } : null;
}

const spanIn = ({ at }: Trial) => spanOf(at ?? '') ?? { from: '', until: '' };

function replayed(
  place: TrialPlace,
  trial: Trial,
  material: Pick<Replay, 'works' | 'facts' | 'covered'>,
): Kept[] {
  return sides.map((side) => {
    const rulebooks = place.sides[side];
    const entries = replay({ ...material, rulebooks, span: spanIn(trial) });
    const folded = foldEntries(entries, place.looked.any[side]);
    return { what: `${trial.at} ${side}`, pages: pagesOf(entryLines(folded)) };
  });
}

async function readWorks(
  { store, asked, outlets, classes, on, span }: TrialPlace,
  trial: Trial,
  workIds: string[],
) {
  const [all, about, choices] = await Promise.all([
    store.listTrialPrintings(workIds),
    asked.about ? store.listTrialFacts(workIds) : [],
    asked.chosen ? store.listChosen(workIds) : [],
  ]);
  const printings = grouped(all, ({ work }) => work.id);
  const facts = grouped(about, ({ workId }) => workId ?? '');
  const chosen = new Map(choices.map(({ _id, chosenAdoptionId }) => [_id, chosenAdoptionId]));
  const works = workIds.flatMap((workId): WorkFacts[] => {
    const ofWork = printings.get(workId) ?? [];
    const work = ofWork.find(({ state }) => state === 'verified')?.work;
    if (!work) return [];
    const chosenAdoptionId = choiceNow(chosen.get(workId) ?? null, ofWork);
    const unitClass = classes.get(work.unitId) ?? null;
    const around = { outlets, facts: facts.get(workId) ?? [], unitClass, chosenAdoptionId, on };
    return [workFacts(work, ofWork, around)];
  });
  const { from } = spanIn(trial);
  /** Was it not counted in an earlier month of the same dry run? */
  const isNew = ({ workId }: WorkFacts) => !(printings.get(workId) ?? []).some(isEarlier);
  const isEarlier = ({ state, countsOn, verifiedOn }: CountedAdoption) =>
    state === 'verified' &&
    [countsOn, asked.verified ? verifiedOn : null].some(
      (day) => day && day >= span.from && day < from,
    );
  return { works, isNew };
}

/** Opening balances of whoever has a part in what was imported; of none where nothing was. */
async function coveredOf({ store }: TrialPlace, works: WorkFacts[]) {
  const ids = new Set<string>();
  for (const { printings, credits, unitId } of works) {
    const printed = printings.flatMap((printing) => printing.credits ?? []);
    const people = [...credits, ...printed].flatMap(({ personId }) => personId ?? []);
    const owners: AccountRef[] = [
      { kind: 'unit', id: unitId },
      ...people.map((id) => ({ kind: 'person' as const, id })),
    ];
    for (const { broughtIn, printedOn } of printings) {
      if (broughtIn === undefined) continue;
      for (const owner of owners) {
        for (const book of allBooks) ids.add(balanceEntryId(owner, book, printedOn.slice(0, 4)));
      }
    }
  }
  const entries = ids.size > 0 ? await store.readEntries([...ids]) : [];
  return grouped<Covered>(entries.map(coveredByEntry), ({ accountId }) => accountId);
}
