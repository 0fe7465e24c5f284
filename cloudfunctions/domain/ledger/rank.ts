/** 名次: who has as much shares a rank, and the next one counts everybody before it. */

/** Ranks of amounts that are sorted from the most down; `before` stand above the first. */
export function ranksOf(
  amounts: number[],
  start?: { rank: number; place: number; amount: number },
) {
  let rank = start?.rank ?? 0;
  let previous = start?.amount;
  const before = start?.place ?? 0;
  return amounts.map((amount, at) => {
    if (amount !== previous) rank = before + at + 1;
    previous = amount;
    return rank;
  });
}

/** Ranks beyond this are not told: whoever is that far down is shown the points alone. */
export const rankMax = 2000;

/** The rank of somebody above whom so many stand, counted up to `rankMax`. */
export function rankBelow(above: number): number | null {
  return above < rankMax ? above + 1 : null;
}
