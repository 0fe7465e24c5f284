/**
 * `npm run bench -- web [--json]`: from source to a page that can be used: build times, bytes, and the
 * time to the first content on a slow phone with a slow network, beside an empty page of the same bytes.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { createCompiler, type BundleFiles } from '../../local/web/compile/index';
import { APP_PATH } from '../../local/web/frame';
import { startWeb } from '../../local/web/index';
import { openBrowser } from '../support/browser/browser';
import { startCloud } from '../support/cloud/cloud';
import { median } from './measure';
import { serveFloor } from './page-floor';

/** Each figure is the middle of this many. */
const ROUNDS = 5;

/** DevTools' "Fast 3G": 1.6 Mbit/s × 0.9 down, 150 ms × 3.75 there and back. */
const FAST_3G = {
  offline: false,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
  latency: 150 * 3.75,
};
const CPU_SLOWED = 4;

const AIMS = { buildMs: 1500, gzipBytes: 220 * 1024, firstContentMs: 2500 };

const root = path.resolve(__dirname, '../..');

void main();

async function main(): Promise<void> {
  const build = await measureBuilds();
  const bytes = await measureBytes();
  const open = await measureOpening();
  const figures = { ...build, ...bytes, ...open };
  const machine = { node: process.version, cpus: os.cpus().length, platform: process.platform };
  if (process.argv.includes('--json')) {
    const aims = AIMS;
    process.stdout.write(`${JSON.stringify({ bench: 'web', machine, figures, aims })}\n`);
  } else print(figures);
}

type Figures = Record<string, number>;

/** A first build in this process, one with nothing kept, and one after an edit with all kept. */
async function measureBuilds(): Promise<Figures> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-web-'));
  const appDir = path.join(folder, 'miniprogram');
  cpSync(path.join(root, 'miniprogram'), appDir, {
    recursive: true,
    filter: (file) => !file.includes('miniprogram_npm'),
  });
  const options = { appDir, minify: false, cloudBase: 'http://127.0.0.1:1', watch: true };
  const cold: number[] = [];
  const warm: number[] = [];
  const edited = path.join(appDir, 'app.wxss');
  for (let round = 0; round < ROUNDS; round += 1) {
    const compiler = createCompiler(options);
    cold.push(await timed(() => compiler.build()));
    writeFileSync(edited, `${readFileSync(edited, 'utf8')}\n.bench-${round} { color: red }\n`);
    warm.push(await timed(() => compiler.build()));
    await compiler.dispose();
  }
  rmSync(folder, { recursive: true });
  return { firstBuildMs: cold[0] ?? NaN, coldBuildMs: median(cold), editBuildMs: median(warm) };
}

/** Bytes of the minified bundle's scripts and document, all chunks and the first screen's alone. */
async function measureBytes(): Promise<Figures> {
  const appDir = path.join(root, 'miniprogram');
  const cloudBase = 'http://127.0.0.1:1';
  const compiler = createCompiler({ appDir, minify: true, cloudBase, watch: false });
  const minifyBuildMs: number[] = [];
  let files: BundleFiles = new Map();
  minifyBuildMs.push(await timed(async () => (files = await compiler.build())));
  await compiler.dispose();
  const sizes = [...files].flatMap(([name, content]) =>
    'file' in content ? [] : [{ name, raw: content.byteLength, gzip: gzipSync(content).length }],
  );
  const html = Buffer.from(files.get('index.html') as Uint8Array).toString('utf8'); // always made
  const first = sizes.filter(
    ({ name }) => name === 'index.html' || html.includes(`src="./${name}"`),
  );
  const sum = (of: typeof sizes, key: 'raw' | 'gzip'): number =>
    of.reduce((total, one) => total + one[key], 0);
  return {
    minifiedBuildMs: median(minifyBuildMs),
    rawBytes: sum(sizes, 'raw'),
    gzipBytes: sum(sizes, 'gzip'),
    firstScreenGzipBytes: sum(first, 'gzip'),
  };
}

/** Milliseconds from the address to the first page, slowed, with the same bytes' floor beside it. */
async function measureOpening(): Promise<Figures> {
  const cloud = await startCloud();
  const appDir = path.join(root, 'miniprogram');
  const web = await startWeb({
    appDir,
    port: 0,
    cloudBase: cloud.base,
    watch: false,
    minify: true,
  });
  const browser = await openBrowser();
  try {
    const url = `${web.base}${APP_PATH}?openid=bench-openid`;
    // The server compresses a file when it is first asked for.
    const transferred = (await openSlowly(browser, url)).bytes;
    const floor = await serveFloor(transferred);
    const pages: Opening[] = [];
    const floors: Opening[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      pages.push(await openSlowly(browser, url));
      floors.push(await openSlowly(browser, floor.base));
    }
    await floor.stop();
    const firstContentMs = median(pages.map((page) => page.readyMs));
    const floorMs = median(floors.map((page) => page.readyMs));
    return { transferred, firstContentMs, floorMs, timesFloor: firstContentMs / floorMs };
  } finally {
    await browser.close();
    await web.stop();
    await cloud.stop();
  }
}

interface Opening {
  /** From the start of the navigation until the first page stands (`html[data-ready]`). */
  readyMs: number;
  /** Bytes of all answers as they crossed the wire until then. */
  bytes: number;
}

async function openSlowly(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', FAST_3G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED });
  let bytes = 0;
  devtools.on('Network.loadingFinished', (finished) => {
    bytes += finished.encodedDataLength;
  });
  await page.addInitScript(noteReady);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 });
  const readyMs = await page.evaluate('globalThis.__readyAt');
  await context.close();
  return { readyMs: Number(readyMs), bytes };
}

// Runs in the page: the time after the frame in which the first page was drawn.
function noteReady(): void {
  const scope = globalThis as unknown as {
    document: { documentElement: object };
    MutationObserver: new (heard: () => void) => { observe(node: object, what: object): void };
    requestAnimationFrame(drawn: () => void): void;
    __readyAt?: number;
  };
  const observer = new scope.MutationObserver(() => {
    const { dataset } = scope.document.documentElement as { dataset: { ready?: string } };
    if (dataset.ready === undefined || scope.__readyAt !== undefined) return;
    scope.requestAnimationFrame(() => (scope.__readyAt ??= performance.now()));
  });
  observer.observe(scope.document, { subtree: true, attributes: true, childList: true });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function print(figures: Figures): void {
  const aims: Record<string, number> = {
    coldBuildMs: AIMS.buildMs,
    gzipBytes: AIMS.gzipBytes,
    firstContentMs: AIMS.firstContentMs,
  };
  for (const [name, value] of Object.entries(figures)) {
    const aim = aims[name];
    const verdict = aim === undefined ? '' : `  aim ≤ ${aim}: ${value <= aim ? 'met' : 'NOT met'}`;
    const figure = name.startsWith('times') ? value.toFixed(2) : String(Math.round(value));
    process.stdout.write(`${name.padEnd(24)}${figure.padStart(10)}${verdict}\n`);
  }
}
