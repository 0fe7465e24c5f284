/**
 * WXSS made CSS: imports inlined, WeChat's units and tags made the browser's, classes marked for their
 * component's scope, dark mode under the frame's own switch, files it names collected.
 */
import path from 'node:path';
import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss';
import { APP_SHEET } from '../bundle';
import { browserUnits } from '../units';
import type { Component } from './components';
import { useThemeSwitch } from './dark-mode';
import { useIconFont, ICON_FONT, type IconFont } from './icon-font';
import { SourceProblems, type Problem } from './problem';
import { browserSelector } from './selectors';
import type { SourceFiles } from './source-files';
import type { VirtualPaths } from './virtual-paths';

interface Source {
  files: SourceFiles;
  paths: VirtualPaths;
  iconFont: IconFont | undefined;
}

export interface Sheets {
  /** Virtual path → CSS; components without wxss are absent. */
  css: Record<string, string>;
  /** Files the sheets name: virtual path → absolute file. */
  assets: Map<string, string>;
  problems: Problem[];
}

/** The sheets of these components, and app.wxss under APP_SHEET when asked for. */
export function compileSheets(
  source: Source,
  components: Component[],
  options: { withApp: boolean },
): Sheets {
  const sheets: Sheets = { css: {}, assets: new Map(), problems: [] };
  const paths = components.map((component) => component.path);
  for (const name of options.withApp ? [APP_SHEET, ...paths] : paths) {
    const css = joinSheet(source, sheets, `${name}.wxss`, []);
    if (css !== '') sheets.css[name] = css;
  }
  return sheets;
}

/** A sheet's own CSS, and what it refers to. */
interface OwnSheet {
  css: string;
  imports: string[];
  assets: string[];
  usesIconFont: boolean;
}

function joinSheet(source: Source, sheets: Sheets, virtual: string, stack: string[]): string {
  const file = source.paths.toFile(virtual);
  if (!source.files.exists(file) || stack.includes(virtual)) return '';
  try {
    const own = source.files.derive('sheet', file, (text) => readSheet(source, virtual, text));
    collectAssets(source, sheets, own);
    const imported = own.imports.map((name) => {
      if (!source.files.exists(source.paths.toFile(name))) {
        sheets.problems.push({
          file: virtual,
          line: 0,
          column: 0,
          message: `@import: ${name} is not found`,
        });
      }
      return joinSheet(source, sheets, name, [...stack, virtual]);
    });
    return imported.join('') + own.css;
  } catch (cause) {
    if (!(cause instanceof SourceProblems)) throw cause;
    sheets.problems.push(...cause.problems);
    return '';
  }
}

function collectAssets(source: Source, sheets: Sheets, own: OwnSheet): void {
  for (const asset of own.assets) sheets.assets.set(asset, source.paths.toFile(asset));
  if (own.usesIconFont && source.iconFont) sheets.assets.set(ICON_FONT, source.iconFont.file);
}

function readSheet(source: Source, virtual: string, text: string): OwnSheet {
  const sheet = parse(text, virtual);
  const imports = takeImports(source, sheet, virtual);
  const usesIconFont = source.iconFont !== undefined && useIconFont(sheet, source.iconFont);
  const assets: string[] = [];
  sheet.walkRules((rule) => {
    if (isKeyframes(rule.parent)) return;
    try {
      rule.selector = browserSelector(rule.selector);
    } catch {
      throw new SourceProblems([
        { file: virtual, ...startOf(rule), message: `bad selector ${rule.selector}` },
      ]);
    }
  });
  sheet.walkDecls((declaration) => {
    declaration.value = browserUnits(declaration.value).replace(
      URL_REFERENCE,
      (whole, reference: string) => {
        if (/^(?:[a-z]+:|\/\/|#)/.test(reference) || reference === `./${ICON_FONT}`) return whole;
        const asset = assetPath(source, reference, virtual);
        assets.push(asset);
        return `url(./${asset})`;
      },
    );
  });
  useThemeSwitch(sheet);
  sheet.walkComments((comment) => {
    comment.remove();
  });
  return { css: sheet.toString(), imports, assets, usesIconFont };
}

const URL_REFERENCE = /url\(\s*['"]?([^'")]+)['"]?\s*\)/g;

function assetPath(source: Source, reference: string, from: string): string {
  const [bare = ''] = reference.split(/[?#]/);
  return source.paths.resolve(/^[./]/.test(bare) ? bare : `./${bare}`, from);
}

function parse(text: string, virtual: string): Root {
  try {
    return postcss.parse(text, { from: virtual });
  } catch (cause) {
    if (!(cause instanceof CssSyntaxError)) throw cause;
    const { line = 0, column = 0, reason } = cause;
    throw new SourceProblems([{ file: virtual, line, column, message: reason }]);
  }
}

function takeImports(source: Source, sheet: Root, virtual: string): string[] {
  const imports: string[] = [];
  sheet.walkAtRules('import', (rule: AtRule) => {
    const reference = /['"]([^'"]+)['"]/.exec(rule.params)?.[1];
    if (reference !== undefined) {
      const near = /^[./]/.test(reference) ? reference : `./${reference}`;
      const resolved = source.paths.resolve(near, virtual);
      const isThere = source.files.exists(source.paths.toFile(resolved));
      // `tdesign-miniprogram/common/style/…` without a leading slash is looked up as a package.
      imports.push(isThere ? resolved : source.paths.resolve(reference, virtual));
    }
    rule.remove();
  });
  return imports.map((name) => (path.posix.extname(name) === '' ? `${name}.wxss` : name));
}

function isKeyframes(parent: unknown): boolean {
  // The parent of a rule is a root, a rule or an at-rule; only the last has a name.
  const { type, name } = parent as { type?: string; name?: string };
  return type === 'atrule' && /keyframes$/.test(name ?? '');
}

function startOf(node: { source?: { start?: { line: number; column: number } } }) {
  return { line: node.source?.start?.line ?? 0, column: node.source?.start?.column ?? 0 };
}
