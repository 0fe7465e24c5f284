/** Which rows of 往期采用 are printings still to be entered, and which stand already. */
import type { Adoption } from '../adoption/adoption';
import { printingsMax } from '../adoption/report-printing';
import { plainName } from '../outlet/outlet';
import type { OpeningProblem } from './opening-shape';
import { printingIdIn, workIdOf, type WantedPrinting } from './read-printing';

/** An adoption of the days that the rows are about, as far as an import has to know. */
export type KnownPrinting = Pick<
  Adoption,
  '_id' | 'outletId' | 'printedOn' | 'state' | 'movedTo'
> & { work: Pick<Adoption['work'], 'id' | 'headline' | 'unitId' | 'credits'> };

export interface PrintingsPlan {
  /** Those of one unit and author stand together, so that a step touches few accounts. */
  added: WantedPrinting[];
  known: number;
  /** Rows that stand already under what somebody entered in the app. */
  met: { row: number; state: Adoption['state'] }[];
  problems: OpeningProblem[];
}

export function planPrintings(rows: WantedPrinting[], known: KnownPrinting[]): PrintingsPlan {
  const ids = new Set(known.map(({ _id }) => _id));
  const standing = new Map(
    known.filter(({ movedTo }) => movedTo === undefined).map((one) => [likeness(one), one]),
  );
  const works = new Map(known.map(({ work }) => [workIdOf(work), work.id]));
  const seen = new Map<string, number>();
  const ofWork = new Map<string, number>();
  const plan: PrintingsPlan = { added: [], known: 0, met: [], problems: [] };
  for (const row of rows) {
    const likes = likeness({ ...row.facts, outletId: row.facts.outlet._id, work: row.work });
    const first = seen.get(likes);
    seen.set(likes, first ?? row.row);
    const met = standing.get(likes);
    // A further printing of a work that was entered in the app belongs to its family.
    const work = { ...row.work, id: works.get(row.work.id) ?? row.work.id };
    const isKnown = [row.work, work].some((one) => ids.has(printingIdIn(one, row.facts)));
    if (first !== undefined) plan.problems.push(blame(row, 'printing_twice', String(first)));
    // A report that waits is told even where its id is the row's own: nobody has verified it.
    else if (isKnown && met?.state !== 'reported') plan.known += 1;
    else if (met) plan.met.push({ row: row.row, state: met.state });
    else {
      const count = (ofWork.get(work.id) ?? 0) + 1;
      ofWork.set(work.id, count);
      if (count > printingsMax) plan.problems.push(blame(row, 'printings_many', ''));
      plan.added.push({ ...row, work });
    }
  }
  plan.added.sort(byOwner);
  return plan;
}

const blame = ({ row }: WantedPrinting, code: OpeningProblem['code'], about: string) =>
  ({ sheet: 'printings', row, column: null, code, about }) as const;

/** One headline of one unit at one outlet on one day is one printing, wherever on the page. */
function likeness(
  printing: Pick<KnownPrinting, 'outletId' | 'printedOn'> & {
    work: Pick<Adoption['work'], 'headline' | 'unitId'>;
  },
): string {
  const { work, outletId, printedOn } = printing;
  return [work.unitId, outletId, printedOn, plainName(work.headline)].join(' ');
}

function byOwner(left: WantedPrinting, right: WantedPrinting): number {
  return keyOf(left) < keyOf(right) ? -1 : 1;
}

const keyOf = ({ work, facts, row }: WantedPrinting) =>
  [
    ...[work.unitId, work.credits[0]?.personId ?? '', work.id, facts.printedOn],
    String(row).padStart(6, '0'),
  ].join(' ');
