/** Puts the runtime together: shell, engine, app, pages, router, and the host that `wx` is given. */
import type { FirstChunk, TabBarEntry } from '../../bundle';
import type { Host, OpenTypeServer, Theme } from '../host';
import { createApp, launchOptionsOf, type MiniApp } from './app';
import type { Engine } from './engine';
import { hostOf } from './host-of';
import { launch } from './launch';
import { createLook, type Look } from './look';
import { createMoments } from './moments';
import { drawNavigationBar } from './navigation-bar';
import { createPageOpener, paintGround } from './page-opener';
import { createPullDown } from './pull-down';
import type { Registry } from './register';
import { createRouter, type PageRouter } from './router';
import { buildShell, type Shell } from './shell';
import { packageSource } from './sources';
import { createTabBar } from './tab-bar';
import { createTextSize } from './text-size';
import { createThemeKeeper } from './theme';

export interface Phone {
  readonly host: Host;
  readonly app: MiniApp;
  readonly router: PageRouter;
  /** Serves `<button open-type>`; undefined where nobody does. */
  openTypeServer(openType: string): OpenTypeServer | undefined;
  configure(first: FirstChunk): void;
  /** Launches the app and opens the page of the address, or the entry page. */
  start(): Promise<void>;
  /** page-meta changed something of this page. */
  redraw(): void;
}

/** A phone without a mini-program yet; `configure` brings one, `start` runs it. */
export function createPhone(engine: Engine, registry: Registry): Phone {
  const shell = buildShell();
  const moments = createMoments();
  const openTypes = new Map<string, OpenTypeServer>();
  const pullDown = createPullDown();
  const textSize = createTextSize();
  const themeKeeper = createThemeKeeper((theme) => onTheme(theme));
  const look = createLook(() => themeKeeper.theme() === 'dark');
  const tabBar = createTabBar({
    place: shell.tabs,
    config: () => (look.isSet() ? look.config().tabBar : undefined),
    resolve: packageSource,
    route: () => router.top()?.route ?? '',
    onTap: (entry, index) => void tapTab(router, entry, index),
  });
  const redraw = () => {
    const page = router.top();
    if (!page) return;
    const { route } = page;
    const isEntry = route === look.first().config.entryPagePath || tabBar.isTab(route);
    drawNavigationBar(shell, page, router.pages()[0] === page, isEntry);
    engine.wearSheetOf(route);
    tabBar.draw();
    textSize.apply(page.rootFontSize);
  };
  const router = createRouter({
    ...{ hasPage: (route) => look.first().config.pages.includes(route), isTab: tabBar.isTab },
    load: (route) => loadPage(look, registry, route),
    open: createPageOpener({ engine, stage: shell.stage, look, pullDown, redraw, ...tabBar }),
    onTop: redraw,
  });
  const app = createApp(moments, router.top);
  const onTheme = (theme: Theme) => {
    repaint(router, look);
    redraw();
    app.call('onThemeChange', { theme });
    moments.emit('themeChange', { theme });
  };
  let launched = launchOptionsOf('', {});
  const parts = { shell, look, router, moments, tabBar, pullDown, textSize, themeKeeper };
  const host = hostOf({ ...parts, openTypes, redraw, launched: () => launched });
  watchShell(shell, host, router);
  return {
    host,
    app,
    router,
    redraw,
    openTypeServer: (openType) => openTypes.get(openType),
    configure(first) {
      look.set(first);
      themeKeeper.start(first.config.darkmode);
      document.documentElement.dataset.style = first.config.style ?? '';
    },
    start() {
      const { customTabBar } = host.config;
      if (customTabBar) registry.completeMissing(customTabBar);
      return launch({ host, app, router, shell, keep: (options) => void (launched = options) });
    },
  };
}

async function loadPage(look: Look, registry: Registry, route: string): Promise<void> {
  await look.first().load(route);
  registry.completeMissing(route);
}

async function tapTab(router: PageRouter, entry: TabBarEntry, index: number): Promise<void> {
  const { pagePath, text } = entry;
  await router.switchTab(`/${pagePath}`);
  router.top()?.call('onTabItemTap', { index, pagePath, text });
}

/** A change of theme paints every open page anew; titles that pages have set stay. */
function repaint(router: PageRouter, look: Look): void {
  for (const page of router.pages()) {
    const { frontColor, backgroundColor } = look.barOf(page.route);
    Object.assign(page.bar, { frontColor, backgroundColor });
    paintGround(page, look);
  }
}

function watchShell(shell: Shell, host: Host, router: PageRouter): void {
  window.addEventListener('resize', () => {
    const { windowWidth, windowHeight } = host.windowSizes();
    const size = { windowWidth, windowHeight };
    for (const page of router.pages()) page.resize(size);
    host.moments.emit('resize', { size });
  });
  shell.back.addEventListener('click', () => void router.navigateBack());
  shell.home.addEventListener('click', () => void router.reLaunch(`/${host.config.entryPagePath}`));
}
