/** app.json and theme.json made into the config that the runtime gets. */
import path from 'node:path';
import type {
  AppConfig,
  StaticConfig,
  TabBarConfig,
  ThemeVariables,
  WindowConfig,
} from '../bundle';
import { fileProblem, SourceProblems, type Problem } from './problem';
import type { SourceFiles } from './source-files';
import { readJson } from './source-json';
import type { VirtualPaths } from './virtual-paths';

interface SubPackageJson {
  root: string;
  name?: string;
  pages: string[];
  independent?: boolean;
}

/** What app.json may hold, as far as the browser needs it. */
export interface AppJson {
  pages?: string[];
  entryPagePath?: string;
  subPackages?: SubPackageJson[];
  subpackages?: SubPackageJson[];
  window?: WindowConfig;
  tabBar?: TabBarConfig;
  darkmode?: boolean;
  themeLocation?: string;
  usingComponents?: Record<string, string>;
  componentPlaceholder?: Record<string, string>;
  preloadRule?: AppConfig['preloadRule'];
  networkTimeout?: Record<string, number>;
  requiredPrivateInfos?: string[];
  style?: string;
}

/** Component of a custom tab bar, as WeChat fixes it. */
export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

/** Config without `pageConfig`, which needs every page's resolved json. */
export type BareConfig = Omit<AppConfig, 'pageConfig'>;

/** Reads app.json; throws SourceProblems for a missing file, page, subpackage root or tab page. */
export function readAppConfig(
  files: SourceFiles,
  paths: VirtualPaths,
): { json: AppJson; config: BareConfig } {
  if (!files.exists(paths.toFile('app.json'))) throw fileProblem('app.json', 'is missing');
  const json = readJson<AppJson>(files, paths, 'app.json');
  const subPackages = (json.subPackages ?? json.subpackages ?? []).map((part) => {
    const root = part.root.replace(/^\/|\/$/g, '');
    const pages = part.pages.map((page) => `${root}/${page}`);
    return { root, name: part.name, pages, independent: part.independent ?? false };
  });
  const pages = [...(json.pages ?? []), ...subPackages.flatMap((part) => part.pages)];
  const config: BareConfig = {
    pages,
    entryPagePath: (json.entryPagePath ?? pages[0] ?? '').replace(/^\//, ''),
    subPackages,
    window: json.window ?? {},
    tabBar: json.tabBar,
    darkmode: json.darkmode ?? false,
    theme: readTheme(files, paths, json.themeLocation),
    preloadRule: json.preloadRule ?? {},
    networkTimeout: json.networkTimeout,
    requiredPrivateInfos: json.requiredPrivateInfos ?? [],
    style: json.style,
    customTabBar: json.tabBar?.custom ? CUSTOM_TAB_BAR : undefined,
  };
  const problems = findProblems(config, files, paths);
  if (problems.length > 0) throw new SourceProblems(problems);
  return { json, config };
}

/** Keys of a page's json that are its window, without its component references. */
export function pageWindow(json: WindowConfig & Partial<StaticConfig>): WindowConfig {
  const { usingComponents: _using, componentPlaceholder: _holder, ...window } = json;
  return window;
}

function readTheme(files: SourceFiles, paths: VirtualPaths, location?: string): ThemeVariables {
  if (location === undefined) return { light: {}, dark: {} };
  const virtual = path.posix.normalize(location.replace(/^\//, ''));
  if (!files.exists(paths.toFile(virtual))) {
    throw fileProblem('app.json', `themeLocation: ${virtual} is not found`);
  }
  const theme = readJson<Partial<ThemeVariables>>(files, paths, virtual);
  return { light: theme.light ?? {}, dark: theme.dark ?? {} };
}

function findProblems(config: BareConfig, files: SourceFiles, paths: VirtualPaths): Problem[] {
  const problem = (message: string): Problem => ({ file: 'app.json', line: 0, column: 0, message });
  const problems: Problem[] = [];
  if (config.pages.length === 0) problems.push(problem('pages: at least one page is needed'));
  for (const page of config.pages) {
    if (!files.exists(paths.toFile(`${page}.wxml`))) {
      problems.push(problem(`pages: ${page}.wxml is not found`));
    }
    if (paths.script(page) === undefined) {
      problems.push(problem(`pages: ${page}.ts or ${page}.js is not found`));
    }
  }
  const tabs = config.tabBar?.list ?? [];
  // WeChat wants 2 to 5 tabs, all of them in the main package.
  if (config.tabBar && (tabs.length < 2 || tabs.length > 5)) {
    problems.push(problem(`tabBar.list: has ${tabs.length} tabs, 2 to 5 are allowed`));
  }
  for (const tab of tabs) {
    const isMain = !config.subPackages.some((part) => part.pages.includes(tab.pagePath));
    if (!config.pages.includes(tab.pagePath) || !isMain) {
      problems.push(problem(`tabBar.list: ${tab.pagePath} is no page of the main package`));
    }
  }
  if (!config.pages.includes(config.entryPagePath)) {
    problems.push(problem(`entryPagePath: ${config.entryPagePath} is no page`));
  }
  return problems;
}
