/**
 * A real browser for journeys: an installed Chrome, Chromium or Edge, or else the Chromium that the npm
 * package @sparticuz/chromium carries, so that a machine with Node alone runs them.
 * XIANGXUN_BROWSER=npm takes the latter even where a browser is installed.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type * as Playwright from 'playwright-core';
import type { Browser } from 'playwright-core';
import { root } from '../root';

const PACKAGE = path.join(root, 'node_modules/@sparticuz/chromium');

/** Starts a headless browser; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const { playwright } = globalThis as { playwright?: typeof Playwright }; // environment.js
  const { chromium } = playwright ?? (await import('playwright-core'));
  const installed = process.env.XIANGXUN_BROWSER === 'npm' ? undefined : findInstalled();
  if (installed) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  const npm = await unpackNpmBrowser();
  return chromium.launch({ ...npm, args: [...npm.args, ...ARGUMENTS] });
}

/** Nothing of the browser's own may talk to the network or ask questions in a test. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The first browser found; CHROME_PATH wins and must exist. */
export function findInstalled(): string | undefined {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROME_PATH names no file: ${wanted}`);
    return wanted;
  }
  return usualPlaces().find((place) => existsSync(place));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const roots = ['/Applications', path.join(os.homedir(), 'Applications')];
    return roots.flatMap((root) =>
      names.map((name) => `${root}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
    const roots = [PROGRAMFILES, x86, LOCALAPPDATA].filter((root) => root !== undefined);
    const tails = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return tails.flatMap((tail) => roots.map((root) => path.join(root, tail)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin', '/snap/bin');
  return [...names, 'microsoft-edge'].flatMap((name) => folders.map((dir) => path.join(dir, name)));
}

interface Unpacked {
  executable: string;
  libraries: string[];
  args: string[];
}

/**
 * Unpacked once a machine and version: into a folder of this process's own, which is then renamed, so
 * that two test files at once, or a run that was killed, never leave half a browser behind.
 */
async function unpackNpmBrowser() {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  }; // npm's own file
  const place = path.join(os.tmpdir(), `xiangxun-chromium-${version}`);
  if (!existsSync(place)) await unpackInto(place);
  const launch = readFileSync(path.join(place, 'launch.json'), 'utf8');
  const { executable, libraries, args } = JSON.parse(launch) as Unpacked; // unpack-browser.mjs
  const found = [...libraries.map((one) => path.join(place, one)), process.env.LD_LIBRARY_PATH];
  const LD_LIBRARY_PATH = found.filter(Boolean).join(path.delimiter);
  const env = { ...process.env, LD_LIBRARY_PATH } as Record<string, string>;
  return { executablePath: path.join(place, executable), args, env };
}

async function unpackInto(place: string): Promise<void> {
  const own = mkdtempSync(`${place}-`);
  const program = path.join(root, 'test/support/browser/unpack-browser.mjs');
  await promisify(execFile)(process.execPath, [program], { env: { ...process.env, TMPDIR: own } });
  try {
    renameSync(own, place);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    // Another process was first; its browser is the same.
    if (!existsSync(place)) throw error;
  }
}
