/**
 * Past printings as the changes of one commit: each is entered and posted as a printing that the
 * office registers today, but for the days: it was known and verified when it was printed.
 */
import type { Adoption } from '../../domain/adoption/adoption';
import { registerPrinting } from '../../domain/adoption/settle-printing';
import { peopleOf } from '../../domain/adoption/work';
import { countsOnOf, type EntryDraft } from '../../domain/ledger/append-entries';
import { beyondBalances, holding, type Covered } from '../../domain/opening/balance';
import type { WantedPrinting } from '../../domain/opening/read-printing';
import type { Person } from '../../domain/people/person';
import { create, type Change } from '../../kernel/change';
import { startOfDay } from '../../kernel/days';
import type { PostingPlace } from '../../store/ledger';
import { openingWords } from '../../wording/opening-entry';
import { adoptionEvent } from '../adoption/adoption-changes';
import type { CommandScene } from '../handler';
import { draftFamily, familyChange } from '../ledger/draft-family';
import { planPosting } from '../ledger/plan-posting';

export interface PastPrintings {
  rows: WantedPrinting[];
  covered: Covered[];
  by: Person;
}

/** Undefined where one of them was entered meanwhile. */
export async function planPastPrintings(
  scene: CommandScene,
  { rows, covered, by }: PastPrintings,
): Promise<Change[] | undefined> {
  const works = await readPlaces(scene, rows);
  const changes: Change[] = [];
  const drafts: EntryDraft[] = [];
  for (const row of rows) {
    const place = works.get(row.work.id);
    const entered = place && enter(scene, { row, place, by });
    if (!entered) return undefined;
    const { adoption, eventId } = entered;
    place.adoptions = [...place.adoptions, adoption];
    const work = place.adoptions[0]?.work ?? row.work;
    const printed = { work, adoptions: place.adoptions, on: scene.on };
    const posted = draftFamily(place, printed);
    const beyond = beyondBalances(posted.drafts, covered, {
      ...{ printedOn: row.facts.printedOn, isCounted: row.isCounted },
    });
    place.families = [holding(posted.family, posted.drafts, beyond)];
    drafts.push(...beyond.map((draft) => ({ ...draft, eventId })));
    const act = { id: eventId, byId: by._id, byName: by.name, at: scene.now };
    const note = row.isCounted ? openingWords.imported : openingWords.uncounted;
    const event = adoptionEvent(adoption, 'adoption_verified', { ...act, note });
    changes.push(create('adoptions', adoption), create('adoption_events', event));
  }
  const first = [...works.values()][0];
  const { closedThrough = null } = first ?? {};
  const unitId = first?.unit._id ?? '';
  const posted = await planPosting(scene, { eventId: 'opening', drafts, closedThrough, unitId });
  return [...changes, ...familiesAfter(works), ...posted];
}

/** A work's place, with how often its family was written before this step. */
type WorkPlace = PostingPlace & { familyVersion: number };

/** One version more, however many of its printings a step has. */
function familiesAfter(works: Map<string, WorkPlace>): Change[] {
  return [...works.values()].flatMap(({ families, familyVersion }) =>
    families.map((family) => familyChange({ ...family, version: familyVersion + 1 })),
  );
}

/** The families first: one that is unchanged at the commit vouches for the printings read after it. */
async function readPlaces({ store }: CommandScene, rows: WantedPrinting[]) {
  const workIds = [...new Set(rows.map(({ work }) => work.id))];
  const families = await store.listFamilies(workIds);
  const [adoptions, facts, outlets, rulebooks, units, settings] = await Promise.all([
    store.listPrintingsOf(workIds),
    store.listFactsOf(workIds),
    store.readOutlets(),
    store.readRulebooks(),
    store.readUnits(),
    store.readLedgerSettings(),
  ]);
  const closedThrough = settings?.closedThrough ?? null;
  const works = new Map<string, WorkPlace>();
  for (const { work } of rows) {
    const ofWork = adoptions.filter((one) => one.work.id === work.id);
    const unitId = ofWork[0]?.work.unitId ?? work.unitId;
    const unit = units.find(({ _id }) => _id === unitId);
    if (!unit) throw new Error('the row names a unit that is there');
    const own = families.filter(({ _id }) => _id === work.id);
    works.set(work.id, {
      ...{ unit, families: own, adoptions: ofWork, outlets, rulebooks, closedThrough },
      facts: facts.filter(({ workId }) => workId === work.id),
      familyVersion: own[0]?.version ?? 0,
    });
  }
  return works;
}

function enter(
  { now: at, on }: CommandScene,
  { row, place, by }: { row: WantedPrinting; place: WorkPlace; by: Person },
): { adoption: Adoption; eventId: string } | undefined {
  const { facts, url, note } = row;
  const [first] = place.adoptions;
  const work = first?.work ?? row.work;
  const source = { source: 'office', byId: by._id, byName: by.name } as const;
  const report = {
    ...{ work, unitPath: first?.unitPath ?? row.unitPath },
    peopleIds: first?.peopleIds ?? peopleOf(work, []),
    ...{ outlet: facts.outlet, outletName: facts.outlet.name, headline: facts.headlineAsPrinted },
    ...{ printedOn: facts.printedOn, position: facts.position, isAfterKill: false },
    ...{ evidence: { ...source, at, url, fileId: null, note }, isTrusted: true, on },
  };
  const known = place.adoptions;
  const decision = registerPrinting(report, { known, facts, apart: null, at, on });
  if (!decision.accepted || decision.changes.adoption.version !== 1) return undefined;
  const { adoption } = decision.changes;
  // Late reports cost points by some rules: what comes over from paper was reported in its time.
  const days = { verifiedOn: facts.printedOn, reportedAt: startOfDay(facts.printedOn) };
  const countsOn = countsOnOf(undefined, facts.printedOn, place.closedThrough);
  const broughtIn = row.isCounted ? ('counted' as const) : ('uncounted' as const);
  return {
    adoption: { ...adoption, ...days, countsOn, broughtIn },
    eventId: `${adoption._id}-opening`,
  };
}
