/** Opens a page into the shell: settings, bars, pull-down, custom tab bar. */
import type { Engine } from './engine';
import type { Look } from './look';
import { openPage, type Page } from './page';
import type { PageStackParts } from './page-stack';
import type { PullDown } from './pull-down';

interface OpenerParts {
  engine: Engine;
  stage: HTMLElement;
  look: Look;
  pullDown: PullDown;
  isTab(route: string): boolean;
  /** Draws the bars for the page on top. */
  redraw(): void;
}

/** What the page stack opens pages with. */
export function createPageOpener(parts: OpenerParts): PageStackParts['open'] {
  const { engine, stage, look, pullDown } = parts;
  return (url, opener, announce) =>
    openPage({
      engine,
      stage,
      url,
      settings: look.settingsOf(url.route),
      bar: look.barOf(url.route),
      opener,
      announce(page) {
        announce(page);
        // The bars take their room before the page measures itself.
        parts.redraw();
        paintGround(page, look);
        pullDown.watch(page);
        addCustomTabBar(parts, page);
      },
    });
}

/** The window behind the page, in the colour of the current theme. */
export function paintGround(page: Page, look: Look): void {
  page.frame.style.backgroundColor = look.settingsOf(page.route).backgroundColor ?? '';
}

/** WeChat gives each tab page its own instance of the custom bar. */
function addCustomTabBar({ engine, look, isTab }: OpenerParts, page: Page): void {
  const { customTabBar, tabBar } = look.config();
  if (!customTabBar || !tabBar?.custom || !isTab(page.route)) return;
  const root = engine.createRoot('custom-tab-bar', `/${customTabBar}`);
  const placeholder = document.createElement('span');
  page.frame.append(placeholder);
  root.attach(page.frame as never, placeholder as never);
  // The root's method caller is the bar as its own code sees it.
  page.tabBarInstance = root.get() as unknown as Record<string, unknown>;
}
