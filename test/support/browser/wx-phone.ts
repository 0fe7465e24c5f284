/** A phone on the sample of wx's interfaces, for the journeys of the runtime. */
import path from 'node:path';
import { root } from '../root';
import { beforeJourneys } from './before-journeys';
import { phone, type Phone, type PhoneOptions } from './phone';

const appDir = path.join(root, 'test/samples/wx');

/** Serves the sample to the journeys of a file; `aPhone` is on its first page. */
export function serveWx(
  onStarted: (aPhone: (options?: PhoneOptions) => Promise<Phone>) => void | Promise<void>,
): void {
  beforeJourneys(
    ({ browser, pages }) =>
      onStarted(async (options) => {
        const made = await phone(browser, options);
        await pages.open(made);
        return made;
      }),
    { appDir, cloud: {} },
  );
}
