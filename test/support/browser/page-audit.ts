/**
 * What WeChat's own audit (体验评分), a screen reader and a thumb would say of the page that a phone
 * shows. Sources of the limits: WeChat's official score (facts of the platform), WCAG 2.1 AA, UI.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../root';

export interface PageAudit {
  /** Serious and critical findings of axe-core: rule and the first nodes it is about. */
  findings: string[];
  /** Things to tap that are smaller than a thumb. */
  small: string[];
  /** Nodes that reach over the right edge, and texts cut off by their own box. */
  overflowing: string[];
  nodes: number;
  depth: number;
  childrenMax: number;
  /** Bytes of the page's whole data: no setData of it can be larger. */
  dataBytes: number;
  /** Cumulative layout shift since the page was opened. */
  shift: number;
}

export const limits = { nodes: 1000, depth: 30, childrenMax: 60, dataBytes: 256 * 1024 };
/** What WCAG calls enhanced and both phone makers ask for, in px at 390 px width. */
const TARGET_PX = 44;
/** Google's bound of «good». */
export const shiftMax = 0.1;

const measure = readFileSync(path.join(__dirname, 'page-measure.js'), 'utf8');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Looks at the page in front; it should have settled. */
export async function auditPage(page: Page): Promise<PageAudit> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe);
  const findings = await page.evaluate<string[]>(runAxe);
  const looks = await page.evaluate<Omit<PageAudit, 'findings'>>(
    `(${measure.trim().replace(/;$/, '')})(${TARGET_PX})`,
  );
  return { findings, ...looks };
}

/** Begins to note layout shifts, for every document of the phone. */
export const watchShifts = `
  globalThis.__shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput) globalThis.__shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

// Runs in the page. Left out: what WeChat itself draws (landmarks, the scroller), and the rule that a
// label is the shown text to the letter: our labels of cards add the pauses that a reader needs.
// A button that cannot be tapped yet may be pale (WCAG 1.4.3).
const runAxe = `axe.run({
  include: [[...document.querySelectorAll('wx-page-root')]
    .filter((page) => page.getBoundingClientRect().width > 0).at(-1)],
  exclude: ['.t-button--disabled'],
}, {
  resultTypes: ['violations'],
  rules: Object.fromEntries(
    ['region', 'page-has-heading-one', 'scrollable-region-focusable', 'label-content-name-mismatch']
      .map((rule) => [rule, { enabled: false }])),
}).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3)
    .map((node) => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '').slice(0, 160))
    .join(' | ')))`;
