/** A chunk's views file: templates, static configs and sheets, handed to the runtime by one call. */
import { transform } from 'esbuild';
import type { AppConfig, StaticConfig } from '../bundle';
import type { Chunk } from './chunks';
import { compileSheets } from './styles';
import { compileTemplates } from './templates';
import type { IconFont } from './icon-font';
import type { Problem } from './problem';
import type { SourceFiles } from './source-files';
import type { VirtualPaths } from './virtual-paths';

interface Source {
  files: SourceFiles;
  paths: VirtualPaths;
  iconFont: IconFont | undefined;
}

export interface Views {
  /** The views file's JavaScript, not minified. */
  script: string;
  assets: Map<string, string>;
  problems: Problem[];
}

/** File of a chunk's views in the bundle. */
export function viewsFile(chunk: string): string {
  return `${chunk}.views.js`;
}

/** Route → names of the chunks it needs beyond the first, in order. */
export type RouteChunks = Record<string, string[]>;

/** Compiles a chunk's views; the first chunk's also carry the config and the table of routes. */
export function compileViews(
  source: Source,
  chunk: Chunk,
  first?: { config: AppConfig; routes: RouteChunks },
): Views {
  const templates = compileTemplates(source, chunk.components);
  const sheets = compileSheets(source, chunk.components, { withApp: first !== undefined });
  const configs = chunk.components.map(({ path, config }): [string, StaticConfig] => [
    path,
    config,
  ]);
  const parts = [
    `templates:${templates.expression}`,
    `components:${JSON.stringify(configs)}`,
    `sheets:${JSON.stringify(sheets.css)}`,
  ];
  const script = first
    ? `boot.setup({config:${JSON.stringify(first.config)},` +
      `load:__chunkLoader(${JSON.stringify(first.routes)}),${parts.join(',')}});`
    : `boot.add({${parts.join(',')}});`;
  return { script, assets: sheets.assets, problems: [...templates.problems, ...sheets.problems] };
}

/** Smaller script and sheets of the same meaning. */
export async function minifyViews(script: string): Promise<string> {
  const { code } = await transform(script, {
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    loader: 'js',
  });
  return code;
}
