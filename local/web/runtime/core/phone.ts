/** Puts the runtime together: shell, engine, app, pages, router, and the host that `wx` is given. */
import { themed, type AppConfig, type FirstChunk } from '../../bundle';
import type { Host, OpenTypeServer, Theme } from '../host';
import { createApp, launchOptionsOf, type MiniApp } from './app';
import type { Engine } from './engine';
import { createIntersectionObserver } from './intersection';
import { createMoments } from './moments';
import { createNavigationBar, drawNavigationBar } from './navigation-bar';
import { openPage, type BarState, type Page } from './page';
import { createPullDown } from './pull-down';
import type { Registry } from './register';
import { createRouter, type PageRouter } from './router';
import { createSelectorQuery } from './selector-query';
import { buildShell } from './shell';
import { packageSource, resolveSource, setSourceResolver } from './sources';
import { createTabBar } from './tab-bar';
import { createTextSize } from './text-size';
import { createThemeKeeper } from './theme';
import { parsePageUrl } from './url';
import { scrollPage, windowSizes } from './window';
import { showPageNotFound } from './not-found';

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
  let first: FirstChunk | undefined;
  const configured = () => {
    if (!first) throw new Error('boot.setup has not been called');
    return first;
  };
  const look = (): AppConfig => {
    const { config } = configured();
    return themed(config, config.theme, themeKeeper.theme() === 'dark');
  };
  const top = () => router.top();
  const redraw = () => {
    const page = top();
    if (!page) return;
    const isEntry = page.route === configured().config.entryPagePath || tabBar.isTab(page.route);
    drawNavigationBar(shell, page, router.pages()[0] === page, isEntry);
    tabBar.draw();
    textSize.apply(page.rootFontSize);
  };
  const textSize = createTextSize();
  const themeKeeper = createThemeKeeper((theme) => onTheme(theme));
  const tabBar = createTabBar({
    place: shell.tabs,
    config: () => first && look().tabBar,
    resolve: packageSource,
    route: () => top()?.route ?? '',
    onTap(entry, index) {
      void router.switchTab(`/${entry.pagePath}`).then(() => {
        top()?.call('onTabItemTap', { index, pagePath: entry.pagePath, text: entry.text });
      });
    },
  });
  const app = createApp(moments, top);
  const router = createRouter({
    hasPage: (route) => configured().config.pages.includes(route),
    isTab: tabBar.isTab,
    load: (route) =>
      configured()
        .load(route)
        .then(() => registry.completeMissing(route)),
    open: (url, opener, announce) =>
      openPage({
        engine,
        stage: shell.stage,
        url,
        settings: settingsOf(look(), url.route),
        bar: barOf(look(), url.route),
        opener,
        announce(page) {
          announce(page);
          // The bars take their room before the page measures itself.
          redraw();
          page.frame.style.backgroundColor = page.settings.backgroundColor ?? '';
          pullDown.watch(page);
          addCustomTabBar(engine, look(), page, tabBar.isTab);
        },
      }),
    onTop: redraw,
  });
  const onTheme = (theme: Theme) => {
    for (const page of router.pages()) Object.assign(page.bar, colorsOf(look(), page.route));
    redraw();
    app.call('onThemeChange', { theme });
    moments.emit('themeChange', { theme });
  };
  const sizes = () => windowSizes(top()?.frame ?? shell.stage);
  let launched = launchOptionsOf('', {});

  const host: Host = {
    get config() {
      return configured().config;
    },
    router,
    moments,
    navigationBar: createNavigationBar(top, redraw),
    tabBar,
    layer: shell.layer,
    launchOptions: () => launched,
    currentPage: top,
    openPages: () => router.pages(),
    windowSizes: sizes,
    theme: themeKeeper.theme,
    setTheme: themeKeeper.set,
    fontScale: textSize.scale,
    setFontScale(scale) {
      textSize.setScale(scale);
      redraw();
    },
    startPullDown: () => {
      const page = top();
      if (page) pullDown.start(page);
    },
    stopPullDown: () => pullDown.stop(top()),
    scrollPage: (to) => {
      const page = top();
      if (page) scrollPage(page, to);
    },
    createSelectorQuery: () => createSelectorQuery(() => top()?.instance),
    createIntersectionObserver: (component, options) =>
      createIntersectionObserver(() => component ?? top()?.instance, options),
    resolveSource,
    setSourceResolver,
    serveOpenType: (openType, server) => void openTypes.set(openType, server),
  };

  window.addEventListener('resize', () => {
    const { windowWidth, windowHeight } = sizes();
    const size = { windowWidth, windowHeight };
    for (const page of router.pages()) page.resize(size);
    moments.emit('resize', { size });
  });
  shell.back.addEventListener('click', () => void router.navigateBack());
  shell.home.addEventListener('click', () => void router.reLaunch(`/${host.config.entryPagePath}`));

  return {
    host,
    app,
    router,
    redraw,
    openTypeServer: (openType) => openTypes.get(openType),
    configure(chunk) {
      first = chunk;
      themeKeeper.start(chunk.config.darkmode);
      document.documentElement.dataset.style = chunk.config.style ?? '';
    },
    async start() {
      if (host.config.customTabBar) registry.completeMissing(host.config.customTabBar);
      const url = router.address() || `/${host.config.entryPagePath}`;
      const { route, query } = parsePageUrl(url);
      launched = launchOptionsOf(route, query);
      app.launch(launched);
      if (host.config.pages.includes(route)) await router.launch(url);
      else {
        const missing = { path: route, query: launched.query, isEntryPage: true };
        const isHandled = app.call('onPageNotFound', missing);
        moments.emit('pageNotFound', missing);
        if (!isHandled)
          showPageNotFound(shell, () => router.launch(`/${host.config.entryPagePath}`));
      }
      document.documentElement.dataset.ready = '1';
    },
  };
}

function settingsOf(config: AppConfig, route: string): Page['settings'] {
  return { ...config.window, ...config.pageConfig[route] };
}

function colorsOf(
  config: AppConfig,
  route: string,
): Pick<BarState, 'frontColor' | 'backgroundColor'> {
  const settings = settingsOf(config, route);
  return {
    // WeChat's defaults: white text on black; `black` and `white` are the only words.
    frontColor: settings.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff',
    backgroundColor: settings.navigationBarBackgroundColor ?? '#000000',
  };
}

function barOf(config: AppConfig, route: string): BarState {
  const title = settingsOf(config, route).navigationBarTitleText ?? '';
  return { title, ...colorsOf(config, route), isLoading: false, isHomeHidden: false };
}

/** WeChat gives each tab page its own instance of the custom bar. */
function addCustomTabBar(
  engine: Engine,
  config: AppConfig,
  page: Page,
  isTab: (route: string) => boolean,
): void {
  if (!config.customTabBar || !config.tabBar?.custom || !isTab(page.route)) return;
  const root = engine.createRoot('custom-tab-bar', `/${config.customTabBar}`);
  const placeholder = document.createElement('span');
  page.frame.append(placeholder);
  root.attach(page.frame as never, placeholder as never);
  page.tabBarInstance = root.get() as unknown as Record<string, unknown>;
}
