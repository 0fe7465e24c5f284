/**
 * What the rules of one period on one side have to know, some pages a step, as a closing gathers it
 * (`period/gather-entries.ts`): facts, then entries, then what was laid aside for rules that ask for single
 * works, a part a step. What is little is gone through in one step, and nothing of it is laid aside.
 */
import { lookedWhere, foldEntries } from '../../domain/bulletin/fold-entries';
import { periodFacts } from '../../domain/bulletin/rule-facts';
import { noTallies, withFiled, type FiledCount } from '../../domain/bulletin/tally';
import { periodsWithin } from '../../domain/bulletin/try-rules';
import { spanOf, type PeriodKey } from '../../domain/ledger/period';
import { lastDayOf } from '../../domain/period/period';
import type { Side } from '../../domain/points/dry-run';
import type { RuleFact } from '../../domain/points/facts';
import { periodRulesFor } from '../../domain/points/period-facts';
import {
  askedBy,
  asksNothing,
  itemsOf,
  partsOf,
  type Asked,
} from '../../domain/points/period-items';
import { withItems } from '../../domain/points/period-parts';
import { withEntries, withFacts, type Gathered } from '../../domain/points/period-sums';
import { rulebookOn } from '../../domain/points/rulebook';
import { isMonth, type Trial } from '../../domain/points/trial';
import {
  asideLines,
  asideOf,
  entriesOf,
  entryLines,
  gatheredLines,
  gatheredOf,
  pagesOf,
  partId,
  partIds,
  readLines,
  type Kept,
  type TrialStep,
} from './trial-parts';
import type { TrialPlace } from './trial-place';

/** Where a period's stage of one side goes on. */
interface Cursor {
  phase: 'gather' | 'look' | 'rules';
  /** Which of its sources, and which page of it. */
  source: number;
  page: number;
  /** Entries that were read. */
  seen: number;
  /** In how many parts single entries are laid aside, and the next that is looked at. */
  parts: number;
  part: number;
  /** Part of the name under which what is gathered so far is kept. */
  round: number;
}

/** Everything is gathered, and the rules may be applied; or there is more to do after this step. */
export type GatherStep = { gathered: Gathered; kept: Kept[]; spent: string[]; read: number } & (
  { isDone: true } | { isDone: false; after: string }
);

const beginning: Cursor = {
  ...{ phase: 'gather', source: 0, page: 0, seen: 0 },
  ...{ parts: 0, part: 0, round: 0 },
};

export const sumsOf = (side: Side) => (period: PeriodKey) => `${period} sums ${side}`;

/** Is it part of a longer period that is worked out after it? */
export function isWanted({ plan }: TrialPlace, at: PeriodKey, period: PeriodKey): boolean {
  return plan.slice(plan.indexOf(at) + 1).some((key) => shorterIn(key).includes(period));
}

const shorterIn = (period: PeriodKey) => periodsWithin(period).filter((key) => key !== period);

export async function gatherPeriod(place: TrialPlace, trial: Trial): Promise<GatherStep> {
  const cursor = trial.after === null ? beginning : (JSON.parse(trial.after) as Cursor);
  const state = stateOf(trial, cursor);
  const gathered = gatheredOf(await readLines(place, partIds(trial, state)));
  if (cursor.phase === 'rules') {
    return { isDone: true, gathered, kept: [], spent: [state], read: 0 };
  }
  const step = cursor.phase === 'gather' ? readSources : lookAtPart;
  const done = await step(place, trial, { cursor, gathered });
  return { ...done, spent: [...done.spent, ...(state in trial.parts ? [state] : [])] };
}

const stateOf = ({ at, stage }: Trial, { round }: Cursor) => `${at} gathered ${stage} ${round}`;

interface Going {
  cursor: Cursor;
  gathered: Gathered;
}

/** What is gathered is kept anew under another name, so that a step that is broken off leaves it alone. */
function goingOn(trial: Trial, { cursor, gathered }: Going, step: Omit<TrialStep, 'trial'>) {
  const next = { ...cursor, round: cursor.round + 1 };
  const state = { what: stateOf(trial, next), pages: pagesOf(gatheredLines(gathered)) };
  return {
    ...{ isDone: false as const, after: JSON.stringify(next), gathered },
    ...{ ...step, kept: [...step.kept, state] },
  };
}

async function readSources(
  place: TrialPlace,
  trial: Trial,
  { cursor, gathered: before }: Going,
): Promise<GatherStep> {
  const at = trial.at ?? '';
  const side = sideOf(trial);
  const sources = sourcesOf(trial);
  const asked = askedIn(place, trial);
  const taken = nextPages(trial, sources, { cursor, most: place.sizes.pages });
  const facts = await readLines<RuleFact>(place, taken.facts);
  const entries = entriesOf(await readLines(place, taken.entries));
  const gathered = withEntries(withFacts(before, at, facts), at, entries);
  const parts = cursor.parts === 0 ? partCount(place, trial, sources) : cursor.parts;
  const items = itemsOf(asked, entries, { period: at, place: cursor.seen });
  const isMore = taken.source < sources.length;
  const kept =
    isWanted(place, at, at) && isMonth(at) ? [lookedLater(place, side, at, entries)] : [];
  const spent = taken.done.filter((what) => !isReadAgain(place, trial, what));
  const read = entries.length / 5;
  if (!isMore && cursor.round === 0) {
    const { accounts } = periodFacts(await materialOf(place, trial, gathered), fromOf(at));
    return {
      ...{ isDone: true, gathered: withItems(gathered, asked, items, accounts) },
      ...{ kept, spent, read },
    };
  }
  const laidAside = asksNothing(asked)
    ? []
    : partsOf(items, parts).flatMap((one, part) => [
        { what: asideName(trial, 'subjects', part), pages: pagesOf(asideLines(one.subjects)) },
        { what: asideName(trial, 'matters', part), pages: pagesOf(asideLines(one.matters)) },
      ]);
  const phase = isMore ? 'gather' : asksNothing(asked) ? 'rules' : 'look';
  const { source, page } = taken;
  const next: Cursor = {
    ...cursor,
    phase,
    source,
    page,
    parts,
    seen: cursor.seen + entries.length,
  };
  return goingOn(trial, { cursor: next, gathered }, { kept: [...kept, ...laidAside], spent, read });
}

