import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { startPages, type Pages, type PagesOptions } from './pages';

export interface Started {
  browser: Browser;
  pages: Pages;
}

/**
 * A browser and pages for the journeys of a file, until the last of them. What `onStarted` starts
 * besides, the file ends itself.
 */
export function beforeJourneys(
  onStarted: (started: Started) => void | Promise<void>,
  options?: PagesOptions,
): void {
  let opening: Promise<Browser> | undefined;
  let starting: Promise<Pages> | undefined;
  beforeAll(async () => {
    [opening, starting] = [openBrowser(), startPages(options)];
    const [browser, pages] = await Promise.all([opening, starting]);
    await onStarted({ browser, pages });
  });
  afterAll(async () => {
    // What has started is ended even when the other failed, of which the first hook told.
    const [browser, pages] = await Promise.allSettled([opening, starting]);
    if (browser.status === 'fulfilled') await browser.value?.close();
    if (pages.status === 'fulfilled') await pages.value?.stop();
  });
}
