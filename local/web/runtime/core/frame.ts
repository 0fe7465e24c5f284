/**
 * A page's place in the document. The frame has a transform, so that fixed positions inside it stay inside
 * it; the scroller inside does the scrolling, so that fixed things do not scroll along.
 */

export interface Frame {
  readonly frame: HTMLElement;
  readonly scroller: HTMLElement;
  show(): void;
  hide(): void;
  remove(): void;
  /** Sets the unit behind `vh` in wxss to the frame's own height. */
  fitHeight(): void;
}

/** What a scrolling page tells its owner. */
export interface ScrollWatch {
  onScroll(scrollTop: number): void;
  onReachBottom(): void;
  /** How near the end counts as its end, in CSS pixels. */
  reachBottomPx: number;
}

/** Creates a frame at the end of the stage, shown. */
export function createFrame(stage: HTMLElement): Frame {
  const frame = document.createElement('div');
  frame.className = 'page-frame';
  const scroller = document.createElement('div');
  scroller.className = 'page-scroll';
  frame.append(scroller);
  stage.append(frame);
  const fitHeight = () => {
    if (frame.clientHeight > 0) frame.style.setProperty('--wvh', `${frame.clientHeight / 100}px`);
  };
  let scrollTop = 0;
  fitHeight();
  return {
    frame,
    scroller,
    fitHeight,
    show() {
      frame.hidden = false;
      // A hidden frame forgets where it was scrolled to.
      scroller.scrollTop = scrollTop;
      fitHeight();
    },
    hide() {
      scrollTop = scroller.scrollTop;
      frame.hidden = true;
    },
    remove: () => frame.remove(),
  };
}

/** Tells of scrolling, and once each time the end comes near. */
export function watchScroll(scroller: HTMLElement, watch: ScrollWatch): void {
  let wasNearEnd = false;
  // A page that has grown since has a new end to be told of.
  let toldHeight = 0;
  scroller.addEventListener('scroll', () => {
    // Hiding a frame scrolls it to 0; the page did not move.
    if (scroller.clientHeight === 0) return;
    const { scrollTop, clientHeight, scrollHeight } = scroller;
    watch.onScroll(scrollTop);
    const isNearEnd = scrollTop + clientHeight + watch.reachBottomPx >= scrollHeight;
    if (isNearEnd && (!wasNearEnd || scrollHeight > toldHeight)) {
      toldHeight = scrollHeight;
      watch.onReachBottom();
    }
    wasNearEnd = isNearEnd;
  });
}