interface Source {
  what: string;
  isFacts: boolean;
}

/** A month's own; of a longer one, what all shorter ones within it came to. */
function sourcesOf(trial: Trial): Source[] {
  const at = trial.at ?? '';
  const side = sideOf(trial);
  const facts = periodsWithin(at)
    .filter(isMonth)
    .map((month) => `${month} facts`);
  const entries = isMonth(at) ? [`${at} ${side}`, `${at} hand`] : shorterIn(at).map(sumsOf(side));
  return [
    ...facts.map((what) => ({ what, isFacts: true })),
    ...entries.map((what) => ({ what, isFacts: false })),
  ];
}

/** So many pages from where it goes on, and the sources that are through with them. */
function nextPages(
  trial: Trial,
  sources: Source[],
  { cursor, most }: { cursor: Cursor; most: number },
) {
  let { source, page } = cursor;
  const [facts, entries, done]: [string[], string[], string[]] = [[], [], []];
  while (source < sources.length) {
    const { what, isFacts } = sources[source] ?? sources[0]!; // `source` is within them
    if (page >= (trial.parts[what] ?? 0)) {
      if (page > 0) done.push(what);
      [source, page] = [source + 1, 0];
    } else if (facts.length + entries.length < most) {
      (isFacts ? facts : entries).push(partId(trial, what, page));
      page += 1;
    } else break;
  }
  return { source, page, facts, entries, done };
}

/** Facts are read by longer periods and by the other side; a hand's entries by the other side. */
function isReadAgain(place: TrialPlace, trial: Trial, what: string): boolean {
  const at = trial.at ?? '';
  const [period = '', kind] = what.split(' ');
  if (kind === 'facts') return true;
  if (kind === 'hand') return sideOf(trial) === 'before';
  return !isMonth(at) && isWanted(place, at, period);
}

/** Each of about a step's pages. */
function partCount({ sizes }: TrialPlace, { parts }: Trial, sources: Source[]): number {
  const pages = sources.reduce(
    (sum, { what, isFacts }) => sum + (isFacts ? 0 : (parts[what] ?? 0)),
    0,
  );
  return Math.max(1, Math.ceil(pages / sizes.pages));
}

/** What rules of longer periods look at work by work; of the rest, sums are kept at the end. */
function lookedLater({ looked }: TrialPlace, side: Side, at: PeriodKey, entries: Entries): Kept {
  const later = entries.filter(lookedWhere(looked.longer[side]));
  const lines = entryLines(foldEntries(later, looked.longer[side]));
  return { what: sumsOf(side)(at), pages: pagesOf(lines) };
}

type Entries = ReturnType<typeof entriesOf>;

/** One part, whose pages go in the same step. */
async function lookAtPart(
  place: TrialPlace,
  trial: Trial,
  { cursor, gathered: before }: Going,
): Promise<GatherStep> {
  const { part, parts } = cursor;
  const own = [asideName(trial, 'subjects', part), asideName(trial, 'matters', part)] as const;
  const [subjects, matters] = await Promise.all(
    own.map(async (what) => asideOf(await readLines(place, partIds(trial, what)))),
  );
  const items = { subjects: subjects ?? [], matters: matters ?? [] };
  const { accounts } = periodFacts(await materialOf(place, trial, before), fromOf(trial.at ?? ''));
  const gathered = withItems(before, askedIn(place, trial), items, accounts);
  const phase = part + 1 < parts ? 'look' : 'rules';
  return goingOn(
    trial,
    { cursor: { ...cursor, phase, part: part + 1 }, gathered },
    {
      ...{ kept: [], spent: own.filter((what) => what in trial.parts) },
      read: (items.subjects.length + items.matters.length) / 5,
    },
  );
}

const asideName = ({ at, stage }: Trial, what: 'subjects' | 'matters', part: number) =>
  `${at} ${what} ${stage} ${part}`;

/** All that the rules of the period see, but for money that waits. */
export async function materialOf(place: TrialPlace, trial: Trial, gathered: Gathered) {
  const period = trial.at ?? '';
  const months = periodsWithin(period).filter(isMonth);
  const ids = months.flatMap((month) => partIds(trial, `${month} filed`));
  const [people, filed] = await Promise.all([
    place.store.readEverybody(),
    readLines<FiledCount>(place, ids),
  ]);
  return {
    ...{ period, gathered, people, units: place.units, shortBefore: [], held: new Map() },
    tallies: withFiled(noTallies, filed, []),
  };
}

/** Nothing where the period has no rules. */
function askedIn({ sides }: TrialPlace, trial: Trial): Asked {
  const at = trial.at ?? '';
  const rulebook = rulebookOn(sides[sideOf(trial)], lastDayOf(at));
  return askedBy(rulebook ? periodRulesFor(rulebook, at) : []);
}

// Only the stages of the two sides come here.
export const sideOf = ({ stage }: Trial) => stage as Side;
const fromOf = (period: PeriodKey) => spanOf(period)?.from ?? '';
