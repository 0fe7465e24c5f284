/** The page runtime's own script: the same for every mini-program, built once and kept. */
import path from 'node:path';
import { build, context, type BuildContext, type BuildOptions, type OutputFile } from 'esbuild';

export interface RuntimeScript {
  /** Script and its map by file name, and the runtime's sheets as one text. */
  build(): Promise<{ files: Map<string, Uint8Array>; css: string }>;
  dispose(): Promise<void>;
}

/** File of the runtime in the bundle. */
export const RUNTIME_FILE = 'runtime.js';

/** Bundles local/web/document/index.ts with the runtime, again at each `build`: only what changed. */
export function watchedRuntime(webDir: string, minify: boolean): RuntimeScript {
  let opening: Promise<BuildContext<{ write: false }>> | undefined;
  return {
    async build() {
      opening ??= context(bundling(webDir, minify));
      return split((await (await opening).rebuild()).outputFiles);
    },
    async dispose() {
      await (await opening)?.dispose();
      opening = undefined;
    },
  };
}

const built = new Map<string, ReturnType<RuntimeScript['build']>>();

/** The same, bundled once in this process: compilers that do not watch share it. */
export function sharedRuntime(webDir: string, minify: boolean): RuntimeScript {
  const key = `${webDir}:${minify}`;
  const once = async () => split((await build(bundling(webDir, minify))).outputFiles);
  return {
    build() {
      const building = built.get(key) ?? once();
      built.set(key, building);
      building.catch(() => built.delete(key));
      return building;
    },
    dispose: async () => undefined,
  };
}

function bundling(webDir: string, minify: boolean): BuildOptions & { write: false } {
  return {
    entryPoints: [
      { in: path.join(webDir, 'document', 'index.ts'), out: 'runtime' },
      { in: path.join(webDir, 'runtime', 'style', 'base.css'), out: 'base' },
      // Fetched by wx.scanCode alone, so that no other start pays for it.
      { in: path.join(webDir, 'runtime', 'wx', 'scan', 'reader.ts'), out: 'scan' },
    ],
    outdir: path.resolve('/out'),
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    minify,
    sourcemap: minify ? false : 'linked',
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': minify ? '"production"' : '"development"' },
  };
}

function split(outputFiles: OutputFile[]): Awaited<ReturnType<RuntimeScript['build']>> {
  const files = new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
  const css = Buffer.from(files.get('base.css') ?? []).toString('utf8');
  files.delete('base.css');
  files.delete('base.css.map');
  return { files, css: css.replace(/\/\*# sourceMappingURL[^]*?\*\//, '') };
}
