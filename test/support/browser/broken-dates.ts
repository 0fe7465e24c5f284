/** Whether a page shows dates and clocks whole: 11月20日 on one line is read at a glance, on two it is not. */
import type { Page } from 'playwright-core';

/** Dates and clocks that a line's end cuts in two; a sentence runs as it does. */
export const brokenDates = (page: Page): Promise<string[]> => page.evaluate(findBroken);

// Runs in the page, as text.
const findBroken = `(() => {
  const broken = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.data.includes('。')) continue;
    for (const { 0: words, index } of text.data.matchAll(/(\\d{4}年)?\\d+月(\\d+日)?|\\d+:\\d\\d/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + words.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(words + ' in ' + text.data.trim().slice(0, 60));
    }
  }
  return broken;
})()`;
