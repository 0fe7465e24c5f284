import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The project's root folder. */
export const root = path.resolve(__dirname, '../..');

/** Not ours, or made by the build. */
const skipped = new Set([
  ...['node_modules', 'miniprogram_npm', 'dist', 'test-output', '.git'],
  'echarts.js',
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

function listFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = path.posix.join(folder, entry.name);
    if (skipped.has(entry.name)) return [];
    return entry.isDirectory() ? listFiles(below) : [below];
  });
}

function read(file: string): Source {
  return { path: file, text: readFileSync(path.join(root, file), 'utf8') };
}
