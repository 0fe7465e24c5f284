/**
 * A column that turns under the finger and stops at a line: the browser's own scrolling and snapping, so
 * that inertia, mouse wheel and trackpad behave as everywhere else.
 */

export interface Wheel {
  index(): number;
  /** Turns to a line; without animation when it has not been shown yet. */
  turnTo(index: number, behavior: ScrollBehavior): void;
  stop(): void;
}

export interface WheelWatch {
  onStart(): void;
  /** The wheel has come to rest at this line. */
  onRest(index: number): void;
  /** Height of a line in CSS pixels. */
  linePx(): number;
}

/** The wheel rests when no scrolling was heard for this long. */
const REST_MS = 120;

/** Makes a scrolling node with lines as children a wheel. Padding above and below is the style's. */
export function createWheel(dom: HTMLElement, watch: WheelWatch): Wheel {
  let isTurning = false;
  // Turning by program is no gesture: it neither starts nor ends one.
  let target: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const index = () => Math.max(0, Math.round(dom.scrollTop / (watch.linePx() || 1)));
  const rest = () => {
    const isOwn = target !== undefined;
    target = undefined;
    if (isTurning && !isOwn) watch.onRest(index());
    isTurning = false;
  };
  const abort = new AbortController();
  dom.addEventListener(
    'scroll',
    (event) => {
      event.stopPropagation();
      if (!isTurning && target === undefined) watch.onStart();
      isTurning = true;
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
    },
    { signal: abort.signal },
  );
  // A finger that comes down takes the wheel over from the program.
  for (const name of ['touchstart', 'wheel', 'mousedown'] as const) {
    dom.addEventListener(name, () => void (target = undefined), {
      signal: abort.signal,
      passive: true,
    });
  }
  return {
    index,
    turnTo(wanted, behavior) {
      const top = wanted * watch.linePx();
      if (Math.abs(dom.scrollTop - top) < 1) return;
      target = wanted;
      dom.scrollTo({ top, behavior });
    },
    stop() {
      clearTimeout(timer);
      abort.abort();
    },
  };
}
