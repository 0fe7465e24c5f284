/** The host that `wx` is given, made of the phone's parts. */
import type { Host, LaunchOptions, OpenTypeServer } from '../host';
import { createIntersectionObserver } from './intersection';
import type { Look } from './look';
import { createNavigationBar } from './navigation-bar';
import type { PullDown } from './pull-down';
import type { PageRouter } from './router';
import { createSelectorQuery } from './selector-query';
import type { Shell } from './shell';
import { resolveSource, setSourceResolver } from './sources';
import type { DrawnTabBar } from './tab-bar';
import type { TextSize } from './text-size';
import type { ThemeKeeper } from './theme';
import { scrollPage, windowSizes } from './window';

export interface HostParts {
  shell: Shell;
  look: Look;
  router: PageRouter;
  moments: Host['moments'];
  tabBar: DrawnTabBar;
  pullDown: PullDown;
  textSize: TextSize;
  themeKeeper: ThemeKeeper;
  openTypes: Map<string, OpenTypeServer>;
  launched(): LaunchOptions;
  redraw(): void;
}

/** Everything of `Host`; safe to call before the first page is open. */
export function hostOf(parts: HostParts): Host {
  const { shell, look, router, tabBar, pullDown, textSize, themeKeeper } = parts;
  const { top } = router;
  return {
    get config() {
      return look.first().config;
    },
    router,
    moments: parts.moments,
    navigationBar: createNavigationBar(top, parts.redraw),
    tabBar,
    layer: shell.layer,
    launchOptions: parts.launched,
    currentPage: top,
    openPages: router.pages,
    windowSizes: () => windowSizes(top()?.frame ?? shell.stage),
    theme: themeKeeper.theme,
    setTheme: themeKeeper.set,
    fontScale: textSize.scale,
    setFontScale(scale) {
      textSize.setScale(scale);
      parts.redraw();
    },
    startPullDown() {
      const page = top();
      if (page) pullDown.start(page);
    },
    stopPullDown: () => pullDown.stop(top()),
    scrollPage(to) {
      const page = top();
      if (page) scrollPage(page, to);
    },
    createSelectorQuery: () => createSelectorQuery(() => top()?.instance),
    createIntersectionObserver: (component, options) =>
      createIntersectionObserver(() => component ?? top()?.instance, options),
    resolveSource,
    setSourceResolver,
    serveOpenType: (openType, server) => void parts.openTypes.set(openType, server),
  };
}
