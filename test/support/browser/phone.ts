/** A phone in the browser: touch only, 390 × 844, with a console that is kept for when a test fails. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { FrameAddress } from '../../../local/web/frame';

export interface PhoneOptions {
  /** Who holds it; absent is a visitor. */
  openid?: string;
  /** 1 is WeChat's standard text size. */
  fontScale?: number;
  dark?: boolean;
  viewport?: { width: number; height: number };
  /** Name of its storage; by default its own. */
  frame?: string;
  /** The privacy consent is given beforehand unless a test is about asking for it. */
  privacy?: 'unasked' | 'agreed';
  /** The time zone that it is set to; by default the machine's. */
  timeZone?: string;
  /** What its clock shows when it is opened, epoch ms; by default the machine's. */
  openedAt?: number;
  /** A mouse and keys instead of fingers, for wide frames. */
  isDesktop?: boolean;
}

export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: Partial<FrameAddress>;
  /** `type: text` of everything written to the console, page errors included. */
  readonly console: string[];
  /** Calls `wx.<name>(option)`; a refusal comes back as its result, with errMsg, instead of throwing. */
  wx<T = WxAnswer>(name: string, ...values: unknown[]): Promise<T>;
  /** Calls a method of the file system manager by callbacks; answers what success or fail received. */
  file<T = WxAnswer>(name: string, option?: object): Promise<T>;
  close(): Promise<void>;
}

export type WxAnswer = { errMsg: string } & Record<string, unknown>;

/** Phones now open, so that a failing test can show what each of them shows. */
export const openPhones = new Set<Phone>();

let phonesMade = 0;

/** Opens a phone that shows nothing yet; `pages.open(phone)` takes it to the mini-program. */
export async function phone(browser: Browser, options: PhoneOptions = {}): Promise<Phone> {
  const touch = options.isDesktop ? {} : { hasTouch: true, isMobile: true };
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 390, height: 844 },
    colorScheme: options.dark ? 'dark' : 'light',
    acceptDownloads: true,
    timezoneId: options.timeZone,
    ...touch,
  });
  const knobs = JSON.stringify({ privacy: options.privacy ?? 'agreed' });
  await context.addInitScript(`globalThis.__webStart = ${knobs}`);
  if (options.openedAt !== undefined) await context.clock.install({ time: options.openedAt });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`pageerror: ${error.stack ?? error.message}`));
  phonesMade += 1;
  const made: Phone = {
    page,
    context,
    console: lines,
    address: {
      frame: options.frame ?? `phone-${phonesMade}`,
      openid: options.openid,
      dark: options.dark ?? false,
      fontScale: options.fontScale ?? 1,
    },
    wx: (name, ...values) => page.evaluate(callWx, { name, values }) as Promise<never>,
    file: (name, option = {}) => page.evaluate(callFile, { name, option }) as Promise<never>,
    close: async () => {
      openPhones.delete(made);
      await context.close();
    },
  };
  openPhones.add(made);
  return made;
}

type Call = (...values: unknown[]) => unknown;

// Runs in the page: nothing from this module may be used inside.
function callWx({ name, values }: { name: string; values: unknown[] }): unknown {
  const { wx } = globalThis as unknown as { wx: Record<string, unknown> };
  const told = (failure: unknown) =>
    failure instanceof Error ? { ...failure, errMsg: failure.message } : failure;
  try {
    const owner = name.startsWith('cloud.') ? (wx.cloud as Record<string, unknown>) : wx;
    const method = owner[name.replace('cloud.', '')] as Call;
    return Promise.resolve(method(...values)).catch(told);
  } catch (error) {
    return told(error);
  }
}

// Runs in the page.
function callFile({ name, option }: { name: string; option: object }): unknown {
  const { wx } = globalThis as unknown as {
    wx: { getFileSystemManager(): Record<string, (option: object) => void> };
  };
  return new Promise((resolve) => {
    wx.getFileSystemManager()[name]?.({ ...option, success: resolve, fail: resolve });
  });
}

/** Leaves a picture of the page where a folder for them is named. */
export async function look(on: Phone, name: string): Promise<void> {
  const folder = process.env.XIANGXUN_LOOKS;
  if (folder) await on.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
