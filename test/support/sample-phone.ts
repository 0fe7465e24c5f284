/** A phone on the TDesign sample, for the journeys of the runtime and its tags. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { startPages, type Pages } from './pages';
import { phone, type Phone, type PhoneOptions } from './phone';

export interface Sample {
  readonly browser: Browser;
  readonly pages: Pages;
  /** Another phone, not yet on any page. */
  another(options?: PhoneOptions): Promise<Phone>;
  /** Opens `/pages/<name>/<name>` anew, with what follows. */
  open(phone: Phone, name: string, query?: string): Promise<void>;
  stop(): Promise<void>;
}

const appDir = path.resolve(__dirname, '../samples/tdesign');
const functionsDir = path.resolve(__dirname, 'no-functions');

/** Starts browser, cloud and pages. */
export async function openSample(): Promise<Sample> {
  const [browser, pages] = await Promise.all([
    openBrowser(),
    startPages({ appDir, cloud: { functionsDir } }),
  ]);
  return {
    browser,
    pages,
    another: (options) => phone(browser, options),
    open: (on, name, query = '') => pages.open(on, `/pages/${name}/${name}${query}`),
    stop: async () => {
      await browser.close();
      await pages.stop();
    },
  };
}

/** What the console said that nobody wanted: thrown errors, and errors written there. */
export function complaints(of: Phone): string[] {
  return of.console.filter((line) => /^(pageerror|error):/.test(line));
}
