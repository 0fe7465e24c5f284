import type { OpenPage, WindowSizes } from '../host';
import { domOf, elementOf, type Component } from './element';

/** The frame stands for the page's window; there is no status bar above it. */
export function windowSizes(frame: HTMLElement): WindowSizes {
  const { innerWidth, innerHeight } = window;
  return {
    windowWidth: frame.clientWidth || innerWidth,
    windowHeight: frame.clientHeight || innerHeight,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    pixelRatio: window.devicePixelRatio,
    statusBarHeight: 0,
    safeArea: { left: 0, right: innerWidth, top: 0, bottom: innerHeight },
  };
}

interface ScrollTo {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  duration?: number;
}

/** Scrolls a page; a selector that finds nothing scrolls nowhere, as in WeChat. */
export function scrollPage(page: OpenPage, to: ScrollTo): void {
  const { scroller } = page;
  let top = to.scrollTop;
  if (to.selector !== undefined) {
    const root = (elementOf(page.instance) as Component | undefined)?.getShadowRoot?.();
    const dom = domOf(root?.querySelector(to.selector));
    if (!dom) return;
    const shift = dom.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    top = scroller.scrollTop + shift + (to.offsetTop ?? 0);
  }
  if (top === undefined) return;
  scroller.scrollTo({ top, behavior: to.duration === 0 ? 'instant' : 'smooth' });
}

/** CSS pixels of one rpx, as units.ts sets `--rpx` on the document. */
export function rpxPx(): number {
  const { innerWidth } = window;
  return (innerWidth >= WIDE_PX_MIN ? PHONE_PX : innerWidth) / RPX_PER_WINDOW;
}

const RPX_PER_WINDOW = 750;
const WIDE_PX_MIN = 900;
const PHONE_PX = 390;
