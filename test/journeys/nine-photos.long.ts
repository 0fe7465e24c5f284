/**
 * Nine photos of 12 megapixels, as many as WeChat chooses at once: what the phone keeps of them.
 * SHOTS=1 leaves the first as it is kept in test-output/nine-photos/, to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { startNewsroom, type Newsroom } from '../support/county/newsroom';
import { journey, type Pages } from '../support/browser/pages';
import { phone } from '../support/browser/phone';
import { addPhotos, aShot, keptPhotos } from '../support/browser/shots';

const folder = path.resolve(__dirname, '../../test-output/nine-photos');

let browser: Browser;
let pages: Pages;
let room: Newsroom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
});

journey(
  'nine photos of 12 megapixels go down to 6 % of their bytes, 1600 pixels wide',
  async () => {
    const lin = await phone(browser, { openid: room.lin.openid });
    await pages.open(lin, '/pages/filing/filing');
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const shots: Buffer[] = [];
    for (const seed of seeds) shots.push(await aShot(browser, seed));
    await addPhotos(lin, shots, { timeout: 120_000 });
    const { paths, bytes: after } = await keptPhotos(lin);
    const before = shots.reduce((sum, { length }) => sum + length, 0);
    if (process.env.SHOTS) {
      mkdirSync(folder, { recursive: true });
      const about = { before, after, share: after / before, files: paths };
      writeFileSync(path.join(folder, 'sizes.json'), JSON.stringify(about, null, 2));
      const first = { filePath: paths[0], encoding: 'base64' };
      const { data } = await lin.file<{ data: string }>('readFile', first);
      writeFileSync(path.join(folder, 'first.jpg'), Buffer.from(data, 'base64'));
    }
    expect(paths).toHaveLength(9);
    expect(after).toBeLessThanOrEqual(before * 0.06);
    await lin.close();
  },
  300_000,
);
