/** What a JPEG says of itself: its size as stored and how it must be turned to stand upright. */

export interface JpegHead {
  /** Pixels as stored, before turning; 0 when no frame header was found. */
  width: number;
  height: number;
  /** EXIF orientation 1–8; 1 when there is none. */
  orientation: number;
}

const EXIF_MARKER = 0xe1;
const ORIENTATION_TAG = 0x0112;
const SCAN_MARKER = 0xda;

/** Reads the head of a JPEG; undefined for anything else. Source: ITU T.81 and EXIF 2.3. */
export function readJpegHead(bytes: Uint8Array<ArrayBuffer>): JpegHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  const head: JpegHead = { width: 0, height: 0, orientation: 1 };
  let offset = 2;
  while (offset + 9 < view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    if (marker === SCAN_MARKER) break;
    if (marker === EXIF_MARKER) head.orientation = orientationIn(view, offset + 4);
    if (isFrame(marker)) {
      head.height = view.getUint16(offset + 5);
      head.width = view.getUint16(offset + 7);
    }
    offset += 2 + view.getUint16(offset + 2);
  }
  return head;
}

// SOF0–SOF15 without the tables (C4, C8, CC) that lie between them.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function orientationIn(view: DataView, start: number): number {
  try {
    if (view.getUint32(start) !== 0x45786966) return 1; // "Exif"
    const tiff = start + 6;
    const isLittle = view.getUint16(tiff) === 0x4949;
    const directory = tiff + view.getUint32(tiff + 4, isLittle);
    const count = view.getUint16(directory, isLittle);
    for (let entry = 0; entry < count; entry += 1) {
      const at = directory + 2 + entry * 12;
      if (view.getUint16(at, isLittle) === ORIENTATION_TAG) return view.getUint16(at + 8, isLittle);
    }
  } catch {
    // A cut-off EXIF block tells nothing; the picture itself may still be good.
  }
  return 1;
}
