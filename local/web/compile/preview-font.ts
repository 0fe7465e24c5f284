/**
 * Chinese glyphs for a machine that has none, e.g. a bare server on which journeys run: a frame asks for
 * them only when it finds that it cannot draw any (runtime/core/glyphs.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = path.join('@fontsource-variable', 'noto-sans-sc');
/** Every stack of TDesign and of ours names the first, those of drawn papers the second; no such machine has them. */
const FAMILIES = ["'PingFang SC'", "'Songti SC'"];

/** The font's sheet and its pieces by path in the bundle; empty where the package is missing. */
export function previewFont(moduleDirs: string[]): Map<string, Uint8Array | { file: string }> {
  const found = new Map<string, Uint8Array | { file: string }>();
  for (const dir of moduleDirs) {
    const folder = path.join(dir, PACKAGE);
    const sheet = readIfThere(path.join(folder, 'index.css'));
    if (sheet === undefined) continue;
    const sheets = FAMILIES.map((family) => sheet.replaceAll("'Noto Sans SC Variable'", family));
    found.set('preview-font/index.css', Buffer.from(sheets.join('\n')));
    for (const piece of readdirSync(path.join(folder, 'files'))) {
      found.set(`preview-font/files/${piece}`, { file: path.join(folder, 'files', piece) });
    }
    return found;
  }
  return found;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // only a preview depends on it
  }
}
