/** A finger's way over the page, told apart from scrolling: sideways to the next or the last story. */
export interface Point {
  clientX: number;
  clientY: number;
}

const sidewaysMin = 80;

/** 1 for a stroke to the left (the next story), -1 to the right, 0 for anything else. */
export function strokeSteps(from: Point | undefined, to: Point | undefined): 1 | 0 | -1 {
  if (!from || !to) return 0;
  const sideways = to.clientX - from.clientX;
  const upright = Math.abs(to.clientY - from.clientY);
  if (Math.abs(sideways) < sidewaysMin || upright * 2 > Math.abs(sideways)) return 0;
  return sideways < 0 ? 1 : -1;
}
