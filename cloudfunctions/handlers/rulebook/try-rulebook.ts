import type { Adoption } from '../../domain/adoption/adoption';
import { spanOf } from '../../domain/ledger/period';
import { workFacts } from '../../domain/ledger/work-facts';
import { dryRun, type Moved, type Trial } from '../../domain/points/dry-run';
import { keepsRulebook } from '../../domain/points/keepers';
import { refused, type QueryHandler, type Scene } from '../handler';

type Span = Parameters<Scene['store']['listPrintingsIn']>[0];
type Stage = 'works' | 'facts';

/** All of time, for the period that has no bounds. */
const always = { from: '0000-01-01', until: '9999-12-31' };

/**
 * `rulebook.try`: a page of a past period's printings, then of its facts, under the draft and under
 * what is in force. A work is tried on the page of its first printing in the period.
 */
export const tryRulebookHandler: QueryHandler<'rulebook.try'> = async (input, scene) => {
  const { store } = scene;
  const [asker, draft, rulebooks] = await Promise.all([
    scene.person(),
    store.readRulebookDraft(),
    store.readRulebooks(),
  ]);
  if (!asker) return refused('not_bound');
  if (!keepsRulebook(asker, scene.on)) return refused('not_allowed');
  if (!draft) return refused('not_found');
  if (draft.version !== input.draftVersion) return refused('changed_meanwhile');
  const { stage, after } = cursorOf(input.after);
  const span = { ...(spanOf(input.period) ?? always), after };
  const page = stage === 'works' ? await worksIn(scene, span) : await factsIn(scene, span);
  const drafted = { ...draft.rulebook, id: 'office', version: 0 };
  const { works, facts, next } = page;
  const moves = dryRun({ rulebooks, draft: drafted, from: span.from, works, facts });
  return {
    ok: true,
    value: {
      ...{ works: works.length, facts: facts.length, after: next },
      moves: await namedMoves(scene, moves),
    },
  };
};

type Page = Pick<Trial, 'works' | 'facts'> & { next: string | null };

async function worksIn({ store, on }: Scene, span: Span): Promise<Page> {
  const printings = await store.listPrintingsIn(span);
  const workIds = [...new Set(printings.map(({ work }) => work.id))];
  const [all, about, families, outlets, units] = await Promise.all([
    inLots(workIds, store.listPrintingsOf),
    inLots(workIds, store.listFactsOf),
    inLots(workIds, store.listFamilies),
    store.readOutlets(),
    store.readUnits(),
  ]);
  const classes = new Map(units.map(({ _id, quotaClass }) => [_id, quotaClass]));
  const onPage = new Set(printings.map(({ _id }) => _id));
  const works = workIds.flatMap((workId) => {
    const ofWork = all
      .filter(({ work, printedOn }) => work.id === workId && printedOn < span.until)
      .sort(byDay);
    const first = ofWork.find(({ printedOn }) => span.from <= printedOn);
    if (!first || !onPage.has(first._id)) return [];
    const facts = about.filter((fact) => fact.workId === workId);
    const unitClass = classes.get(first.work.unitId) ?? null;
    const family = families.find(({ _id }) => _id === workId);
    const chosenAdoptionId = family?.chosenAdoptionId ?? null;
    return [workFacts(first.work, ofWork, { outlets, facts, unitClass, chosenAdoptionId, on })];
  });
  return { works, facts: [], next: nextOf('works', printings.map(printedAt)) };
}

async function factsIn({ store }: Scene, span: Span): Promise<Page> {
  const [facts, units] = await Promise.all([store.listFactsIn(span), store.readUnits()]);
  const classOf = (unitId: string) => units.find(({ _id }) => _id === unitId)?.quotaClass ?? null;
  return {
    works: [],
    facts: facts.map((fact) => ({ fact, unitClass: classOf(fact.unitId) })),
    next: nextOf(
      'facts',
      facts.map(({ _id, occurredOn }) => ({ id: _id, on: occurredOn })),
    ),
  };
}

async function namedMoves({ store }: Scene, moves: Moved[]) {
  const idsOf = (kind: string) => [
    ...new Set(
      moves.filter(({ account }) => account.kind === kind).map(({ account }) => account.id),
    ),
  ];
  const [people, units] = await Promise.all([
    inLots(idsOf('person'), (ids) => store.readNames('people', ids)),
    inLots(idsOf('unit'), (ids) => store.readNames('units', ids)),
  ]);
  const names = new Map([...people, ...units].map(({ _id, name }) => [_id, name]));
  return moves.map(({ account, book, before, after }) => ({
    ...{ kind: account.kind, ownerId: account.id, name: names.get(account.id) ?? '' },
    ...{ book, before, after },
  }));
}

/** Few enough at once that one read holds all that belongs to them. */
async function inLots<Found>(ids: string[], read: (ids: string[]) => Promise<Found[]>) {
  const lots = Array.from({ length: Math.ceil(ids.length / 20) }, (_, lot) =>
    ids.slice(lot * 20, lot * 20 + 20),
  );
  return (await Promise.all(lots.map(read))).flat();
}

/** `works 2026-11-10 <id>`; facts begin where the works end. */
function cursorOf(cursor: string | null): { stage: Stage; after: Span['after'] } {
  const [stage = 'works', on = '', id = ''] = cursor?.split(' ') ?? [];
  return { stage: stage === 'facts' ? 'facts' : 'works', after: on === '' ? null : { on, id } };
}

function nextOf(stage: Stage, seen: { on: string; id: string }[]): string | null {
  const last = seen.at(-1);
  if (last) return `${stage} ${last.on} ${last.id}`;
  return stage === 'works' ? 'facts' : null;
}

const printedAt = ({ _id, printedOn }: Adoption) => ({ id: _id, on: printedOn });

function byDay(left: Adoption, right: Adoption): number {
  if (left.printedOn !== right.printedOn) return left.printedOn < right.printedOn ? -1 : 1;
  return left._id < right._id ? -1 : 1;
}
