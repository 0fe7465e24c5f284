/** WXML and WXS, compiled by glass-easel's own compiler into one template group per chunk. */
import { TmplGroup } from 'glass-easel-template-compiler';
import type { SourceFiles } from './source-files';
import type { Component } from './components';
import type { Problem } from './problem';
import type { VirtualPaths } from './virtual-paths';
import { adaptWxs, guardWxsCalls, WXS_HOOKS, wxsRequires } from './wxs';

interface Source {
  files: SourceFiles;
  paths: VirtualPaths;
}

/** A warning as the template compiler gives it; lines and columns count from 0. */
interface TemplateWarning {
  isError: boolean;
  code: number;
  message: string;
  path: string;
  startLine: number;
  startColumn: number;
}

/**
 * Warnings of glass-easel that WeChat's own compiler refuses: a missing end tag, an end tag without a
 * start, `wx:elif` or `wx:else` without `wx:if`.
 */
const REFUSED_WARNINGS = new Set([65543, 65567, 65548]);

/** The chunk's templates as a JavaScript expression, and what is wrong with them. */
export function compileTemplates(
  source: Source,
  components: Component[],
): { expression: string; problems: Problem[] } {
  const group = new TmplGroup();
  try {
    group.setExtraRuntimeScript(WXS_HOOKS);
    const build: Build = {
      ...source,
      group,
      problems: [],
      templates: new Set(),
      scripts: new Set(),
    };
    for (const component of components) addTemplate(build, component.path);
    return {
      expression: guardWxsCalls(group.getTmplGenObjectGroups()),
      problems: build.problems,
    };
  } finally {
    group.free();
  }
}

interface Build extends Source {
  group: TmplGroup;
  problems: Problem[];
  templates: Set<string>;
  scripts: Set<string>;
}

function addTemplate(build: Build, path: string): void {
  if (build.templates.has(path)) return;
  build.templates.add(path);
  const { group, files, paths, problems } = build;
  const file = paths.toFile(`${path}.wxml`);
  if (!files.exists(file)) {
    problems.push({ file: `${path}.wxml`, line: 0, column: 0, message: 'is not found' });
    return;
  }
  const wxml = files.derive('wxml', file, emptySlots);
  // The wasm binding is untyped here; the compiler's README gives this shape.
  const warnings = (group.addTmpl(path, wxml) ?? []) as TemplateWarning[];
  problems.push(...warnings.filter(isRefused).map(toProblem));
  for (const name of group.getInlineScriptModuleNames(path) as string[]) {
    const inline = group.getInlineScript(path, name);
    group.setInlineScript(path, name, adaptWxs(inline));
    addRequired(build, path, inline);
  }
  // Both answer virtual paths; a `.wxml` or `.wxs` ending stays when the source wrote one.
  for (const needed of group.getDirectDependencies(path) as string[]) {
    addTemplate(build, needed.replace(/\.wxml$/, ''));
  }
  for (const needed of group.getScriptDependencies(path) as string[]) {
    addScript(build, needed.replace(/\.wxs$/, ''));
  }
}

function addScript(build: Build, path: string): void {
  if (build.scripts.has(path)) return;
  build.scripts.add(path);
  const { group, files, paths, problems } = build;
  const file = paths.toFile(`${path}.wxs`);
  if (!files.exists(file)) {
    problems.push({ file: `${path}.wxs`, line: 0, column: 0, message: 'is not found' });
    return;
  }
  const text = files.read(file);
  group.addScript(path, files.derive('wxs', file, adaptWxs));
  addRequired(build, path, text);
}

function addRequired(build: Build, from: string, text: string): void {
  for (const reference of wxsRequires(text)) {
    addScript(build, build.paths.resolve(reference.replace(/\.wxs$/, ''), from));
  }
}

/** A published package is not ours to mend, and WeChat shows it; only what cannot be drawn stops it. */
function isRefused(warning: TemplateWarning): boolean {
  const isPackaged = warning.path.startsWith('miniprogram_npm/');
  return warning.isError || (!isPackaged && REFUSED_WARNINGS.has(warning.code));
}

const SLOT_WITH_CHILDREN = /(<slot(?:\s(?:[^>"'/]|"[^"]*"|'[^']*')*)?>)([\s\S]*?)(<\/slot>)/g;

/** WeChat ignores children of `<slot>`, glass-easel refuses them; their line breaks stay. */
function emptySlots(wxml: string): string {
  return wxml.replace(
    SLOT_WITH_CHILDREN,
    (_whole, open: string, children: string, close: string) =>
      open + children.replace(/[^\n]/g, '') + close,
  );
}

function toProblem(warning: TemplateWarning): Problem {
  return {
    file: `${warning.path}.wxml`,
    line: warning.startLine + 1,
    column: warning.startColumn + 1,
    message: warning.message,
  };
}
