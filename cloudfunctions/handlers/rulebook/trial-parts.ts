/** What a dry run keeps between its steps: pages of lines, as JSON under ids that its run tells. */
import type { JuryPoints, WorkSubject } from '../../domain/points/period-facts';
import type { LookedEntry } from '../../domain/points/period-items';
import type { Gathered, OwnerSums } from '../../domain/points/period-sums';
import type { RuleEntry } from '../../domain/points/rule-entry';
import type { Trial } from '../../domain/points/trial';
import { inLots } from '../../kernel/lots';
import type { TrialStore } from './trial-place';

/** Pages of one kind that a step adds to those that are there. */
export interface Kept {
  what: string;
  pages: string[];
}

/** What a step brings. */
export interface TrialStep {
  trial: Trial;
  kept: Kept[];
  /** What nothing further asks for. */
  spent: string[];
  /** How much work it was, in works. */
  read: number;
}

/** Well below what any database takes as one document. */
const charactersMax = 200_000;

export const partId = ({ runId }: Pick<Trial, 'runId'>, what: string, n: number) =>
  `${runId}:${what}:${n}`;

export function partIds(trial: Pick<Trial, 'runId' | 'parts'>, what: string): string[] {
  return Array.from({ length: trial.parts[what] ?? 0 }, (_one, n) => partId(trial, what, n));
}

/** Lines of some kinds, in the order of their ids; another's run may just have swept them, and then fails anyway. */
export async function readLines<Line>(
  { store }: { store: Pick<TrialStore, 'readTrialParts'> },
  ids: string[],
): Promise<Line[]> {
  const parts = ids.length > 0 ? await store.readTrialParts(ids) : [];
  const byId = new Map(parts.map(({ _id, lines }) => [_id, lines]));
  return ids.flatMap((id) => JSON.parse(byId.get(id) ?? '[]') as Line[]);
}

/** So many lines a page. */
export function pagesBy<Line>(lines: Line[], size: number): string[] {
  return inLots(lines, size).map((page) => JSON.stringify(page));
}

/** As many lines a page as go into one. */
export function pagesOf(lines: unknown[]): string[] {
  const pages: string[] = [];
  let page: string[] = [];
  let size = 0;
  for (const line of lines) {
    const text = JSON.stringify(line);
    if (size + text.length > charactersMax && page.length > 0) {
      pages.push(`[${page.join()}]`);
      [page, size] = [[], 0];
    }
    page.push(text);
    size += text.length + 1;
  }
  return page.length > 0 ? [...pages, `[${page.join()}]`] : pages;
}

/** Entries of one owner together, since an owner's id is longer than all the rest. */
type OwnerLine = [ownerKey: string, ...entries: EntryLine[]];
type EntryLine =
  | [book: RuleEntry['book'], category: string, amount: number]
  | [
      ...[book: RuleEntry['book'], category: string, amount: number],
      ...[causeId: string, workId: string | null, title: string],
    ];

export function entryLines(entries: RuleEntry[]): OwnerLine[] {
  const owners = new Map<string, OwnerLine>();
  for (const { ownerKey, book, category, amount, causeId, workId, title } of entries) {
    const owner = owners.get(ownerKey) ?? ([ownerKey] as OwnerLine);
    owners.set(ownerKey, owner);
    owner.push(
      causeId === '' && workId === null && title === ''
        ? [book, category, amount]
        : [book, category, amount, causeId, workId, title],
    );
  }
  return [...owners.values()];
}

export function entriesOf(lines: OwnerLine[]): RuleEntry[] {
  return lines.flatMap(([ownerKey, ...entries]) =>
    entries.map(([book, category, amount, causeId = '', workId = null, title = '']) => ({
      ...{ ownerKey, book, category, amount, causeId, workId, title },
      causeKind: 'adoption' as const,
    })),
  );
}

/** Entries that rules look at one by one, without the names of their fields. */
type AsideLine = [
  ...[owner: string, book: LookedEntry['book'], category: string, amount: number],
  ...[causeId: string, workId: string | null, title: string, place: number],
];

export const asideLines = (entries: LookedEntry[]): AsideLine[] =>
  entries.map(({ ownerKey, book, category, amount, causeId, workId, title, place }) => [
    ...([ownerKey, book, category, amount, causeId, workId, title, place] as const),
  ]);

export const asideOf = (lines: AsideLine[]): LookedEntry[] =>
  lines.map(([ownerKey, book, category, amount, causeId, workId, title, place]) => ({
    ...{ ownerKey, book, category, amount, causeId, workId, title, place },
  }));

/** One owner, or one that the jury judged, or a work. */
interface GatheredLine {
  owner?: OwnerSums;
  jury?: JuryPoints;
  work?: WorkSubject;
}

export const gatheredLines = ({ owners, jury, works }: Gathered): GatheredLine[] => [
  ...owners.map((owner) => ({ owner })),
  ...jury.map((one) => ({ jury: one })),
  ...works.map((work) => ({ work })),
];

export const gatheredOf = (lines: GatheredLine[]): Gathered => ({
  owners: lines.flatMap(({ owner }) => owner ?? []),
  jury: lines.flatMap(({ jury }) => jury ?? []),
  works: lines.flatMap(({ work }) => work ?? []),
});
