/** One open page: its component, its frame, and WeChat's order of lifecycle calls. */
import type { Root } from 'glass-easel-miniprogram-adapter';

import type { PageConfig, WindowConfig } from '../../bundle';
import type { EventChannel, OpenPage } from '../host';
import { createChannel } from './channel';
import type { Engine } from './engine';
import { createFrame, watchScroll } from './frame';
import { afterPaint, flushReady } from './ready';
import type { PageUrl } from './url';

/** WeChat's default of onReachBottomDistance. Source: page configuration, 50 px. */
const REACH_BOTTOM_PX = 50;

type Instance = Record<string, unknown>;

/** What the bars show while this page is on top; page-meta and wx may change it. */
export interface BarState {
  title: string;
  frontColor: string;
  backgroundColor: string;
  isLoading: boolean;
  isHomeHidden: boolean;
}

export interface Page extends OpenPage {
  readonly url: string;
  readonly settings: WindowConfig & Partial<PageConfig>;
  readonly bar: BarState;
  readonly rootNode: ReturnType<Root['getComponent']>;
  /** Set by page-meta; empty means the app's default. */
  rootFontSize: string;
  tabBarInstance?: Instance;
  show(): void;
  hide(): void;
  destroy(): void;
  resize(size: { windowWidth: number; windowHeight: number }): void;
}

export interface PageParts {
  engine: Engine;
  stage: HTMLElement;
  url: PageUrl;
  settings: WindowConfig & Partial<PageConfig>;
  bar: BarState;
  /** The channel to the page that opened this one, if it was opened by navigateTo. */
  opener?: EventChannel;
  /** Called before the page's first lifecycle, so that `getCurrentPages` already has it. */
  announce(page: Page): void;
}

let pagesMade = 0;

/** Creates the page, attaches it and calls onLoad; the caller then shows it. */
export function openPage({ engine, stage, url, settings, bar, opener, announce }: PageParts): Page {
  const place = createFrame(stage);
  const root = engine.createRoot('page-root', url.full);
  // The root's method caller is the page as its own code sees it.
  const instance = root.get() as unknown as Instance;
  const rootNode = root.getComponent();
  const call = (method: string, ...values: unknown[]): unknown => {
    const found = instance[method];
    return typeof found === 'function' ? guarded(() => found.apply(instance, values)) : undefined;
  };
  let isShown = false;
  const page: Page = {
    route: url.route,
    query: url.query,
    url: url.full,
    instance,
    frame: place.frame,
    scroller: place.scroller,
    settings,
    bar,
    rootNode,
    rootFontSize: '',
    call,
    show() {
      place.show();
      if (isShown) return;
      isShown = true;
      call('onShow');
      rootNode.triggerPageLifetime('show', []);
    },
    hide() {
      if (isShown) {
        isShown = false;
        call('onHide');
        rootNode.triggerPageLifetime('hide', []);
      }
      place.hide();
    },
    destroy() {
      call('onUnload');
      root.release();
      place.remove();
    },
    resize(size) {
      place.fitHeight();
      call('onResize', { size });
      rootNode.triggerPageLifetime('resize', [{ size }]);
    },
  };
  identify(page, opener);
  announce(page);
  attach(root, page);
  call('onLoad', url.query);
  afterPaint(() => {
    flushReady();
    call('onReady');
    rootNode.triggerPageLifetime('routeDone', []);
  });
  return page;
}

function attach(root: Root, page: Page): void {
  const placeholder = document.createElement('span');
  page.scroller.append(placeholder);
  root.attach(page.scroller as never, placeholder as never);
  watchScroll(page.scroller, {
    onScroll: (scrollTop) => page.call('onPageScroll', { scrollTop }),
    onReachBottom: () => page.call('onReachBottom'),
    reachBottomPx: page.settings.onReachBottomDistance ?? REACH_BOTTOM_PX,
  });
}

/** What WeChat puts on every page instance. */
function identify(page: Page, opener: EventChannel | undefined): void {
  pagesMade += 1;
  const pageId = `pageId:${pagesMade}`;
  const channel = opener ?? createChannel();
  const added: Instance = {
    route: page.route,
    __route__: page.route,
    options: page.query,
    getOpenerEventChannel: () => channel,
    getPageId: () => pageId,
    getTabBar: () => page.tabBarInstance ?? null,
  };
  for (const [name, value] of Object.entries(added)) {
    Object.defineProperty(page.instance, name, { value, configurable: true, writable: true });
  }
}

/** A lifecycle that throws must not keep the router from finishing; the app hears of it. */
function guarded(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
