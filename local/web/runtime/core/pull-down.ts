/** Pull to refresh: by the finger at the page's top, or by `wx.startPullDownRefresh`. */
import { WORDS } from '../wording';
import { watchDrag } from './drag';
import type { Page } from './page';

/** How far the finger must pull, and how far the page stays down meanwhile, in CSS pixels. */
const PULL_PX = 50;
/** The finger moves further than the page. */
const RESISTANCE = 0.5;

export interface PullDown {
  /** Shows the pull and calls onPullDownRefresh; nothing while one is under way. */
  start(page: Page): void;
  stop(page: Page | undefined): void;
  /** Lets a finger pull this page. */
  watch(page: Page): void;
}

/** Pulls of any page; which one is under way is kept on the page's frame. */
export function createPullDown(): PullDown {
  const settle = (page: Page, px: number) => {
    page.scroller.style.top = px ? `${px}px` : '';
    indicator(page).style.height = `${px}px`;
  };
  const start = (page: Page) => {
    if (page.frame.dataset.pull === 'refreshing') return;
    page.frame.dataset.pull = 'refreshing';
    settle(page, PULL_PX);
    page.call('onPullDownRefresh');
  };
  const stop = (page: Page | undefined) => {
    if (!page) return;
    delete page.frame.dataset.pull;
    settle(page, 0);
  };
  const watch = (page: Page) => {
    if (!page.settings.enablePullDownRefresh) return;
    watchDrag(page.frame, {
      start: (_x, _y, target) =>
        page.scroller.scrollTop <= 0 && !isScrolledInside(target, page) && !page.frame.dataset.pull,
      move(drag) {
        if (page.scroller.scrollTop > 0 || drag.dy < 0 || Math.abs(drag.dx) > drag.dy) return;
        drag.claim();
        page.frame.dataset.pull = 'pulling';
        settle(page, drag.dy * RESISTANCE);
      },
      end(drag) {
        if (page.frame.dataset.pull !== 'pulling') return;
        if (drag.dy * RESISTANCE >= PULL_PX) start(page);
        else stop(page);
      },
    });
  };
  return { start, stop, watch };
}

/** A finger inside a scrolled scroll-view scrolls that; a popup over the page is not the page. */
function isScrolledInside(target: EventTarget | null, page: Page): boolean {
  for (let node = target as HTMLElement | null; node; node = node.parentElement) {
    if (node === page.scroller) return false;
    if (node.scrollTop > 0 || getComputedStyle(node).position === 'fixed') return true;
  }
  return true;
}

function indicator(page: Page): HTMLElement {
  const known = page.frame.querySelector<HTMLElement>(':scope > .pull-down');
  if (known) return known;
  const made = document.createElement('div');
  made.className = 'pull-down';
  made.setAttribute('aria-label', WORDS.refreshing);
  made.innerHTML = '<i></i><i></i><i></i>';
  page.frame.prepend(made);
  return made;
}
