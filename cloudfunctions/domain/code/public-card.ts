import type { Adoption, Credit } from '../adoption/adoption';
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
 * kind, nothing that was killed, nothing that the office has not verified, and nothing that was printed
 * without their name.
 */
export function adoptedTitles(adoptions: Adoption[], personId: string): AdoptedTitle[] {
  const shown = new Map<string, AdoptedTitle>();
  for (const adoption of adoptions) {
    const { work, state, isAfterKill, movedTo, ...printing } = adoption;
    const isOpen = state === 'verified' && !isAfterKill && movedTo === undefined;
    if (!isNamed(adoption, personId)) continue;
    if (!isOpen || kindNeeds[work.kind].isInternal || shown.has(work.id)) continue;
    const { headlineAsPrinted, outletName, printedOn } = printing;
    shown.set(work.id, { headline: headlineAsPrinted || work.headline, outletName, printedOn });
  }
  return [...shown.values()].slice(0, titlesMax);
}

/** As far as the office has looked at the byline of the printing itself. */
function isNamed({ creditsAsPrinted }: Adoption, personId: string): boolean {
  const isTheirs = (credit: Credit) => credit.personId === personId && !credit.isJournalist;
  return creditsAsPrinted?.some(isTheirs) ?? true;
}
