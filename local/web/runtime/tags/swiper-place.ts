/** Where items of a swiper stand: plain arithmetic, in items. */

/** The index that a wish comes to: round the circle, or held at the ends. */
export function settleIndex(wanted: number, count: number, isCircular: boolean): number {
  if (isCircular) return ((wanted % count) + count) % count;
  return Math.max(0, Math.min(count - 1, wanted));
}

/** A distance in a circle of `count`, taken the shorter way round: 3 of 4 is -1. */
export function nearestTurn(distance: number, count: number): number {
  const turn = ((distance % count) + count) % count;
  return turn > count / 2 ? turn - count : turn;
}
