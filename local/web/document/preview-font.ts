/** Fetches Chinese glyphs when this machine has none, so that a preview is not a page of boxes. */
export function addMissingGlyphs(): void {
  if (drawn('\u4e61') !== drawn('\u8baf')) return;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = './preview-font/index.css';
  document.head.append(sheet);
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
