/** The HTML document that a phone frame loads. */
import { RPX_SHEET } from '../units';

interface DocumentParts {
  /** Default cloud, for frames whose address names none. */
  cloudBase: string;
  /** Script files in the order they run; `modules` after `scripts`. */
  scripts: string[];
  modules: string[];
  /** Modules that the first ones import, fetched at once with them. */
  preload: string[];
  /** Sheets of the runtime, inlined so that they cost no round trip. */
  css: string;
  /** Watch mode: the frame reloads itself unless the stage does it. */
  reloads: boolean;
}

/** `index.html` of the mini-program's bundle. */
export function frameDocument(parts: DocumentParts): string {
  const preload = parts.preload.map((file) => `<link rel="modulepreload" href="./${file}">`);
  const scripts = parts.scripts.map((file) => `<script defer src="./${file}"></script>`);
  const modules = parts.modules.map((file) => `<script type="module" src="./${file}"></script>`);
  return [
    '<!doctype html>',
    `<html lang="zh-CN" data-cloud="${escapeAttribute(parts.cloudBase)}"${parts.reloads ? ' data-reloads' : ''}>`,
    '<head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    '<link rel="icon" href="data:,">',
    `<style>${RPX_SHEET}${parts.css.replace(/<\/style/gi, '<\\/style')}</style>`,
    ...preload,
    ...scripts,
    ...modules,
    '</head><body></body></html>',
    '',
  ].join('\n');
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
