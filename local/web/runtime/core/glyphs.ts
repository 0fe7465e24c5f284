/** Chinese glyphs where this machine has none, so that a preview is not a page of boxes. */

let coming: Promise<void> | undefined;

/**
 * Fetches them if they are missing; `base` is the folder of the mini-program's bundle. Resolves when the
 * sheet is there, or cannot be had.
 */
export function addMissingGlyphs(base = './'): Promise<void> {
  if (drawn('\u4e61') !== drawn('\u8baf')) return Promise.resolve();
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `${base}preview-font/index.css`;
  document.head.append(sheet);
  coming = new Promise((resolve) => {
    sheet.onload = () => resolve();
    sheet.onerror = () => resolve();
  });
  return coming;
}

/**
 * Resolves when whatever a canvas draws has its glyphs. Text of a page gets each piece of the font as it
 * needs it and is drawn again; a canvas keeps what was drawn first.
 */
export async function glyphsAtHand(): Promise<void> {
  await coming;
  const pieces = [...document.fonts].filter(({ status }) => status !== 'loaded');
  await Promise.allSettled(pieces.map((piece) => piece.load()));
}

// Any two characters that differ will do: those without a glyph are all drawn as the same box.
function drawn(character: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE_PX;
  canvas.height = SIDE_PX;
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.font = `${SIDE_PX / 2}px sans-serif`;
  pen.fillText(character, 0, SIDE_PX / 2);
  return canvas.toDataURL();
}

const SIDE_PX = 32;
