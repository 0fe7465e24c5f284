/** Whether a page shows its Chinese, or the boxes of a machine that has no glyphs for it. */
import type { Frame, Page } from 'playwright-core';

/**
 * Chinese that is drawn as boxes, the first five. Every Chinese glyph is as wide as its type is large; the
 * box that stands for a missing one is narrower.
 */
export const boxedIn = (place: Page | Frame): Promise<string[]> => place.evaluate(findBoxed);

// Runs in the page, as text.
const findBoxed = `(() => {
  const boxed = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: words, index } of text.data.matchAll(/[\\u4e00-\\u9fff]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + words.length);
      const lines = [...range.getClientRects()];
      const width = lines.reduce((sum, line) => sum + line.width, 0);
      const size = Number.parseFloat(getComputedStyle(text.parentElement).fontSize);
      if (width > 0 && width < 0.9 * size * words.length) boxed.push(words);
    }
  }
  return boxed.slice(0, 5);
})()`;
