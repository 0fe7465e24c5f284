/**
 * Virtual paths: where a file stands inside the mini-program, and where that is on disk.
 *
 * `miniprogram_npm/<package>/…` is what DevTools' "build npm" makes of node_modules. Here the packages
 * are read straight from node_modules (the folder their package.json names as `miniprogram`), so
 * nothing has to be built first.
 */
import path from 'node:path';
import type { SourceFiles } from './source-files';

export interface VirtualPaths {
  /** Absolute file of a virtual path (extension as given). */
  toFile(virtual: string): string;
  toVirtual(file: string): string;
  /** Does any of the virtual path's own extensions exist: `.json`, `.js`, `.ts`, or itself? */
  exists(virtual: string): boolean;
  /** The script of a virtual path without extension, `.ts` before `.js`; undefined without one. */
  script(virtual: string): string | undefined;
  /** A reference as written in json, wxml or wxss, made virtual. */
  resolve(reference: string, from: string): string;
  /** True for files of the mini-program and of its npm packages. */
  isInside(file: string): boolean;
}

interface Roots {
  files: SourceFiles;
  appDir: string;
  /** Folders named node_modules, nearest first. */
  moduleDirs: string[];
}

/** Paths of the mini-program in `appDir`. */
export function createVirtualPaths({ files, appDir, moduleDirs }: Roots): VirtualPaths {
  const npm = createPackageFolders(files, moduleDirs);
  const toFile = (virtual: string): string => {
    const match = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(virtual);
    const folder = match?.[1] === undefined ? undefined : npm.folder(match[1]);
    return folder !== undefined && match?.[2] !== undefined
      ? path.join(folder, match[2])
      : path.join(appDir, virtual);
  };
  const script = (virtual: string): string | undefined =>
    [`${virtual}.ts`, `${virtual}.js`].map(toFile).find((file) => files.exists(file));
  const exists = (virtual: string): boolean =>
    files.exists(toFile(`${virtual}.json`)) ||
    files.exists(toFile(virtual)) ||
    script(virtual) !== undefined;

  const resolve = (reference: string, from: string): string => {
    if (reference.startsWith('/')) return path.posix.normalize(reference.slice(1));
    const near = path.posix.join(path.posix.dirname(from), reference);
    if (reference.startsWith('.') || exists(near)) return near;
    return npmCandidates(reference, from).find(exists) ?? near;
  };

  const toVirtual = (file: string): string =>
    npm.toVirtual(file) ?? path.relative(appDir, file).split(path.sep).join('/');
  const isInside = (file: string): boolean =>
    file.startsWith(appDir + path.sep) || file.includes(`${path.sep}node_modules${path.sep}`);
  return { toFile, toVirtual, exists, script, resolve, isInside };
}

/** Every miniprogram_npm folder above `from`, nearest first, as WeChat looks for packages. */
function npmCandidates(reference: string, from: string): string[] {
  const candidates: string[] = [];
  let folder = path.posix.dirname(from);
  for (;;) {
    const root = folder === '.' ? '' : folder;
    const virtual = path.posix.join(root, 'miniprogram_npm', reference);
    candidates.push(virtual, `${virtual}/index`);
    if (folder === '.') return candidates;
    folder = path.posix.dirname(folder);
  }
}

/** Finds a package's mini-program folder; names asked for once are remembered. */
function createPackageFolders(files: SourceFiles, moduleDirs: string[]) {
  const folders = new Map<string, string | undefined>();

  const look = (name: string): string | undefined => {
    for (const dir of moduleDirs) {
      const manifest = path.join(dir, name, 'package.json');
      if (!files.exists(manifest)) continue;
      const { miniprogram } = files.derive('json', manifest, parseManifest);
      if (miniprogram !== undefined) return path.join(dir, name, miniprogram);
    }
    return undefined;
  };
  const folder = (name: string): string | undefined => {
    if (!folders.has(name)) folders.set(name, look(name));
    return folders.get(name);
  };
  const toVirtual = (file: string): string | undefined => {
    for (const [name, dir] of folders) {
      if (dir === undefined || !file.startsWith(dir + path.sep)) continue;
      return `miniprogram_npm/${name}/${path.relative(dir, file).split(path.sep).join('/')}`;
    }
    return undefined;
  };
  return { folder, toVirtual };
}

function parseManifest(text: string): { miniprogram?: string } {
  // A package.json of node_modules; npm has parsed it before us.
  return JSON.parse(text) as { miniprogram?: string };
}
