/** A finger on a phone of a journey: taps by text, real touch drags, long presses, and waiting for signs. */
import type { Locator, Page } from 'playwright-core';

/** The topmost visible node with exactly this text. */
export function shown(page: Page, text: string): Locator {
  return page.getByText(text, { exact: true }).locator('visible=true').first();
}

/** Taps the visible text; scrolls it into view first. */
export async function tapText(page: Page, text: string): Promise<void> {
  await shown(page, text).tap();
}

export interface Stroke {
  dx: number;
  dy: number;
  /** In how many moves; more are slower. */
  steps?: number;
}

/** Puts a finger on the middle of a node, moves it, and lifts it: real touches, so that scrolling follows. */
export async function drag(target: Locator, { dx, dy, steps = 12 }: Stroke): Promise<void> {
  const page = target.page();
  await target.scrollIntoViewIfNeeded();
  const { x, y } = await middle(target);
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: object[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points as { x: number; y: number }[],
    });
  await touch('touchStart', [{ x, y }]);
  for (let step = 1; step <= steps; step += 1) {
    await touch('touchMove', [{ x: x + (dx * step) / steps, y: y + (dy * step) / steps }]);
  }
  await touch('touchEnd', []);
  await session.detach();
}

/** Holds a finger on a node until `isHeard` says that the long press was noticed, then lifts it. */
export async function press(target: Locator, isHeard: () => Promise<unknown>): Promise<void> {
  const page = target.page();
  await target.scrollIntoViewIfNeeded();
  const { x, y } = await middle(target);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await isHeard();
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** Waits for a line that the sample's pages wrote down; answers it, and forgets all up to it. */
export async function heard(page: Page, line: string | RegExp): Promise<string> {
  const wanted = line instanceof RegExp ? line.source : `^${escape(line)}`;
  const found = await page
    .waitForFunction(takeLine, wanted, { timeout: 30_000 })
    .catch(async () => {
      const lines = await page.evaluate(allLines);
      throw new Error(`not heard: ${wanted}\nheard: ${lines.join('\n')}`);
    });
  return (await found.jsonValue()) as string;
}

/** All lines now, and forgets them. */
export function takeHeard(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { getApp } = globalThis as unknown as { getApp(): { heard: string[] } };
    return getApp().heard.splice(0);
  });
}

// Runs in the page.
function takeLine(wanted: string): string | false {
  const { getApp } = globalThis as unknown as { getApp(): { heard: string[] } };
  const lines = getApp().heard;
  const at = lines.findIndex((line) => new RegExp(wanted).test(line));
  return at < 0 ? false : (lines.splice(0, at + 1).pop() ?? false);
}

// Runs in the page.
function allLines(): string[] {
  const { getApp } = globalThis as unknown as { getApp(): { heard: string[] } };
  return getApp().heard;
}

/** The computed style of the first node that matches, by property. */
export function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const [node, name] = [JSON.stringify(selector), JSON.stringify(property)];
  return page.evaluate<string>(`getComputedStyle(document.querySelector(${node}))[${name}]`);
}

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
