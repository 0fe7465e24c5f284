import { dayOf } from '../../kernel/days';
import { kindNeeds } from '../story/kinds';
import type { Story } from '../story/story';
import { likenessMin, likenessOf, type Sketch } from './likeness';

/** How far back the county's stories are looked through. */
export const duplicateDays = 14;
/** Nobody reads further down such a list. */
const duplicatesMax = 5;

export interface Candidate {
  storyId: string;
  signature: string;
  story: Pick<Story, 'number' | 'headline' | 'kind' | 'state' | 'filedAt'> | undefined;
  unitName: string;
}

export interface Duplicate {
  number: string;
  headline: string;
  unitName: string;
  filedOn: string;
  score: number;
}

/** Stories that read alike, most alike first; internal kinds and stories that ended are left out. */
export function duplicatesOf(
  sketch: Sketch,
  candidates: Candidate[],
  exceptStoryId: string | null,
): Duplicate[] {
  const best = new Map<string, Duplicate>();
  for (const { storyId, signature, story, unitName } of candidates) {
    const score = likenessOf(sketch.signature, signature);
    if (!story || storyId === exceptStoryId || score < likenessMin || !isShown(story)) continue;
    // Revisions of one story are one duplicate.
    if ((best.get(storyId)?.score ?? 0) >= score) continue;
    const { number, headline, filedAt } = story;
    best.set(storyId, { number, headline, unitName, filedOn: dayOf(filedAt), score });
  }
  return [...best.values()].sort((left, right) => right.score - left.score).slice(0, duplicatesMax);
}

/** 社情民意 and 调研报告 are for their reviewers only, their headlines too. */
export function isShown({ kind, state }: Pick<Story, 'kind' | 'state'>): boolean {
  return !kindNeeds[kind].isInternal && !['withdrawn', 'spiked', 'killed'].includes(state);
}
