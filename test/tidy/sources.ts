import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The project's root folder. */
export const root = path.resolve(__dirname, '../..');

/** Not ours, or made by the build. */
const skipped = new Set([
  ...['node_modules', 'miniprogram_npm', 'dist', 'test-output', '.git'],
  ...['echarts.js', 'qrcodegen.js'],
]);

/** One file of the house, with its path from the root in forward slashes. */
export interface Source {
  path: string;
  text: string;
}

/** Every file below the folders whose name matches; read once a test run. */
export function sourcesOf(folders: string[], name: RegExp): Source[] {
  return folders.flatMap((folder) => listFiles(folder).filter((file) => name.test(file))).map(read);
}

const listed = new Map<string, string[]>();
const texts = new Map<string, Source>();

function listFiles(folder: string): string[] {
  const known = listed.get(folder);
  if (known) return known;
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  const files = entries.flatMap((entry) => {
    const below = path.posix.join(folder, entry.name);
    if (skipped.has(entry.name)) return [];
    return entry.isDirectory() ? listFiles(below) : [below];
  });
  listed.set(folder, files);
  return files;
}

function read(file: string): Source {
  const known = texts.get(file);
  if (known) return known;
  const source = { path: file, text: readFileSync(path.join(root, file), 'utf8') };
  texts.set(file, source);
  return source;
}
