/**
 * Every page of app.json on a whole sample county: usual and small phone, standard and large type,
 * light and dark. SHOTS=1 keeps a picture of each in test-output/pages/.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { seedCounty } from '../../local/seed';
import { boxedIn } from '../support/browser/boxed';
import { brokenDates } from '../support/browser/broken-dates';
import { openBrowser } from '../support/browser/browser';
import {
  routes,
  showRoute,
  type Route,
  type Sample,
  sampleOf,
} from '../support/browser/every-page';
import { auditPage, limits, shiftMax, watchShifts } from '../support/browser/page-audit';
import { journey, startPages, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';

const root = path.resolve(__dirname, '../..');
const shots = path.join(root, 'test-output/pages');

const looks = [
  { name: 'usual', viewport: { width: 390, height: 844 }, fontScale: 1, dark: false },
  { name: 'small-large-type', viewport: { width: 360, height: 640 }, fontScale: 1.4, dark: false },
  { name: 'dark', viewport: { width: 390, height: 844 }, fontScale: 1.3, dark: true },
] as const;

type Look = (typeof looks)[number];

let browser: Browser;
let pages: Pages;
let sample: Sample;

beforeAll(async () => {
  pages = await startPages();
  await seedCounty(pages.cloud.base, Date.now());
  sample = await sampleOf(pages.cloud);
  browser = await openBrowser();
  if (process.env.SHOTS) mkdirSync(shots, { recursive: true });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

test('every page of app.json is looked at', () => {
  const app = JSON.parse(readFileSync(path.join(root, 'miniprogram/app.json'), 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  const all = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root: folder, pages: own }) =>
      own.map((page) => `${folder}/${page}`),
    ),
  ];
  const looked = new Set(routes.map(({ page }) => page));
  expect(all.filter((page) => !looked.has(page))).toEqual([]);
});

test('the platform got every photo of the sample county, however fast its months pass', async () => {
  const lines = pages.cloud.sdk().database().collection('story_events');
  const { total: passed } = await lines.where({ 'checks.verdict': 'pass' }).count();
  const { total: unchecked } = await lines.where({ kind: 'content_unchecked' }).count();
  expect([passed > 0, unchecked]).toEqual([true, 0]);
});

const rows = looks.flatMap((look) =>
  routes.map((route) => [`${route.page} ${route.about ?? ''} ${look.name}`, route, look] as const),
);

journey.each(rows)('%s reads, fits and stands still', async ([title, route, look]) => {
  const shown = await openSettled(route, look);
  if (process.env.SHOTS) {
    const file = `${title.replace(/[ /]+/g, '-')}.png`;
    await shown.page.screenshot({ path: path.join(shots, file) });
  }
  const { findings, small, overflowing, shift, ...sizes } = await auditPage(shown.page);
  expect({ findings, small, overflowing }).toEqual({ findings: [], small: [], overflowing: [] });
  for (const [what, most] of Object.entries(limits)) {
    expect([what, sizes[what as keyof typeof limits] <= most]).toEqual([what, true]);
  }
  expect(await boxedIn(shown.page)).toEqual([]);
  expect(await brokenDates(shown.page)).toEqual([]);
  expect(shift).toBeLessThanOrEqual(shiftMax);
});

/** Phones by who holds them and how they show; each has looked at one page already. */
const phones = new Map<string, Promise<Phone>>();

async function openSettled(route: Route, look: Look): Promise<Phone> {
  const { openid } = route;
  const key = `${openid} ${look.name}`;
  const opening = phones.get(key) ?? openPhone(openid, look);
  phones.set(key, opening);
  const shown = await opening;
  await shown.page.evaluate('globalThis.__shift = 0');
  await showRoute(shown, route, sample);
  return shown;
}

async function openPhone(openid: string, look: Look): Promise<Phone> {
  const shown = await phone(browser, { ...look, openid });
  await shown.context.addInitScript(watchShifts);
  await pages.open(shown, '/pages/home/home');
  await shown.page.waitForLoadState('networkidle');
  // A phone has its font; where the preview brings one, its coming is no fault of the page's.
  await shown.page.evaluate('Promise.all([...document.fonts].map((font) => font.load()))');
  return shown;
}
