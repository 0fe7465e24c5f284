/** The page runtime's own script: the same for every mini-program, built once and kept. */
import path from 'node:path';
import { context, type BuildContext } from 'esbuild';

export interface RuntimeScript {
  /** Script and its map by file name, and the runtime's sheets as one text. */
  build(): Promise<{ files: Map<string, Uint8Array>; css: string }>;
  dispose(): Promise<void>;
}

/** File of the runtime in the bundle. */
export const RUNTIME_FILE = 'runtime.js';

/** Bundles local/web/document/index.ts with the runtime; rebuilds only when asked. */
export function createRuntimeScript(webDir: string, minify: boolean): RuntimeScript {
  let building: Promise<BuildContext<{ write: false }>> | undefined;
  const open = () =>
    context({
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
    });
  return {
    async build() {
      building ??= open();
      const { outputFiles } = await (await building).rebuild();
      const files = new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
      const css = Buffer.from(files.get('base.css') ?? []).toString('utf8');
      files.delete('base.css');
      files.delete('base.css.map');
      return { files, css: css.replace(/\/\*# sourceMappingURL[^]*?\*\//, '') };
    },
    async dispose() {
      await (await building)?.dispose();
      building = undefined;
    },
  };
}
