/**
 * A real browser for journeys: an installed Chrome, Chromium or Edge, or else the Chromium that the npm
 * package @sparticuz/chromium carries, so that a machine with Node alone runs them.
 * XIANGXUN_BROWSER=npm takes the latter even where a browser is installed.
 */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Starts a headless browser; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
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

async function unpackNpmBrowser() {
  // The package unpacks the system libraries it brings only where it believes to be on AWS Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  const executablePath = await bundled.executablePath();
  // In one single process, which Lambda needs, closing a context ends the whole browser.
  const args = bundled.args.filter((argument) => argument !== '--single-process');
  // The unpacked libraries are found by LD_LIBRARY_PATH, which the package sets on import.
  return { executablePath, args, env: { ...process.env } as Record<string, string> };
}
