/**
 * The click that the browser makes of the touch that opened something may lie on a button or a line of
 * it, and nobody meant that: what was touched down elsewhere is no click here. Keys and programs touch nothing.
 */
export function ignoreGhostClick(element: HTMLElement): void {
  let isTouched = false;
  element.addEventListener('pointerdown', () => (isTouched = true), true);
  element.addEventListener(
    'click',
    (event) => {
      if (!isTouched && event.detail > 0) event.stopPropagation();
    },
    true,
  );
}
