/** Pictures of the sample county's pages for the README; small, since they lie in the repository. */
import { mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { frameUrl } from '../../local/web/frame';
import { personas } from '../../local/seed/people';
import { openBrowser } from '../../test/support/browser/browser';
import { wording } from './wording';

interface Shot {
  name: string;
  /** Who holds the phone. */
  openid: string;
  page?: string;
  /** What the person does before the picture is taken. */
  does?: (page: Page) => Promise<void>;
  /** What is left as it was found, so that a second run takes the same pictures. */
  undoes?: (page: Page) => Promise<void>;
}

const tap = (page: Page, words: string) =>
  page.getByText(words, { exact: true }).locator('visible=true').last().tap();

const shots: Shot[] = [
  { name: 'visitor', openid: 'stage-visitor-a' },
  { name: 'stories', openid: personas.lin, page: '/pages/stories/stories' },
  {
    name: 'filing',
    // Her list of stories is not shown, so that a draft may stay.
    openid: personas.qin,
    page: '/pages/stories/stories',
    does: async (page) => {
      await tap(page, wording.write);
      for (const field of ['headline', 'body'] as const) {
        await page
          .getByPlaceholder(wording[field])
          .locator('visible=true')
          .fill(wording.draft[field]);
      }
      await page.getByLabel(wording.advice).locator('visible=true').waitFor();
    },
  },
  { name: 'todo', openid: personas.zhou, page: '/pages/todo/todo' },
  {
    name: 'review',
    openid: personas.zhou,
    page: '/pages/todo/todo',
    does: (page) => page.locator('[class*=line-headline]').locator('visible=true').first().tap(),
    undoes: async (page) => {
      await page.getByLabel(wording.moreActs).locator('visible=true').tap();
      await tap(page, wording.release);
      await page.getByText(wording.released).locator('visible=true').waitFor();
    },
  },
  { name: 'standing', openid: personas.lin, page: '/pages/standing/standing' },
  {
    name: 'admin',
    openid: personas.he,
    page: '/pages/mine/mine',
    does: (page) => tap(page, wording.administration),
  },
];

const bytesMax = 60 * 1024;
/** From the finest that may fit to one that always does. */
const qualities = [80, 65, 50, 35];

/** Takes all of them; throws when one stays too large. */
export async function takeShots(stage: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const shot of shots) await take(browser, shot, { stage, folder });
  } finally {
    await browser.close();
  }
}

async function take(
  browser: Browser,
  shot: Shot,
  { stage, folder }: { stage: string; folder: string },
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
    hasTouch: true,
    isMobile: true,
  });
  await context.addInitScript('globalThis.__webStart = { privacy: "agreed" }');
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const { openid } = shot;
  await open(page, frameUrl(stage, { frame: `shot-${shot.name}`, openid }, shot.page));
  if (shot.does) {
    await shot.does(page);
    await untilStill(page);
  }
  const file = path.join(folder, `${shot.name}.jpg`);
  for (const quality of qualities) {
    await page.screenshot({ path: file, type: 'jpeg', quality });
    const { size } = await stat(file);
    if (size <= bytesMax) {
      console.log(`${shot.name}.jpg ${Math.round(size / 1024)} KB`);
      await shot.undoes?.(page);
      return context.close();
    }
  }
  throw new Error(`${shot.name}.jpg stays above ${bytesMax} bytes`);
}

/** Opens a page until it has content: the first call of a function may come too late for it. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await untilStill(page);
    if ((await page.locator('[class*=notice]').locator('visible=true').count()) === 0) return;
    await page.reload();
  }
  throw new Error(`${url} shows no content`);
}

/** Until nothing loads any more and two looks, a moment apart, are the same. */
async function untilStill(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // A page that is not there yet or still reading stands still, too.
  await page.locator('[class*=card]').locator('visible=true').first().waitFor();
  const reading = page.locator('[aria-busy="true"]').locator('visible=true').first();
  await reading.waitFor({ state: 'detached' });
  let before = '';
  for (let look = 0; look < 20; look += 1) {
    const now = (await page.screenshot({ type: 'jpeg', quality: 20 })).toString('base64');
    if (now === before) return;
    before = now;
    await page.waitForTimeout(300);
  }
}
