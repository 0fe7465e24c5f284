import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** The text of the QR code in a PNG; throws where none is found. */
export function readPngCode(bytes: Buffer): string {
  const found = findPngCode(bytes);
  if (found === undefined) throw new Error('no code in the picture');
  return found;
}

/** The text of the QR code in a PNG, if there is one. */
export function findPngCode(bytes: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(bytes);
  const options = { inversionAttempts: 'dontInvert' } as const;
  return jsQR(new Uint8ClampedArray(data), width, height, options)?.data;
}
