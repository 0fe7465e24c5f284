/** The rules of a period over all that was gathered of it: what each owner is to get or to lose. */
import {
  byOwner,
  periodFacts,
  shortfallsOf,
  shortRuns,
  type OwnerTargets,
  type ShortRuns,
} from '../../domain/bulletin/rule-facts';
import { withShortfalls, withTargets } from '../../domain/bulletin/tally';
import { nextStage, type Run } from '../../domain/period/run';
import { periodBefore, type PeriodKey } from '../../domain/ledger/period';
import { evaluatePeriod, quotaProgress } from '../../domain/points/evaluate-period';
import { nothingGathered } from '../../domain/points/period-sums';
import { create } from '../../kernel/change';
import type { Store } from '../../store';
import { daysOf } from './count-figures';
import { rulesOf } from './gather-entries';
import type { Step, Stepping } from './stepping';

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

/** One step: rules by rank need everybody at once, but of everybody no more than sums. */
export async function applyRules({ store }: Stepping, run: Run): Promise<Step> {
  const [rulebooks, units, people, shortBefore] = await Promise.all([
    ...[store.readRulebooks(), store.readUnits(), store.readEverybody()],
    shortsBefore(store, run._id),
  ] as const);
  const rulebook = rulesOf(run, rulebooks);
  if (!rulebook) return { run: nextStage(run), changes: [] };
  const held = new Map(run.held.map(({ ownerKey, parts }) => [ownerKey, parts]));
  const material = { ...run, period: run._id, units, people, shortBefore, held };
  const seen = periodFacts(material, daysOf(run).from);
  const targets = evaluatePeriod(rulebook, seen);
  const progress = quotaProgress(rulebook, seen);
  const { shorts, named } = shortRuns(progress);
  const rootId = units.find(({ kind }) => kind === 'county')?._id ?? '';
  const owners = byOwner(targets, people, rootId);
  const pages: TargetPage[] = [];
  for (let at = 0; at < owners.length; at += ownersAPage) {
    const _id = targetPageId(run, pages.length);
    pages.push({ _id, owners: owners.slice(at, at + ownersAPage) });
  }
  const shortfalls = shortfallsOf(progress, rulebook, units);
  const tallies = withShortfalls(withTargets(run.tallies, targets), shortfalls);
  const quotas: QuotaPage = { _id: quotaPageId(run._id, run.round), shorts };
  const done = { gathered: nothingGathered, held: [] };
  return {
    run: nextStage({ ...run, ...done, tallies, targetPages: pages.length, named }),
    changes: [...pages, quotas].map((page) => create('bulletin_pages', page)),
  };
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
