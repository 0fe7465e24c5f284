/**
 * Compiles a native mini-program into a bundle for the browser.
 *
 * The source is read, not changed, and nothing is written: the bundle is files in memory, and names of
 * pictures on disk. A compiler keeps what it has made, so that a build after a small edit is quick.
 */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { AppConfig, PageConfig } from '../bundle';
import { readAppConfig } from './app-config';
import { findAssets } from './assets';
import { divide, type Chunk } from './chunks';
import { findComponents, type Component } from './components';
import { frameDocument, type Script } from './document';
import { findIconFont } from './icon-font';
import { SourceProblems } from './problem';
import { previewFont } from './preview-font';
import { REGIONS_FILE, regionsFile } from './regions';
import { RUNTIME_FILE, sharedRuntime, watchedRuntime } from './runtime-script';
import { createScriptBundler, scriptsFile } from './scripts';
import { createSourceFiles } from './source-files';
import { compileViews, minifyViews, viewsFile, type RouteChunks, type Views } from './views';
import { createVirtualPaths } from './virtual-paths';
import { findWebDir } from '../web-dir';

export interface CompilerOptions {
  /** Folder with app.json. */
  appDir: string;
  minify: boolean;
  /** Written into the document as the cloud of frames that name none. */
  cloudBase: string;
  /** The document reloads itself after a rebuild. */
  watch: boolean;
}

/** Path in the bundle → content, or the file on disk that has it. */
export type BundleFiles = Map<string, Uint8Array | { file: string }>;

export interface Compiler {
  /** Throws SourceProblems for what is wrong with the mini-program. */
  build(): Promise<BundleFiles>;
  dispose(): Promise<void>;
}

/** A compiler of one mini-program; dispose it, it holds esbuild contexts. */
export function createCompiler(options: CompilerOptions): Compiler {
  // Real paths, for esbuild names its modules by them.
  const appDir = realpathSync(options.appDir);
  const webDir = findWebDir();
  const moduleDirs = findModuleDirs([appDir, webDir]);
  const files = createSourceFiles();
  const paths = createVirtualPaths({ files, appDir, moduleDirs });
  const makeRuntime = options.watch ? watchedRuntime : sharedRuntime;
  const runtime = makeRuntime(webDir, options.minify);
  const scripts = createScriptBundler({
    files,
    paths,
    appDir,
    moduleDirs,
    minify: options.minify,
  });
  const source = { files, paths, iconFont: findIconFont(files, moduleDirs) };

  const build = async (): Promise<BundleFiles> => {
    files.refresh();
    const { json: appJson, config } = readAppConfig(files, paths);
    const components = findComponents({ files, paths, appJson, config });
    const chunks = divide(config, components);
    // esbuild works in its own process, so the views are compiled here meanwhile.
    const pending = settle(Promise.all([runtime.build(), scripts.build(chunks)]));
    const first = { config: withPages(config, components), routes: routeChunks(chunks) };
    const views = chunks.map((chunk, index) =>
      compileViews(source, chunk, index === 0 ? first : undefined),
    );
    const problems = views.flatMap((one) => one.problems);
    const built = await pending;
    if (built.cause instanceof SourceProblems) problems.push(...built.cause.problems);
    else if (built.value === undefined) throw built.cause;
    if (problems.length > 0 || built.value === undefined) throw new SourceProblems(problems);
    const [runtimeParts, scriptParts] = built.value;

    const bundle: BundleFiles = new Map([...runtimeParts.files, ...scriptParts.files]);
    await addViews(bundle, chunks, views, options.minify);
    for (const [virtual, file] of findAssets(appDir)) bundle.set(virtual, { file });
    bundle.set(REGIONS_FILE, regionsFile());
    for (const [virtual, content] of previewFont(moduleDirs)) bundle.set(virtual, content);
    const name = chunks[0]?.name ?? 'first';
    const script = (file: string) => (options.minify ? takeText(bundle, file) : { file });
    const document = frameDocument({
      cloudBase: options.cloudBase,
      scripts: [script(RUNTIME_FILE), script(viewsFile(name))],
      modules: [script(scriptsFile(name))],
      preload: scriptParts.preload,
      css: runtimeParts.css,
      reloads: options.watch,
    });
    return bundle.set('index.html', Buffer.from(document));
  };
  const dispose = async (): Promise<void> => {
    await Promise.all([runtime.dispose(), scripts.dispose()]);
  };
  return { build, dispose };
}

/**
 * Moves a script from the bundle into the document: the first screen then needs one round trip, which
 * on a slow network costs more than the bytes. Development keeps files, for their source maps.
 */
function takeText(bundle: BundleFiles, file: string): Script {
  const content = bundle.get(file);
  if (content === undefined || 'file' in content) return { file };
  bundle.delete(file);
  return { text: Buffer.from(content).toString('utf8') };
}

/** Keeps a failure for later: thrown while nobody awaits, it would stop the process. */
async function settle<T>(promise: Promise<T>): Promise<{ value?: T; cause?: unknown }> {
  try {
    return { value: await promise };
  } catch (cause) {
    return { cause };
  }
}

async function addViews(
  bundle: BundleFiles,
  chunks: Chunk[],
  views: Views[],
  minify: boolean,
): Promise<void> {
  const written = await Promise.all(
    views.map(({ script }) => (minify ? minifyViews(script) : script)),
  );
  for (const [index, script] of written.entries()) {
    bundle.set(viewsFile(chunks[index]?.name ?? ''), Buffer.from(script));
    for (const [virtual, file] of views[index]?.assets ?? []) bundle.set(virtual, { file });
  }
}

function withPages(
  config: Omit<AppConfig, 'pageConfig'>,
  components: Map<string, Component>,
): AppConfig {
  const pageConfig: Record<string, PageConfig> = {};
  for (const page of config.pages) {
    const component = components.get(page);
    if (component) pageConfig[page] = { ...component.json, ...component.config } as PageConfig;
  }
  return { ...config, pageConfig };
}

function routeChunks(chunks: Chunk[]): RouteChunks {
  const routes: RouteChunks = {};
  const [first, ...later] = chunks;
  const main = later.some((chunk) => chunk.name === 'main') ? ['main'] : [];
  for (const chunk of later) {
    const needed = chunk.name === 'main' ? main : [...main, chunk.name];
    for (const route of chunk.routes) routes[route] ??= needed;
  }
  for (const route of first?.routes ?? []) routes[route] = [];
  return routes;
}

/** node_modules folders of these folders and all above, nearest first. */
function findModuleDirs(starts: string[]): string[] {
  const found = new Set<string>();
  for (const start of starts) {
    for (let dir = start; ; dir = path.dirname(dir)) {
      const modules = path.join(dir, 'node_modules');
      if (existsSync(modules)) found.add(realpathSync(modules));
      if (path.dirname(dir) === dir) break;
    }
  }
  return [...found];
}
