/** A phone on the TDesign sample, for the journeys of the runtime and its tags. */
import path from 'node:path';
import { beforeJourneys } from './before-journeys';
import { phone, type Phone, type PhoneOptions } from './phone';
import { root } from '../root';

export interface Sample {
  /** Another phone, not yet on any page. */
  another(options?: PhoneOptions): Promise<Phone>;
  /** Opens `/pages/<name>/<name>` anew, with what follows. */
  open(phone: Phone, name: string, query?: string): Promise<void>;
}

const appDir = path.join(root, 'test/samples/tdesign');
const functionsDir = path.join(root, 'test/support/cloud/no-functions');

/** Serves the sample to the journeys of a file. */
export function serveSample(onStarted: (sample: Sample) => void | Promise<void>): void {
  const served = { appDir, cloud: { functionsDir } };
  beforeJourneys(
    ({ browser, pages }) =>
      onStarted({
        another: (options) => phone(browser, options),
        open: (on, name, query = '') => pages.open(on, `/pages/${name}/${name}${query}`),
      }),
    served,
  );
}

/** What the console said that nobody wanted: thrown errors, and errors written there. */
export function complaints(of: Phone): string[] {
  return of.console.filter((line) => /^(pageerror|error):/.test(line));
}
