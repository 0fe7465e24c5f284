/** Photos as a phone shoots them, and what the phone has kept of them. */
import type { Browser } from 'playwright-core';
import { onceARun } from '../run/once-a-run';
import type { Phone } from './phone';

/** A photo of 12 megapixels with soft ground and fine grain, some 3 MB as from a phone. */
export function aShot(browser: Browser, seed: number): Promise<Buffer> {
  return onceARun(`shot-${seed}`, () => shoot(browser, seed));
}

/** The next time the phone asks for photos, it gets these. */
export async function pickNext({ page }: Phone, shots: Buffer[]): Promise<void> {
  const files = shots.map((bytes, index) => ({
    name: `IMG_${index}.jpg`,
    type: 'image/jpeg',
    base64: bytes.toString('base64'),
  }));
  await page.evaluate(`__web.wx.pickNext(${JSON.stringify(files)})`);
}

/** Chooses photos in the open form, and waits until all are on the phone. */
export async function addPhotos(
  lin: Phone,
  shots: Buffer[],
  options?: { timeout: number },
): Promise<void> {
  await pickNext(lin, shots);
  const { page } = lin;
  await page.getByText('添加图片').tap();
  await page.locator(`[aria-label^="第 ${shots.length} 张"]`).waitFor(options);
}

const keptIn = 'wxfile://usr/stories';

/** The files of photos that the phone keeps, and their bytes together. */
export async function keptPhotos(phone: Phone): Promise<{ paths: string[]; bytes: number }> {
  const { stats } = await phone.file<{ stats: { path: string; stats: { size: number } }[] }>(
    'stat',
    { path: keptIn, recursive: true },
  );
  // A folder has no size.
  const files = stats.filter(({ stats: { size } }) => size > 0);
  return {
    paths: files.map(({ path }) => `${keptIn}/${path}`.replace('stories//', 'stories/')),
    bytes: files.reduce((sum, { stats: { size } }) => sum + size, 0),
  };
}

async function shoot(browser: Browser, seed: number): Promise<Buffer> {
  const page = await browser.newPage();
  const address = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
    const pen = canvas.getContext('2d');
    const sky = pen.createLinearGradient(0, 0, 0, 3000);
    sky.addColorStop(0, 'hsl(${(seed * 47) % 360} 60% 75%)');
    sky.addColorStop(1, 'hsl(${(seed * 47 + 60) % 360} 45% 35%)');
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 4000, 3000);
    let random = ${seed};
    const next = () => {
      random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
      return random / 4294967296;
    };
    for (let n = 0; n < 3000; n += 1) {
      pen.fillStyle = 'hsl(' + next() * 360 + ' 40% ' + (25 + next() * 50) + '%)';
      pen.fillRect(next() * 4000, 1200 + next() * 1800, 20 + next() * 80, 20 + next() * 80);
    }
    // A sensor's grain: most of a photo's bytes, and gone once it is scaled down.
    const pixels = pen.getImageData(0, 0, 4000, 3000);
    for (let at = 0; at < pixels.data.length; at += 4) {
      const grain = (next() - 0.5) * 24;
      for (const channel of [0, 1, 2]) pixels.data[at + channel] += grain;
    }
    pen.putImageData(pixels, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.88);
  })()`);
  await page.close();
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
