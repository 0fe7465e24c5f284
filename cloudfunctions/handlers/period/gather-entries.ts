/**
 * What a period's rules have to know of its entries, some pages a step. Where rules ask for single works,
 * causes or matters, these are laid aside in parts, each small enough to be looked at in one step.
 */
import { periodFacts } from '../../domain/bulletin/rule-facts';
import { lastDayOf } from '../../domain/period/period';
import { nextStage, type Run } from '../../domain/period/run';
import { periodRulesFor } from '../../domain/points/period-facts';
import {
  askedBy,
  asksNothing,
  itemsOf,
  partsOf,
  type Asked,
  type Items,
} from '../../domain/points/period-items';
import { withItems } from '../../domain/points/period-parts';
import { withEntries } from '../../domain/points/period-sums';
import { rulebookOn, type Rulebook } from '../../domain/points/rulebook';
import { create, drop } from '../../kernel/change';
import type { Store } from '../../store';
import type { CountedEntry } from '../../store/periods';
import { daysOf, placeOf } from './count-figures';
import { pageSize, type Step, type Stepping } from './stepping';

/** Pages of entries a step: a second or two of a function, and some megabytes. */
const pagesAtOnce = 5;
/** Entries of a part, and single ones of all parts that one step begins with. */
const entriesAPart = 5_000;
const itemsAtOnce = 10_000;

type ItemPage = { _id: string } & Items;

const itemPageId = ({ _id, round }: Run, part: number, page: number) =>
  `${_id}:${round}:items:${part}:${page}`;

/** The rules that the run goes by: those of its beginning, whatever was put in force since. */
export function rulesOf({ _id, ruleVersion }: Run, rulebooks: Rulebook[]): Rulebook | undefined {
  const rulebook =
    ruleVersion === null
      ? rulebookOn(rulebooks, lastDayOf(_id))
      : rulebooks.find(({ version }) => version === ruleVersion);
  return rulebook && periodRulesFor(rulebook, _id).length > 0 ? rulebook : undefined;
}

export async function gatherEntries(
  { store }: Pick<Stepping, 'store'>,
  before: Run,
): Promise<Step> {
  const rulebook = rulesOf(before, await store.readRulebooks());
  if (!rulebook) return { run: nextStage(before), changes: [] };
  const asked = askedBy(periodRulesFor(rulebook, before._id));
  const run = before.ruleVersion === null ? await begun(store, before, asked) : before;
  const { entries, isLast } = await readEntries(store, run);
  const last = isLast ? undefined : entries.at(-1);
  const place = { period: run._id, place: run.entries };
  const parts = run.parts === 0 ? [] : partsOf(itemsOf(asked, entries, place), run.parts);
  const next: Run = {
    ...{ ...run, ruleVersion: rulebook.version, entries: run.entries + entries.length },
    gathered: withEntries(run.gathered, run._id, entries),
    itemPages: run.itemPages + (run.parts === 0 ? 0 : 1),
    after: last ? `${last.periodOn} ${last._id}` : null,
  };
  const pages = parts.flatMap((items, part): ItemPage[] =>
    items.subjects.length + items.matters.length === 0
      ? []
      : [{ _id: itemPageId(run, part, run.itemPages), ...items }],
  );
  return {
    run: last ? next : nextStage(next),
    changes: pages.map((page) => create('bulletin_pages', page)),
  };
}

/** So many parts that each is of a step's size, as far as a count can tell. */
async function begun(store: Pick<Store, 'countEntriesIn'>, run: Run, asked: Asked): Promise<Run> {
  if (asksNothing(asked)) return run;
  const count = await store.countEntriesIn(daysOf(run));
  return { ...run, parts: Math.max(1, Math.ceil(count / entriesAPart)) };
}

async function readEntries(store: Pick<Store, 'pageEntriesIn'>, run: Run) {
  const entries: CountedEntry[] = [];
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const last = entries.at(-1);
    const after = last ? { on: last.periodOn, id: last._id } : placeOf(run.after);
    const found = await store.pageEntriesIn({ ...daysOf(run), after });
    entries.push(...found);
    if (found.length < pageSize) return { entries, isLast: true };
  }
  return { entries, isLast: false };
}

/** Looks at some parts; their pages go in the same step. */
export async function lookAtItems({ store }: Pick<Stepping, 'store'>, run: Run): Promise<Step> {
  const [rulebooks, units, people] = await Promise.all([
    ...[store.readRulebooks(), store.readUnits(), store.readEverybody()],
  ] as const);
  const rulebook = rulesOf(run, rulebooks);
  const asked = askedBy(rulebook ? periodRulesFor(rulebook, run._id) : []);
  const seen = { ...run, period: run._id, units, people, shortBefore: [], held: new Map() };
  const { accounts } = periodFacts(seen, daysOf(run).from);
  let { gathered } = run;
  let part = Number(run.after ?? 0);
  let items = 0;
  const ids: string[] = [];
  for (; part < run.parts && items < itemsAtOnce; part += 1) {
    const ofPart = Array.from({ length: run.itemPages }, (_one, page) =>
      itemPageId(run, part, page),
    );
    const found = await store.readBulletinPages<ItemPage>(ofPart);
    const all = {
      subjects: found.flatMap(({ subjects }) => subjects),
      matters: found.flatMap(({ matters }) => matters),
    };
    gathered = withItems(gathered, asked, all, accounts);
    ids.push(...found.map(({ _id }) => _id));
    items += all.subjects.length + all.matters.length;
  }
  const next = { ...run, gathered, after: String(part) };
  return {
    run: part < run.parts ? next : nextStage(next),
    changes: ids.map((id) => drop('bulletin_pages', id)),
  };
}
