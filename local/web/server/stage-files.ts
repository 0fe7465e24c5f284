/** The stage's page, bundled from its sources. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { BundleFiles } from '../compile/index';

/** index.html, stage.js and stage.css of local/web/stage. */
export async function buildStage(webDir: string, minify: boolean): Promise<BundleFiles> {
  const folder = path.join(webDir, 'stage');
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'stage.ts'), path.join(folder, 'stage.css')],
    outdir: path.resolve('/out'),
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    minify,
    write: false,
    logLevel: 'silent',
  });
  const files: BundleFiles = new Map(
    outputFiles.map((file) => [path.basename(file.path), file.contents]),
  );
  return files.set('index.html', readFileSync(path.join(folder, 'index.html')));
}
