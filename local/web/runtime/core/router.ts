/** The page stack: WeChat's five moves, their refusals, the browser's Back button and typed addresses. */
import { RouteRefusal, type EventChannel, type Router } from '../host';
import { createChannel } from './channel';
import { createHistory } from './history';
import type { Page } from './page';
import { parsePageUrl, type PageUrl } from './url';

/** WeChat opens no more pages than this in one stack. Source: navigateTo's documentation. */
export const PAGE_STACK_MAX = 10;

export interface RouterParts {
  hasPage(route: string): boolean;
  isTab(route: string): boolean;
  /** Fetches the page's code; settles when the page can be created. */
  load(route: string): Promise<void>;
  open(url: PageUrl, opener: EventChannel | undefined, announce: (page: Page) => void): Page;
  /** The page now on top has changed: bars follow. */
  onTop(page: Page, isFirst: boolean): void;
}

export interface PageRouter extends Router {
  pages(): readonly Page[];
  top(): Page | undefined;
  /** The address that the browser was opened with, if any. */
  address(): string;
  /** Opens the first page; rejects with a RouteRefusal when there is none of that name. */
  launch(url: string): Promise<void>;
}

/** A router with an empty stack. Moves run one after another, in the order they were asked for. */
export function createRouter(parts: RouterParts): PageRouter {
  let stack: Page[] = [];
  const tabs = new Map<string, Page>();
  let last: Promise<unknown> = Promise.resolve();
  const top = () => stack[stack.length - 1];
  const settleTop = () => {
    const page = top();
    if (!page) return;
    page.show();
    parts.onTop(page, stack.length === 1);
  };
  const inTurn = <T>(move: () => Promise<T>): Promise<T> => {
    const turn = last.then(move, move);
    last = turn.catch(() => undefined);
    return turn;
  };
  const wanted = async (url: string): Promise<PageUrl> => {
    const parsed = parsePageUrl(url, top()?.route);
    if (!parts.hasPage(parsed.route)) throw new RouteRefusal(`page "${parsed.route}" is not found`);
    await parts.load(parsed.route);
    return parsed;
  };
  const put = (url: PageUrl, opener?: EventChannel) => {
    const page = parts.open(url, opener, (opened) => stack.push(opened));
    if (parts.isTab(page.route)) tabs.set(page.route, page);
    settleTop();
  };
  const drop = (page: Page) => {
    tabs.delete(page.route);
    page.destroy();
  };
  const pop = (count: number) =>
    stack
      .splice(stack.length - count)
      .reverse()
      .forEach(drop);
  const clear = () => {
    // Tabs that are not on the stack live on until a relaunch.
    const all = new Set([...stack].reverse().concat([...tabs.values()]));
    stack = [];
    all.forEach(drop);
  };
  const relaunch = async (url: string) => {
    const next = await wanted(url);
    clear();
    put(next);
    history.replace(next.full, 0);
  };
  const history = createHistory((depth, url) => {
    void inTurn(async () => {
      if (depth < stack.length && stack[depth]?.url === url) {
        pop(stack.length - 1 - depth);
        settleTop();
      } else await relaunch(url);
    });
  });

  return {
    pages: () => stack,
    top,
    address: history.address,
    launch: (url) => inTurn(() => relaunch(url)),
    reLaunch: (url) => inTurn(() => relaunch(url)),
    navigateTo: (url, events) =>
      inTurn(async () => {
        const next = await wanted(url);
        if (parts.isTab(next.route)) throw new RouteRefusal('can not navigateTo a tabbar page');
        if (stack.length >= PAGE_STACK_MAX) {
          throw new RouteRefusal(`webview count limit exceed ${PAGE_STACK_MAX}`);
        }
        const channel = createChannel(events);
        top()?.hide();
        put(next, channel);
        history.push(next.full, stack.length - 1);
        return channel;
      }),
    redirectTo: (url) =>
      inTurn(async () => {
        const next = await wanted(url);
        if (parts.isTab(next.route)) throw new RouteRefusal('can not redirectTo a tabbar page');
        pop(Math.min(1, stack.length));
        put(next);
        history.replace(next.full, stack.length - 1);
      }),
    navigateBack: (delta = 1) =>
      inTurn(async () => {
        const count = Math.min(Math.max(1, delta), stack.length - 1);
        if (count <= 0) throw new RouteRefusal('cannot navigate back at first page.');
        pop(count);
        settleTop();
        await history.back(count);
      }),
    switchTab: (url) =>
      inTurn(async () => {
        const next = await wanted(url.split('?')[0] ?? '');
        if (!parts.isTab(next.route)) throw new RouteRefusal('can not switch to no-tabBar page');
        if (top()?.route === next.route) return;
        top()?.hide();
        stack
          .filter((page) => !parts.isTab(page.route))
          .reverse()
          .forEach(drop);
        const kept = tabs.get(next.route);
        stack = kept ? [kept] : [];
        if (kept) settleTop();
        else put(next);
        history.replace(next.full, 0);
      }),
  };
}
