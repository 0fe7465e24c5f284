/** Small mini-programs for tests of the pages' compiler, written to a folder of their own. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface MiniProgram {
  readonly dir: string;
  /** Writes or replaces files, by path inside the mini-program. */
  write(files: Record<string, string>): void;
  remove(): void;
}

/** One page `pages/index/index` and what `files` add to or replace in it. */
export function aMiniProgram(files: Record<string, string> = {}): MiniProgram {
  const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'mini-program-')));
  const write = (added: Record<string, string>): void => {
    for (const [name, text] of Object.entries(added)) {
      mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      writeFileSync(path.join(dir, name), text);
    }
  };
  write({
    'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
    'app.ts': 'App({});',
    ...aPage('pages/index/index'),
    ...files,
  });
  return { dir, write, remove: () => rmSync(dir, { recursive: true }) };
}

/** The four files of a page; `json` is its configuration. */
export function aPage(
  route: string,
  wxml = '<view>页面</view>',
  json = {},
): Record<string, string> {
  return {
    [`${route}.ts`]: 'Page({});',
    [`${route}.wxml`]: wxml,
    [`${route}.json`]: JSON.stringify(json),
  };
}

/** The four files of a component. */
export function aComponent(name: string, wxml = '<view />', json = {}): Record<string, string> {
  return {
    [`${name}.ts`]: 'Component({});',
    [`${name}.wxml`]: wxml,
    [`${name}.json`]: JSON.stringify({ component: true, ...json }),
  };
}
