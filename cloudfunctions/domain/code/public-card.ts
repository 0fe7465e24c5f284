import type { Adoption } from '../adoption/adoption';
import { kindNeeds } from '../story/kinds';

export interface AdoptedTitle {
  headline: string;
  outletName: string;
  printedOn: string;
}

/** Enough to show what somebody writes. */
const titlesMax = 10;

/**
 * What of a person's printings anybody may read, newest first, each work once: nothing of an internal
 * kind, nothing that was killed, nothing that the office has not verified.
 */
export function adoptedTitles(adoptions: Adoption[]): AdoptedTitle[] {
  const shown = new Map<string, AdoptedTitle>();
  for (const { work, state, isAfterKill, movedTo, ...printing } of adoptions) {
    const isOpen = state === 'verified' && !isAfterKill && movedTo === undefined;
    if (!isOpen || kindNeeds[work.kind].isInternal || shown.has(work.id)) continue;
    const { headlineAsPrinted, outletName, printedOn } = printing;
    shown.set(work.id, { headline: headlineAsPrinted || work.headline, outletName, printedOn });
  }
  return [...shown.values()].slice(0, titlesMax);
}
