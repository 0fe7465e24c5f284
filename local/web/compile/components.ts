/**
 * Finds every component that the pages need, from page to component to component.
 *
 * A component that is declared (in app.json above all) but whose tag no template uses is left out: it
 * would cost bytes and never be seen, and WeChat's lazyCodeLoading leaves it out as well.
 */
import type { StaticConfig, WindowConfig } from '../bundle';
import type { AppJson, BareConfig } from './app-config';
import { SourceProblems, type Problem } from './problem';
import type { SourceFiles } from './source-files';
import { readJson } from './source-json';
import { usesTag } from './template-text';
import type { VirtualPaths } from './virtual-paths';

export interface Component {
  /** Virtual path without extension. */
  path: string;
  isPage: boolean;
  /** The json as written; a page's holds its window keys too. */
  json: ComponentJson;
  /** What the runtime gets: references resolved. */
  config: StaticConfig;
  /** Virtual paths of the components it uses. */
  uses: string[];
  /** Absolute file of its script; components without one are drawn from their template alone. */
  script: string | undefined;
}

export interface ComponentJson extends WindowConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentPlaceholder?: Record<string, string>;
  componentGenerics?: Record<string, boolean | { default?: string }>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
}

interface Source {
  files: SourceFiles;
  paths: VirtualPaths;
  appJson: AppJson;
  config: BareConfig;
}

/** Every page and component by virtual path; throws SourceProblems for references to nothing. */
export function findComponents(source: Source): Map<string, Component> {
  const found = new Map<string, Component>();
  const problems: Problem[] = [];
  const visit = (path: string, isPage: boolean): void => {
    if (found.has(path)) return;
    const component = readComponent(source, path, isPage, problems);
    found.set(path, component);
    for (const used of component.uses) visit(used, false);
  };
  for (const page of source.config.pages) visit(page, true);
  if (source.config.customTabBar !== undefined) visit(source.config.customTabBar, false);
  if (problems.length > 0) throw new SourceProblems(problems);
  return found;
}

function readComponent(
  source: Source,
  path: string,
  isPage: boolean,
  problems: Problem[],
): Component {
  const { files, paths, appJson } = source;
  const json = readJson<ComponentJson>(files, paths, `${path}.json`);
  const isPackaged = path.startsWith('miniprogram_npm/');
  const ownHolders = json.componentPlaceholder ?? {};
  const holders = isPackaged ? ownHolders : { ...appJson.componentPlaceholder, ...ownHolders };
  const references = new Map<string, { written: string; from: string }>();
  // A packaged component must not change with the app it is used in, so app.json's names skip it.
  for (const [tag, written] of Object.entries(isPackaged ? {} : (appJson.usingComponents ?? {}))) {
    references.set(tag, { written, from: 'app' });
  }
  for (const [tag, written] of Object.entries(json.usingComponents ?? {})) {
    references.set(tag, { written, from: path });
  }
  const resolved: Record<string, string> = {};
  const uses = new Set<string>();
  const isHolder = new Set(Object.values(holders));
  for (const [tag, { written, from }] of references) {
    if (written.startsWith('plugin://')) {
      problems.push(refusal(`${from}.json`, `usingComponents: ${tag}: plugins are not supported`));
      continue;
    }
    if (!isHolder.has(tag) && !usesTag(source, path, tag)) continue;
    const target = paths.resolve(written, from);
    if (!files.exists(paths.toFile(`${target}.json`))) {
      problems.push(refusal(`${from}.json`, `usingComponents: ${tag}: ${written} is not found`));
      continue;
    }
    resolved[tag] = `/${target}`;
    uses.add(target);
  }
  const generics = resolveGenerics(json, path, paths);
  for (const target of generics.uses) uses.add(target);
  const config: StaticConfig = {
    ...json,
    component: json.component ?? (isPage ? undefined : true),
    usingComponents: resolved,
    componentPlaceholder: Object.keys(holders).length > 0 ? holders : undefined,
    componentGenerics: generics.config,
  };
  return { path, isPage, json, config, uses: [...uses], script: paths.script(path) };
}

function resolveGenerics(json: ComponentJson, path: string, paths: VirtualPaths) {
  if (json.componentGenerics === undefined) return { config: undefined, uses: [] };
  const config: NonNullable<StaticConfig['componentGenerics']> = {};
  const uses: string[] = [];
  for (const [name, generic] of Object.entries(json.componentGenerics)) {
    if (typeof generic === 'boolean' || generic.default === undefined) {
      config[name] = true;
      continue;
    }
    const target = paths.resolve(generic.default, path);
    uses.push(target);
    config[name] = { default: `/${target}` };
  }
  return { config, uses };
}

function refusal(file: string, message: string): Problem {
  return { file, line: 0, column: 0, message };
}
