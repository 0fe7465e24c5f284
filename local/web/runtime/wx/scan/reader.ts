/** Reads a QR code in pixels; a script of its own (scan.js), fetched when the first picture is scanned. */
import decodeQR from 'qr/decode.js';

/** Text of the code, or undefined when none is found. */
function readCode(picture: ImageData): string | undefined {
  try {
    return decodeQR({ width: picture.width, height: picture.height, data: picture.data });
  } catch {
    // The library throws when there is no code; that is an answer, not a mistake.
    return undefined;
  }
}

Object.assign(globalThis, { __readCode: readCode });
