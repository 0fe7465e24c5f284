import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** The text of the QR code in a PNG; throws where none is found. */
export function readPngCode(bytes: Buffer): string {
  const { data, width, height } = PNG.sync.read(bytes);
  const found = jsQR(new Uint8ClampedArray(data), width, height, {
    inversionAttempts: 'dontInvert',
  });
  if (!found) throw new Error('no code in the picture');
  return found.data;
}
