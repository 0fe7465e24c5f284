import type { Host, LaunchOptions } from '../host';
import { launchOptionsOf, type MiniApp } from './app';
import { showPageNotFound } from './not-found';
import type { PageRouter } from './router';
import type { Shell } from './shell';
import { parsePageUrl } from './url';

interface LaunchParts {
  host: Host;
  app: MiniApp;
  router: PageRouter;
  shell: Shell;
  /** Keeps the options for `wx`, before the app's first line runs. */
  keep(options: LaunchOptions): void;
}

/** Launches the app, then opens the page of the address, or the entry page; says when it stands. */
export async function launch({ host, app, router, shell, keep }: LaunchParts): Promise<void> {
  const entry = `/${host.config.entryPagePath}`;
  const url = router.address() || entry;
  const { route, query } = parsePageUrl(url);
  const options = launchOptionsOf(route, query);
  keep(options);
  app.launch(options);
  if (host.config.pages.includes(route)) await router.launch(url);
  else {
    const missing = { path: route, query: options.query, isEntryPage: true };
    const isHandled = app.call('onPageNotFound', missing);
    host.moments.emit('pageNotFound', missing);
    if (!isHandled) showPageNotFound(shell, () => router.launch(entry));
  }
  // Tests and the stage wait for this.
  document.documentElement.dataset.ready = '1';
}
