/**
 * `@media (prefers-color-scheme: dark)` under the frame's own switch.
 *
 * Frames beside each other on the stage may be light and dark at once, which the browser's media query
 * cannot express; so the condition becomes `html[data-theme=dark]`, in `:where()` to weigh nothing.
 */
import type { AtRule, Container, Root } from 'postcss';

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/;
const SWITCHES: Record<string, string> = {
  dark: ':where(html[data-theme=dark])',
  light: ':where(html:not([data-theme=dark]))',
};

/** Rewrites the sheet in place; selectors must already be the browser's. */
export function useThemeSwitch(sheet: Root): void {
  sheet.walkAtRules('media', (media) => {
    const scheme = SCHEME.exec(media.params)?.[1];
    // A list of queries (`dark, print`) means "or", which a selector prefix cannot say.
    if (scheme === undefined || media.params.includes(',')) return;
    prefixRules(media, SWITCHES[scheme] ?? '');
    const rest = media.params
      .replace(SCHEME, '')
      .replace(/\band\s+and\b/, 'and')
      .replace(/^\s*and\b|\band\s*$/g, '')
      .trim();
    if (rest === '') unwrap(media);
    else media.params = rest;
  });
}

function prefixRules(container: Container, prefix: string): void {
  container.walkRules((rule) => {
    const { parent } = rule;
    if (parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)) return;
    rule.selectors = rule.selectors.map((selector) =>
      selector.startsWith(':root') ? `${prefix}${selector}` : `${prefix} ${selector}`,
    );
  });
}

function unwrap(media: AtRule): void {
  if (media.nodes) media.replaceWith(media.nodes);
  else media.remove();
}
