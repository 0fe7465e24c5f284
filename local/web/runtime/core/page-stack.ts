/** The open pages: which is on top, which tabs are kept, and in what order pages are left. */
import type { EventChannel } from '../host';
import type { Page } from './page';
import type { PageUrl } from './url';

export interface PageStackParts {
  isTab(route: string): boolean;
  open(url: PageUrl, opener: EventChannel | undefined, announce: (page: Page) => void): Page;
  /** The page now on top has changed: bars follow. */
  onTop(page: Page, isFirst: boolean): void;
}

export interface PageStack {
  pages(): readonly Page[];
  top(): Page | undefined;
  /** Opens a page above the others and shows it. */
  put(url: PageUrl, opener?: EventChannel): void;
  /** Leaves so many pages from the top; what is below is not shown yet. */
  pop(count: number): void;
  /** Leaves all pages, kept tabs included. */
  clear(): void;
  /** Leaves all that is no tab, and shows the kept tab if there is one; else answers false. */
  turnTo(route: string): boolean;
  /** Shows the page on top. */
  settle(): void;
}

/** An empty stack. */
export function createPageStack(parts: PageStackParts): PageStack {
  let stack: Page[] = [];
  // Tabs live on while another tab is shown.
  const tabs = new Map<string, Page>();
  const top = () => stack[stack.length - 1];
  const settle = () => {
    const page = top();
    if (!page) return;
    page.show();
    parts.onTop(page, stack.length === 1);
  };
  const drop = (page: Page) => {
    tabs.delete(page.route);
    page.destroy();
  };
  return {
    pages: () => stack,
    top,
    settle,
    put(url, opener) {
      const page = parts.open(url, opener, (opened) => stack.push(opened));
      if (parts.isTab(page.route)) tabs.set(page.route, page);
      settle();
    },
    pop: (count) =>
      stack
        .splice(stack.length - count)
        .reverse()
        .forEach(drop),
    clear() {
      const all = new Set([...stack].reverse().concat([...tabs.values()]));
      stack = [];
      all.forEach(drop);
    },
    turnTo(route) {
      top()?.hide();
      const left = stack.filter((page) => !parts.isTab(page.route));
      left.reverse().forEach(drop);
      const kept = tabs.get(route);
      stack = kept ? [kept] : [];
      settle();
      return kept !== undefined;
    },
  };
}
