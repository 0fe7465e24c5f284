/** WeChat's five moves and their refusals, the browser's Back button and typed addresses. */
import { RouteRefusal, type EventChannel, type Router } from '../host';
import { createChannel } from './channel';
import { createHistory, type PageHistory } from './history';
import type { Page } from './page';
import { createPageStack, type PageStack, type PageStackParts } from './page-stack';
import { parsePageUrl, type PageUrl } from './url';

/** WeChat opens no more pages than this in one stack. Source: navigateTo's documentation. */
export const PAGE_STACK_MAX = 10;

export interface RouterParts extends PageStackParts {
  hasPage(route: string): boolean;
  /** Fetches the page's code; settles when the page can be created. */
  load(route: string): Promise<void>;
}

export interface PageRouter extends Router {
  pages(): readonly Page[];
  top(): Page | undefined;
  /** The address that the browser was opened with, if any. */
  address(): string;
  /** Opens the first page; rejects with a RouteRefusal when there is none of that name. */
  launch(url: string): Promise<void>;
}

interface Moving {
  parts: RouterParts;
  stack: PageStack;
  history: PageHistory;
  /** Parses the address and fetches its page; rejects where there is none. */
  wanted(url: string): Promise<PageUrl>;
}

/** A router with an empty stack. Moves run one after another, in the order they were asked for. */
export function createRouter(parts: RouterParts): PageRouter {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(move: () => Promise<T>): Promise<T> => {
    const turn = last.then(move, move);
    last = turn.catch(() => undefined);
    return turn;
  };
  const stack = createPageStack(parts);
  const history = createHistory((depth, url) => {
    void inTurn(() => follow(moving, depth, url));
  });
  const wanted = async (url: string): Promise<PageUrl> => {
    const parsed = parsePageUrl(url, stack.top()?.route);
    if (!parts.hasPage(parsed.route)) throw new RouteRefusal(`page "${parsed.route}" is not found`);
    await parts.load(parsed.route);
    return parsed;
  };
  const moving: Moving = { parts, stack, history, wanted };
  return {
    pages: stack.pages,
    top: stack.top,
    address: history.address,
    launch: (url) => inTurn(() => reLaunch(moving, url)),
    reLaunch: (url) => inTurn(() => reLaunch(moving, url)),
    navigateTo: (url, events) => inTurn(() => navigateTo(moving, url, createChannel(events))),
    redirectTo: (url) => inTurn(() => redirectTo(moving, url)),
    navigateBack: (delta = 1) => inTurn(() => navigateBack(moving, delta)),
    switchTab: (url) => inTurn(() => switchTab(moving, url)),
  };
}

/** The person went back or forth in the browser, or typed an address. */
async function follow(moving: Moving, depth: number, url: string): Promise<void> {
  const { stack } = moving;
  const pages = stack.pages();
  if (pages[depth]?.url !== url) return reLaunch(moving, url);
  stack.pop(pages.length - 1 - depth);
  stack.settle();
}

async function reLaunch({ stack, history, wanted }: Moving, url: string): Promise<void> {
  const next = await wanted(url);
  stack.clear();
  stack.put(next);
  history.replace(next.full, 0);
}

async function navigateTo(
  { parts, stack, history, wanted }: Moving,
  url: string,
  channel: EventChannel,
): Promise<EventChannel> {
  const next = await wanted(url);
  if (parts.isTab(next.route)) throw new RouteRefusal('can not navigateTo a tabbar page');
  if (stack.pages().length >= PAGE_STACK_MAX) {
    throw new RouteRefusal(`webview count limit exceed ${PAGE_STACK_MAX}`);
  }
  stack.top()?.hide();
  stack.put(next, channel);
  history.push(next.full, stack.pages().length - 1);
  return channel;
}

async function redirectTo({ parts, stack, history, wanted }: Moving, url: string): Promise<void> {
  const next = await wanted(url);
  if (parts.isTab(next.route)) throw new RouteRefusal('can not redirectTo a tabbar page');
  stack.pop(Math.min(1, stack.pages().length));
  stack.put(next);
  history.replace(next.full, stack.pages().length - 1);
}

async function navigateBack({ stack, history }: Moving, delta: number): Promise<void> {
  const count = Math.min(Math.max(1, delta), stack.pages().length - 1);
  if (count <= 0) throw new RouteRefusal('cannot navigate back at first page.');
  stack.pop(count);
  stack.settle();
  await history.back(count);
}

async function switchTab({ parts, stack, history, wanted }: Moving, url: string): Promise<void> {
  const next = await wanted(url.split('?')[0] ?? '');
  if (!parts.isTab(next.route)) throw new RouteRefusal('can not switch to no-tabBar page');
  if (stack.top()?.route === next.route) return;
  if (!stack.turnTo(next.route)) stack.put(next);
  history.replace(next.full, 0);
}
