/**
 * Fetches Chinese glyphs when this machine has none, so that a preview is not a page of boxes; `base`
 * is the folder of the mini-program's bundle. Resolves when the sheet is there, or cannot be had.
 */
export function addMissingGlyphs(base = './'): Promise<void> {
  if (drawn('\u4e61') !== drawn('\u8baf')) return Promise.resolve();
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `${base}preview-font/index.css`;
  document.head.append(sheet);
  return new Promise((resolve) => {
    sheet.onload = () => resolve();
    sheet.onerror = () => resolve();
  });
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
