/** The rules of a period over all that happened in it: what each owner is to get or to lose. */
import {
  byOwner,
  shortfallsOf,
  shortRuns,
  wholePeriod,
  type OwnerTargets,
  type ShortRuns,
} from '../../domain/bulletin/rule-facts';
import { withShortfalls, withTargets } from '../../domain/bulletin/tally';
import { lastDayOf } from '../../domain/period/period';
import { nextStage, type Run } from '../../domain/period/run';
import { periodBefore, type PeriodKey } from '../../domain/ledger/period';
import { evaluatePeriod, quotaProgress } from '../../domain/points/evaluate-period';
import { periodRulesFor } from '../../domain/points/period-facts';
import { rulebookOn, type Rulebook } from '../../domain/points/rulebook';
import { create } from '../../kernel/change';
import type { Store } from '../../store';
import type { Page } from '../../store/periods';
import { daysOf } from './count-figures';
import { heldBefore } from './held-money';
import type { Step, Stepping } from './stepping';

const pageSize = 1000;
/** Owners on a page of targets; a step of posting takes some of them. */
const ownersAPage = 50;

export interface TargetPage {
  _id: string;
  owners: OwnerTargets[];
}

export interface QuotaPage {
  _id: string;
  shorts: ShortRuns;
}

export const targetPageId = ({ _id, round }: Pick<Run, '_id' | 'round'>, page: number) =>
  `${_id}:${round}:targets:${page}`;
const quotaPageId = (key: string, round: number) => `${key}:${round}:quotas`;

/** One step: rules by rank need everybody at once. A rulebook without such rules costs one read. */
export async function applyRules({ store }: Stepping, run: Run): Promise<Step> {
  const rulebooks = await store.readRulebooks();
  const rulebook = rulebookOn(rulebooks, lastDayOf(run._id));
  if (!rulebook || periodRulesFor(rulebook, run._id).length === 0) {
    return { run: nextStage(run), changes: [] };
  }
  const { targets, shorts, shortfalls, named, people, rootId } = await evaluate(store, run, {
    ...{ rulebook, rulebooks },
  });
  const owners = byOwner(targets, people, rootId);
  const pages: TargetPage[] = [];
  for (let at = 0; at < owners.length; at += ownersAPage) {
    const _id = targetPageId(run, pages.length);
    pages.push({ _id, owners: owners.slice(at, at + ownersAPage) });
  }
  const tallies = withShortfalls(withTargets(run.tallies, targets), shortfalls);
  const quotas: QuotaPage = { _id: quotaPageId(run._id, run.round), shorts };
  return {
    run: nextStage({ ...run, tallies, targetPages: pages.length, named }),
    changes: [...pages, quotas].map((page) => create('bulletin_pages', page)),
  };
}

async function evaluate(
  store: Store,
  run: Run,
  { rulebook, rulebooks }: { rulebook: Rulebook; rulebooks: Rulebook[] },
) {
  const span = daysOf(run);
  const [entries, facts, units, people, shortBefore, held] = await Promise.all([
    allOf(span, store.pageEntriesIn, ({ periodOn, _id }) => ({ on: periodOn, id: _id })),
    allOf(span, store.pageCountedFacts, ({ countsOn, occurredOn, _id }) => ({
      ...{ on: countsOn ?? occurredOn, id: _id },
    })),
    store.readUnits(),
    store.readEverybody(),
    shortsBefore(store, run._id),
    heldBefore(store, run._id, rulebooks),
  ]);
  const { _id: period, tallies } = run;
  const seen = wholePeriod(
    { period, entries, facts, tallies, units, people, shortBefore, held },
    periodRulesFor(rulebook, period),
    span.from,
  );
  const targets = evaluatePeriod(rulebook, seen);
  const rootId = units.find(({ kind }) => kind === 'county')?._id ?? '';
  const progress = quotaProgress(rulebook, seen);
  const shortfalls = shortfallsOf(progress, rulebook, units);
  return { targets, shortfalls, ...shortRuns(progress), people, rootId };
}

/** As the period of the same length before it has them in its figures. */
export async function shortsBefore(store: Store, period: PeriodKey): Promise<ShortRuns> {
  const key = periodBefore(period);
  const [before] = key ? await store.readPeriods([key]) : [];
  if (!before?.bulletin) return [];
  const page = await store.readBulletinPage<QuotaPage>(
    quotaPageId(before._id, before.bulletin.round),
  );
  return page?.shorts ?? [];
}

export async function allOf<Document>(
  span: { from: string; until: string },
  read: (page: Page) => Promise<Document[]>,
  placeOf: (document: Document) => Page['after'],
): Promise<Document[]> {
  const found: Document[] = [];
  for (let after: Page['after'] = null; ;) {
    const page = await read({ ...span, after });
    found.push(...page);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return found;
    after = placeOf(last);
  }
}
