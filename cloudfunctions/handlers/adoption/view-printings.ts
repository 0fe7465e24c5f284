import type { ValueOf } from '../../contract';
import type { Adoption } from '../../domain/adoption/adoption';
import { termOn } from '../../domain/outlet/outlet';
import type { WholeStory } from '../../store/whole-story';

type Printing = ValueOf<'story.show'>['story']['adoptions'][number];

/** Where the clippings lie that a story's page shows, one a printing. */
export function clippingsOf(adoptions: Adoption[]): string[] {
  return standing(adoptions).flatMap((adoption) => clippingOf(adoption) ?? []);
}

/** The printings of a story as its page shows them, the newest first; `links` by place. */
export function viewPrintings(
  { adoptions, outlets }: Pick<WholeStory, 'adoptions' | 'outlets'>,
  links: Map<string, string>,
): Printing[] {
  const byId = new Map(outlets.map((outlet) => [outlet._id, outlet]));
  return standing(adoptions).map((adoption) => {
    const { _id, outletId, outletName, printedOn, position, state, isAfterKill } = adoption;
    const outlet = outletId === null ? undefined : byId.get(outletId);
    const clipping = clippingOf(adoption);
    const newest = adoption.metrics.at(-1);
    return {
      ...{ id: _id, outletName, printedOn, position, state, isAfterKill },
      level: (outlet && termOn(outlet, printedOn)?.level) ?? null,
      headlineAsPrinted: adoption.headlineAsPrinted,
      url: adoption.evidence.find(({ url }) => url !== null)?.url ?? null,
      clippingUrl: (clipping && links.get(clipping)) ?? null,
      reads: newest?.reads ?? null,
      forwards: newest?.forwards ?? null,
      stoppedWhy: adoption.stoppedWhy ?? '',
    };
  });
}

/** What moved to another printing is shown there. */
function standing(adoptions: Adoption[]): Adoption[] {
  return adoptions
    .filter(({ movedTo }) => movedTo === undefined)
    .sort((left, right) => (left.printedOn < right.printedOn ? 1 : -1));
}

function clippingOf({ evidence }: Adoption): string | undefined {
  return evidence.find(({ fileId }) => fileId !== null)?.fileId ?? undefined;
}
