/**
 * A cloud and the pages of a mini-program, on free ports and in a data folder of their own, and the
 * `journey` test whose failure leaves what every phone showed and logged in test-output/<title>/.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'node:util';
import { frameUrl } from '../../../local/web/frame';
import { createCompiler } from '../../../local/web/compile/index';
import { startWeb, type Web, type WebOptions } from '../../../local/web/index';
import { startPagesServer } from '../../../local/web/server/index';
import { createReloadStream } from '../../../local/web/server/reload-stream';
import { buildStage } from '../../../local/web/server/stage-files';
import { findWebDir } from '../../../local/web/web-dir';
import { takeCloud, type CloudOptions, type RunningCloud } from '../cloud/cloud';
import { startProductCloud } from '../county/county';
import { onceARun } from '../run/once-a-run';
import { openPhones, type Phone } from './phone';
import { root } from '../root';

export interface PagesOptions {
  /** Folder with app.json; by default our own mini-program. */
  appDir?: string;
  /** Cloud to open; by default an empty one with the built functions. */
  cloud?: Omit<CloudOptions, 'dir'>;
  /** Reload on change. */
  watch?: boolean;
}

export interface Pages {
  readonly base: string;
  readonly cloud: RunningCloud;
  /** Takes a phone to a page (`/pages/x/x?id=1`; the entry page without) and waits until it is there. */
  open(phone: Phone, pageUrl?: string): Promise<void>;
  stop(): Promise<void>;
}

const ownApp = path.join(root, 'miniprogram');

/** Serves our own mini-program, which is compiled once in a run of tests. */
async function serveOwn({ appDir, cloudBase }: WebOptions): Promise<Web> {
  // No base is known yet when it is compiled; each server writes its own into the document.
  const toBeSaid = 'http://cloud.invalid';
  const { app, stage } = await onceARun('pages', async () => {
    const compiler = createCompiler({ appDir, minify: false, cloudBase: toBeSaid, watch: false });
    try {
      return { app: await compiler.build(), stage: await buildStage(findWebDir(), false) };
    } finally {
      await compiler.dispose();
    }
  });
  const document = app.get('index.html');
  if (!(document instanceof Uint8Array)) throw new Error('the document is text');
  const said = Buffer.from(document).toString('utf8').replace(toBeSaid, cloudBase);
  app.set('index.html', Buffer.from(said));
  const config = { cloud: cloudBase, frames: [], pages: [] };
  const served = () => ({ app, stage, config });
  return startPagesServer({ port: 0, served, reloads: createReloadStream() });
}

/** Starts both; throws with what the compiler or the cloud has to say. */
export async function startPages(options: PagesOptions = {}): Promise<Pages> {
  const cloud = await (options.cloud ? takeCloud(options.cloud) : startProductCloud());
  const appDir = options.appDir ?? ownApp;
  const serving = appDir === ownApp && !options.watch ? serveOwn : startWeb;
  const web = await serving({
    appDir,
    port: 0,
    cloudBase: cloud.base,
    watch: options.watch ?? false,
  }).catch(async (cause: unknown) => {
    await cloud.stop();
    throw cause;
  });
  return {
    base: web.base,
    cloud,
    open: (phone, pageUrl) => open(phone, frameUrl(web.base, phone.address, pageUrl)),
    stop: async () => {
      await web.stop();
      await cloud.stop();
    },
  };
}

/** Waits until the mini-program of a phone has opened its first page, e.g. after a reload. */
export async function untilReady(phone: Phone): Promise<void> {
  await phone.page.waitForSelector('html[data-ready]', { state: 'attached' });
}

/** A test in the browser; when it fails, screenshots and consoles stay in test-output/<title>/. */
export function journey(title: string, run: () => Promise<void>, timeoutMs?: number): void {
  test(title, guarded(title, run), timeoutMs);
}

/** As `test.each`: a row of values a test; the title is formatted with them. */
journey.each = <Row extends readonly unknown[]>(rows: readonly Row[]) => {
  return (title: string, run: (row: Row) => Promise<void>): void => {
    for (const row of rows) {
      const named = format(title, ...row.slice(0, title.split('%').length - 1));
      journey(named, () => run(row));
    }
  };
};

function guarded(title: string, run: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await run();
    } catch (cause) {
      await keepEvidence(title);
      throw cause;
    }
  };
}

async function open(phone: Phone, url: string): Promise<void> {
  // The same document with another hash would not load anew.
  if (phone.page.url().split('#')[0] === url.split('#')[0]) await phone.page.goto('about:blank');
  await phone.page.goto(url);
  await untilReady(phone);
}

async function keepEvidence(title: string): Promise<void> {
  const folder = path.join(root, 'test-output', title.replace(/[\\/:*?"<>|\s]+/g, '-'));
  await mkdir(folder, { recursive: true });
  for (const phone of openPhones) {
    const name = path.join(folder, phone.address.frame ?? 'phone');
    await writeFile(`${name}.txt`, `${phone.page.url()}\n${phone.console.join('\n')}\n`);
    // A page that hangs must not hide why the test failed.
    await phone.page.screenshot({ path: `${name}.png`, timeout: 5_000 }).catch(() => undefined);
  }
}
