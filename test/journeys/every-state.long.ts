/**
 * Every page when something is amiss: no network, a cloud that does not answer, a county where nothing
 * has happened yet. Each says what is so and what to do, and stands as well as it does with content.
 * And every page while its answers are on the way: it has the shape of what comes, so nothing jumps then.
 * SHOTS=1 keeps a picture of each in test-output/states/.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Route as Asked } from 'playwright-core';
import { seedCounty } from '../../local/seed';
import { personas } from '../../local/seed/people';
import { openBrowser } from '../support/browser/browser';
import {
  routes,
  sampleOf,
  settled,
  showRoute,
  type Route,
  type Sample,
} from '../support/browser/every-page';
import { startNewsroom } from '../support/county/newsroom';
import { auditPage, shiftMax, watchShifts } from '../support/browser/page-audit';
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
  await keepPicture(shown, title);
  const { findings, small, overflowing } = await auditPage(shown.page);
  expect({ findings, small, overflowing }).toEqual({ findings: [], small: [], overflowing: [] });
  expect(await shown.page.evaluate<string>(textInFront)).not.toBe('');
});

async function keepPicture({ page }: Phone, title: string): Promise<void> {
  if (!process.env.SHOTS) return;
  await page.screenshot({ path: path.join(shots, `${title.replace(/[ /]+/g, '-')}.png`) });
}

/** What is not read from the cloud at all is there at once; all else stands in for what comes. */
const waits = routes.flatMap((route) =>
  [false, true].map((dark) => {
    const title = `${route.page} ${route.about ?? ''} loading${dark ? ' dark' : ''}`;
    return [title, route, dark] as const;
  }),
);

journey.each(waits)('%s shows what comes, and nothing jumps', async ([title, route, dark]) => {
  const { shown, hold } = await holdable(route.openid, dark);
  const release = hold();
  await shown.wx('reLaunch', { url: `/${route.page}${route.query?.(sample) ?? ''}` });
  await shown.page.evaluate(twoFrames);
  await keepPicture(shown, title);
  const { findings, small, overflowing } = await auditPage(shown.page);
  const stands = await shown.page.evaluate<number>(filledTo);
  await shown.page.evaluate('globalThis.__shift = 0');
  await release();
  await settled(shown.page);
  await keepPicture(shown, `${title} then`);
  const comes = await shown.page.evaluate<number>(filledTo);
  const shift = await shown.page.evaluate<number>('globalThis.__shift');
  expect({ findings, small, overflowing }).toEqual({ findings: [], small: [], overflowing: [] });
  // Nobody can know beforehand that there is nothing to come.
  if (!hasNothing(route)) expect(stands / comes).toBeGreaterThan(0.7);
  expect(shift).toBeLessThanOrEqual(shiftMax);
});

/** The styles of a new page are in force and it has been painted once. */
const twoFrames = `new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done())))`;

const hasNothing = ({ about }: Route) =>
  about === 'none' || about === 'visitor' || about === 'empty';

/** How far down its screen the page in front shows anything: a text, or the grey of a skeleton. */
const filledTo = `Math.min(innerHeight, Math.max(0, ...[...document.querySelectorAll('wx-page-root')]
  .filter((page) => page.getBoundingClientRect().width > 0).slice(-1)
  .flatMap((page) => [...page.querySelectorAll('*')])
  .filter((node) => /skeleton/.test(node.className) || (!node.children.length && node.textContent.trim()))
  .map((node) => node.getBoundingClientRect())
  .filter(({ width }) => width > 0)
  .map(({ bottom }) => bottom)))`;

interface Holdable {
  shown: Phone;
  /** From now on no call is answered; what it gives back answers all of them. */
  hold: () => () => Promise<void>;
}

const holdables = new Map<string, Promise<Holdable>>();

function holdable(openid: string, dark: boolean): Promise<Holdable> {
  return openOnce(holdables, `${openid} ${dark}`, () => openHoldable(openid, dark));
}

function openOnce<Opened>(
  opened: Map<string, Promise<Opened>>,
  key: string,
  open: () => Promise<Opened>,
): Promise<Opened> {
  const opening = opened.get(key) ?? open();
  opened.set(key, opening);
  return opening;
}

async function openHoldable(openid: string, dark: boolean): Promise<Holdable> {
  const shown = await phone(browser, { openid, dark });
  await shown.context.addInitScript(watchShifts);
  await whole.open(shown, '/pages/home/home');
  await shown.page.waitForLoadState('networkidle');
  await shown.page.evaluate('Promise.all([...document.fonts].map((font) => font.load()))');
  let held: Asked[] | null = null;
  await shown.page.route(`${whole.cloud.base}/call/**`, (asked) =>
    held ? void held.push(asked) : asked.continue(),
  );
  const hold = () => {
    held = [];
    return async () => {
      const waiting = held ?? [];
      held = null;
      await Promise.all(waiting.map((asked) => asked.continue()));
    };
  };
  return { shown, hold };
}

const textInFront = `[...document.querySelectorAll('wx-page-root')]
  .filter((page) => page.getBoundingClientRect().width > 0).at(-1).innerText.trim()`;

/** Phones by state and holder; each has seen the first page while all was well. */
const phones = new Map<string, Promise<Phone>>();

function phoneIn(state: State, openid: string): Promise<Phone> {
  return openOnce(phones, `${state} ${openid}`, () => openIn(state, openid));
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
