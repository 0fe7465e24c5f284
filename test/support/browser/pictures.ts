/** Pictures for tests, drawn by the browser itself so that none has to be kept in the repository. */
import type { Browser } from 'playwright-core';

/** A noisy JPEG; with an EXIF orientation (1–8) its pixels are as stored, before turning. */
export async function aJpeg(
  browser: Browser,
  width: number,
  height: number,
  orientation?: number,
): Promise<Buffer> {
  const jpeg = await draw(browser, { width, height, type: 'image/jpeg' });
  if (orientation === undefined) return jpeg;
  // The EXIF block goes right behind the start of the picture.
  return Buffer.concat([jpeg.subarray(0, 2), exif(orientation), jpeg.subarray(2)]);
}

/** A noisy PNG. */
export function aPng(browser: Browser, width: number, height: number): Promise<Buffer> {
  return draw(browser, { width, height, type: 'image/png' });
}

interface Drawing {
  width: number;
  height: number;
  type: string;
}

async function draw(browser: Browser, drawing: Drawing): Promise<Buffer> {
  const page = await browser.newPage();
  const address = await page.evaluate<string>(`(() => {
    const { width, height, type } = ${JSON.stringify(drawing)};
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    const pixels = pen.createImageData(width, height);
    let seed = 7;
    for (let i = 0; i < pixels.data.length; i += 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      pixels.data[i] = i % 4 === 3 ? 255 : seed >> 16;
    }
    pen.putImageData(pixels, 0, 0);
    return canvas.toDataURL(type, 0.95);
  })()`);
  await page.close();
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

// APP1 with a big-endian TIFF of one directory of one entry: tag 0x0112, SHORT, one value.
function exif(orientation: number): Buffer {
  const head = Buffer.from('ffe1002245786966000' + '04d4d002a00000008', 'hex');
  const entry = Buffer.from('0001' + '0112' + '0003' + '00000001' + '00000000' + '00000000', 'hex');
  entry.writeUInt16BE(orientation, 10);
  return Buffer.concat([head, entry]);
}
