/**
 * The scripts of app, pages and components, bundled by esbuild: one entry per chunk, with what two
 * chunks share split off by esbuild. A context is kept, so a rebuild parses only what has changed.
 */
import path from 'node:path';
import { context, type BuildContext, type Message, type Metafile, type Plugin } from 'esbuild';
import type { Chunk } from './chunks';
import type { Component } from './components';
import { SourceProblems, type Problem } from './problem';
import { enterModule } from './module-entry';
import type { SourceFiles } from './source-files';
import type { VirtualPaths } from './virtual-paths';

interface Source {
  files: SourceFiles;
  paths: VirtualPaths;
  appDir: string;
  moduleDirs: string[];
  minify: boolean;
}

/** File name in the bundle → content; `first` names what the first chunk needs beside its entry. */
export interface Scripts {
  files: Map<string, Uint8Array>;
  preload: string[];
}

export interface ScriptBundler {
  build(chunks: Chunk[]): Promise<Scripts>;
  dispose(): Promise<void>;
}

/** File of a chunk's scripts in the bundle. */
export function scriptsFile(chunk: string): string {
  return `${chunk}.js`;
}

/** Bundles the scripts of one mini-program; `build` throws SourceProblems. */
export function createScriptBundler(source: Source): ScriptBundler {
  let chunks: Chunk[] = [];
  let open: { names: string; building: BuildContext<{ metafile: true; write: false }> } | undefined;

  const dispose = async (): Promise<void> => {
    await open?.building.dispose();
    open = undefined;
  };
  const contextFor = async (names: string[]) => {
    const key = names.join('\n');
    if (open?.names !== key) {
      await dispose();
      open = { names: key, building: await openContext(source, names, () => chunks) };
    }
    return open.building;
  };
  const build = async (next: Chunk[]): Promise<Scripts> => {
    chunks = next;
    const building = await contextFor(chunks.map((chunk) => chunk.name));
    const built = await building.rebuild().catch((cause: unknown) => {
      throw asProblems(cause);
    });
    const outside = findOutside(source, built.metafile);
    if (outside.length > 0) throw new SourceProblems(outside);
    const files = new Map(
      built.outputFiles.map((file) => [path.relative(OUT_DIR, file.path), file.contents] as const),
    );
    return { files, preload: staticImports(built.metafile) };
  };
  return { build, dispose };
}

/** Never written to: esbuild only names its outputs below it. */
const OUT_DIR = path.resolve('/out');

function openContext(source: Source, names: string[], chunks: () => Chunk[]) {
  return context({
    entryPoints: names.map((name) => ({ in: `chunk:${name}`, out: name })),
    absWorkingDir: source.appDir,
    outdir: OUT_DIR,
    bundle: true,
    charset: 'utf8',
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: source.minify,
    sourcemap: source.minify ? false : 'linked',
    metafile: true,
    write: false,
    logLevel: 'silent',
    // WeChat's npm build takes a package's `main`.
    mainFields: ['main', 'module'],
    conditions: [],
    nodePaths: source.moduleDirs,
    chunkNames: 'shared-[hash]',
    define: { 'process.env.NODE_ENV': source.minify ? '"production"' : '"development"' },
    plugins: [miniProgram(source, chunks)],
  });
}

function miniProgram(source: Source, chunks: () => Chunk[]): Plugin {
  const { files, paths } = source;
  return {
    name: 'mini-program',
    setup(build) {
      build.onResolve({ filter: /^chunk:/ }, ({ path: name }) => ({
        path: name.slice('chunk:'.length),
        namespace: 'chunk',
      }));
      build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path: name }) => ({
        contents: chunkEntry(source, chunks(), name),
        resolveDir: source.appDir,
      }));
      // `/utils/x` counts from the mini-program's root; an entry's imports are absolute already.
      build.onResolve({ filter: /^\// }, ({ path: written, namespace }) => {
        if (namespace === 'chunk') return { path: written, sideEffects: true };
        const file = paths.script(written.slice(1)) ?? paths.script(`${written.slice(1)}/index`);
        return file === undefined ? undefined : { path: file };
      });
      build.onResolve({ filter: /^[^./]/ }, ({ path: written, importer, namespace }) => {
        // An absolute path of Windows begins with its drive.
        if (namespace === 'chunk') return { path: written, sideEffects: true };
        const from = paths.toVirtual(importer);
        const virtual = paths.resolve(written, from).replace(/\.js$/, '');
        const file = paths.script(virtual) ?? paths.script(`${virtual}/index`);
        return file === undefined ? undefined : { path: file };
      });
      build.onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) => {
        const entered = enteredPath(source, chunks(), file);
        if (entered === undefined) return undefined;
        return {
          contents: enterModule(entered, files.read(file)),
          loader: file.endsWith('.ts') ? 'ts' : 'js',
        };
      });
    },
  };
}

function enteredPath(source: Source, chunks: Chunk[], file: string): string | undefined {
  if (file === source.paths.script('app')) return 'app';
  const components = chunks.flatMap((chunk): Component[] => chunk.components);
  return components.find((component) => component.script === file)?.path;
}

function chunkEntry(source: Source, chunks: Chunk[], name: string): string {
  const components = chunks.find((chunk) => chunk.name === name)?.components ?? [];
  const scripts = components.flatMap((component) => component.script ?? []);
  const isFirst = name === chunks[0]?.name;
  const app = isFirst ? source.paths.script('app') : undefined;
  const imports = (app === undefined ? scripts : [app, ...scripts]).map(
    (file) => `import ${JSON.stringify(file)};`,
  );
  // A module's body runs after its imports, so the app launches when all of them have registered.
  return [...imports, isFirst ? 'globalThis.boot.start();' : ''].join('\n');
}

/** Scripts outside the mini-program's root: WeChat's compiler never sees them, so none may be run. */
function findOutside(source: Source, metafile: Metafile): Problem[] {
  const problems: Problem[] = [];
  for (const [importer, input] of Object.entries(metafile.inputs)) {
    for (const imported of input.imports) {
      const file = path.resolve(source.appDir, imported.path);
      if (imported.external || imported.path.startsWith('chunk:')) continue;
      if (importer.startsWith('chunk:') || source.paths.isInside(file)) continue;
      const message =
        `imports ${imported.original ?? imported.path}, which is outside the mini-program: ` +
        'only types may come from there (import type)';
      problems.push({ file: importer, line: 0, column: 0, message });
    }
  }
  return problems;
}

function staticImports(metafile: Metafile): string[] {
  const entry = Object.entries(metafile.outputs).find(
    ([, out]) => out.entryPoint === 'chunk:first',
  );
  const imports = entry?.[1].imports ?? [];
  return imports
    .filter((one) => one.kind === 'import-statement')
    .map((one) => path.basename(one.path));
}

function asProblems(cause: unknown): unknown {
  // esbuild's BuildFailure carries its messages; anything else is passed on as it is.
  const { errors } = cause as { errors?: Message[] };
  if (errors === undefined) return cause;
  return new SourceProblems(
    errors.map(({ text, location }) => ({
      file: location?.file.replace(/^chunk:.*/, 'app.json') ?? 'app.json',
      line: location?.line ?? 0,
      column: location === null ? 0 : location.column + 1,
      message: text,
    })),
  );
}
