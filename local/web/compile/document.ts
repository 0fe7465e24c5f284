/** The HTML document that a phone frame loads. */
import { RPX_SHEET } from '../units';

/** A script file of the bundle, or its text where the document carries it. */
export type Script = { file: string } | { text: string };

interface DocumentParts {
  /** Default cloud, for frames whose address names none. */
  cloudBase: string;
  /** In the order they run; `modules` after `scripts`. */
  scripts: Script[];
  modules: Script[];
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
  const scripts = parts.scripts.map((script) => scriptTag(script, 'defer'));
  const modules = parts.modules.map((script) => scriptTag(script, 'type="module"'));
  return [
    '<!doctype html>',
    `<html lang="zh-CN" data-cloud="${escapeAttribute(parts.cloudBase)}"${parts.reloads ? ' data-reloads' : ''}>`,
    '<head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    '<link rel="icon" href="data:,">',
    `<style>${RPX_SHEET}${parts.css.replace(/<\/style/gi, '<\\/style')}</style>`,
    ...preload,
    '</head><body>',
    ...scripts,
    ...modules,
    '</body></html>',
    '',
  ].join('\n');
}

/** `defer` means nothing to a script in the document: it runs where it stands, at the body's end. */
function scriptTag(script: Script, how: string): string {
  if ('file' in script) return `<script ${how} src="./${script.file}"></script>`;
  // In strings, templates and patterns, where alone these can stand, the backslash changes nothing.
  const text = script.text.replace(/<(\/script|!--)/gi, '<\\$1');
  return `<script${how === 'defer' ? '' : ` ${how}`}>${text}</script>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
