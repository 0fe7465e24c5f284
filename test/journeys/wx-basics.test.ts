import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { journey, startPages, untilReady, type Pages } from '../support/pages';
import { phone, type Phone } from '../support/phone';

let browser: Browser;
let pages: Pages;
let lin: Phone;

beforeAll(async () => {
  [browser, pages] = await Promise.all([
    openBrowser(),
    startPages({ appDir: path.resolve(__dirname, '../samples/wx'), cloud: {} }),
  ]);
  lin = await phone(browser, { openid: 'openid-lin' });
  await pages.open(lin);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

journey('an API that is not served throws with its name', async () => {
  const answer = await lin.wx('startWifi');
  expect(answer.errMsg).toBe('wx.startWifi is not implemented in the browser');
});
