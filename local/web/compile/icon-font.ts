/**
 * TDesign's icon font from a local package instead of its CDN, so that icons show without a network.
 *
 * The package's font numbers its glyphs otherwise than the CDN's, so each icon's `content` is set by the
 * glyph's name, as the package's own svg lists them.
 */
import path from 'node:path';
import type { Root } from 'postcss';
import type { SourceFiles } from './source-files';

/** Virtual path at which the font is served. */
export const ICON_FONT = 'tdesign-icons.woff';

const FONT_FOLDER = path.join('tdesign-icons-web-components', 'esm', 'iconfont');
const CDN = /tdesign\.gtimg\.com/;

export interface IconFont {
  /** Absolute file of the font. */
  file: string;
  /** Glyph name → code point in hexadecimal. */
  glyphs: Map<string, string>;
}

/** The installed font, or undefined where its package is missing (icons then come from the CDN). */
export function findIconFont(files: SourceFiles, moduleDirs: string[]): IconFont | undefined {
  for (const dir of moduleDirs) {
    const file = path.join(dir, FONT_FOLDER, 't.woff');
    if (!files.exists(file)) continue;
    return {
      file,
      glyphs: files.derive('glyphs', path.join(dir, FONT_FOLDER, 't.svg'), glyphNames),
    };
  }
  return undefined;
}

/** Points the sheet's CDN font and its icon classes at the local font; true when there were any. */
export function useIconFont(sheet: Root, font: IconFont): boolean {
  let isUsed = false;
  sheet.walkAtRules('font-face', (face) => {
    if (!CDN.test(face.toString())) return;
    isUsed = true;
    face.walkDecls('src', (source) => {
      source.value = `url(./${ICON_FONT}) format("woff")`;
    });
  });
  if (!isUsed) return false;
  sheet.walkRules((rule) => {
    const name = /^\.t-icon-([\w-]+):{1,2}before$/.exec(rule.selector)?.[1];
    const glyph = name === undefined ? undefined : font.glyphs.get(name);
    if (glyph === undefined) return;
    rule.walkDecls('content', (content) => {
      content.value = `'\\${glyph}'`;
    });
  });
  return true;
}

function glyphNames(svg: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, name, code] of svg.matchAll(
    /<glyph\s+glyph-name="([^"]+)"\s+unicode="&#x?([^;"]+)/g,
  )) {
    if (name !== undefined && code !== undefined) glyphs.set(name, code);
  }
  return glyphs;
}
