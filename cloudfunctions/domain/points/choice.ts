import { hashJson } from '../../kernel/hash';
import type { Cause } from './cause';
import type { Choice, Rule, Rulebook } from './rulebook';
import type { Value } from './value';

export interface Candidate {
  cause: Cause;
  rulebook: Rulebook;
  rule: Rule;
  value: Value;
}

export interface Kept {
  candidate: Candidate;
  /** What it is counted apart by; null where the work counts once. */
  apart: string | null;
  /** How many printings it stands for. */
  among: number;
}

/** The printings of one work that count, oldest first; the order they come in does not matter. */
export function choose(choice: Choice, candidates: Candidate[], chosenId: string | null): Kept[] {
  const ordered = [...candidates].sort(byDay);
  const among = ordered.length;
  if (among === 0) return [];
  switch (choice.kind) {
    case 'sum':
      return ordered.map((candidate) => ({ candidate, apart: candidate.cause.id, among: 1 }));
    case 'first':
      return ordered.slice(0, 1).map((candidate) => ({ candidate, apart: null, among }));
    case 'author': {
      // Until the author chooses, the highest holds.
      const chosen = ordered.find(({ cause }) => cause.id === chosenId) ?? highestOf(ordered);
      return chosen ? [{ candidate: chosen, apart: null, among }] : [];
    }
    case 'highest':
      return highestKept(ordered, null);
    case 'highest_per': {
      const wordOf = ({ cause }: Candidate) => cause.words[choice.dimension]?.[0] ?? '';
      const words = [...new Set(ordered.map(wordOf))].sort();
      return words.flatMap((word) =>
        highestKept(
          ordered.filter((candidate) => wordOf(candidate) === word),
          idOf(word),
        ),
      );
    }
  }
}

/** Entries' ids are plain letters, but an office's groups and columns are in Chinese. */
function idOf(word: string): string {
  return /^[0-9A-Za-z_-]{1,40}$/.test(word) ? word : hashJson(word).slice(0, 12);
}

function highestKept(candidates: Candidate[], apart: string | null): Kept[] {
  const highest = highestOf(candidates);
  return highest ? [{ candidate: highest, apart, among: candidates.length }] : [];
}

/** Of equals, the one that was printed first. */
function highestOf(ordered: Candidate[]): Candidate | undefined {
  return ordered.reduce<Candidate | undefined>(
    (best, one) => (best && best.value.amount >= one.value.amount ? best : one),
    undefined,
  );
}

function byDay({ cause: left }: Candidate, { cause: right }: Candidate): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
