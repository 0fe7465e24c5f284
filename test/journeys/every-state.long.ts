/**
 * Every page when something is amiss: no network, a cloud that does not answer, a county where nothing
 * has happened yet. Each says what is so and what to do, and stands as well as it does with content.
 * SHOTS=1 keeps a picture of each in test-output/states/.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { seedCounty } from '../../local/seed';
import { personas } from '../../local/seed/people';
import { openBrowser } from '../support/browser/browser';
import {
  routes,
  sampleOf,
  showRoute,
  type Route,
  type Sample,
} from '../support/browser/every-page';
import { startNewsroom } from '../support/county/newsroom';
import { auditPage } from '../support/browser/page-audit';
import { journey, startPages, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';

const shots = path.resolve(__dirname, '../../test-output/states');

type State = 'offline' | 'failed' | 'empty';

let browser: Browser;
/** The sample county, and one that was founded and staffed and did nothing since. */
let whole: Pages;
let bare: Pages;
let sample: Sample;
/** Who holds the bare county's phone in the place of a person of the sample county. */
let standIns: Map<string, string>;

beforeAll(async () => {
  [browser, whole, bare] = await Promise.all([openBrowser(), startPages(), startPages()]);
  await seedCounty(whole.cloud.base, Date.now());
  sample = await sampleOf(whole.cloud);
  const room = await startNewsroom(bare.cloud);
  standIns = new Map([
    [personas.lin, room.lin.openid],
    [personas.zhou, room.zhou.openid],
    [personas.he, room.he.openid],
  ]);
  if (process.env.SHOTS) mkdirSync(shots, { recursive: true });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await whole?.stop();
  await bare?.stop();
});

/** Ids of the sample county mean nothing in the bare one; pages that are reached by none do. */
const needsNoId = ({ query, about }: Route) => query === undefined && about === undefined;

const rows = (['offline', 'failed', 'empty'] as const).flatMap((state) =>
  routes
    .filter((route) => state !== 'empty' || needsNoId(route))
    .map((route) => [`${route.page} ${route.about ?? ''} ${state}`, route, state] as const),
);

journey.each(rows)('%s says so, reads and fits', async ([title, route, state]) => {
  const shown = await phoneIn(state, route.openid);
  await showRoute(shown, route, sample);
  if (process.env.SHOTS) {
    const file = `${title.replace(/[ /]+/g, '-')}.png`;
    await shown.page.screenshot({ path: path.join(shots, file) });
  }
  const { findings, small, overflowing } = await auditPage(shown.page);
  expect({ findings, small, overflowing }).toEqual({ findings: [], small: [], overflowing: [] });
  expect(await shown.page.evaluate<string>(textInFront)).not.toBe('');
});

const textInFront = `[...document.querySelectorAll('wx-page-root')]
  .filter((page) => page.getBoundingClientRect().width > 0).at(-1).innerText.trim()`;

/** Phones by state and holder; each has seen the first page while all was well. */
const phones = new Map<string, Promise<Phone>>();

function phoneIn(state: State, openid: string): Promise<Phone> {
  const key = `${state} ${openid}`;
  const opening = phones.get(key) ?? openIn(state, openid);
  phones.set(key, opening);
  return opening;
}

async function openIn(state: State, openid: string): Promise<Phone> {
  const isBare = state === 'empty';
  const pages = isBare ? bare : whole;
  const shown = await phone(browser, {
    openid: isBare ? (standIns.get(openid) ?? openid) : openid,
  });
  await pages.open(shown, '/pages/home/home');
  await shown.page.waitForLoadState('networkidle');
  await shown.page.evaluate('Promise.all([...document.fonts].map((font) => font.load()))');
  if (state === 'offline') await shown.page.evaluate("__web.wx.network('offline')");
  if (state === 'failed') {
    await shown.page.route(`${pages.cloud.base}/call/**`, (asked) =>
      asked.fulfill({ status: 500, body: '{}' }),
    );
  }
  return shown;
}
