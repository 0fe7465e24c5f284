/** Where a JPEG says how it must be turned; pure. Sources: ITU T.81, EXIF 2.3. */

/** EXIF orientation 1 to 8, and where its two bytes lie; null when the file says nothing. */
export interface Turn {
  orientation: number;
  position: number;
  isLittleEndian: boolean;
}

const exifMarker = 0xe1;
const scanMarker = 0xda;
const orientationTag = 0x0112;
/** "Exif" as four bytes. */
const exifName = 0x45786966;

/** Reads the head of a JPEG; what is cut off or no JPEG says nothing. */
export function readTurn(bytes: ArrayBuffer): Turn | null {
  const view = new DataView(bytes);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let offset = 2;
  while (offset + 4 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    if (marker === scanMarker) return null;
    const end = offset + 2 + view.getUint16(offset + 2);
    if (marker === exifMarker && end <= view.byteLength) {
      const turn = turnIn(view, offset + 4, end);
      if (turn) return turn;
    }
    offset = end;
  }
  return null;
}

function turnIn(view: DataView, start: number, end: number): Turn | null {
  const tiff = start + 6;
  if (tiff + 8 > end || view.getUint32(start) !== exifName) return null;
  const isLittleEndian = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittleEndian);
  if (directory + 2 > end) return null;
  const count = view.getUint16(directory, isLittleEndian);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > end) return null;
    if (view.getUint16(at, isLittleEndian) !== orientationTag) continue;
    const position = at + 8;
    return { orientation: view.getUint16(position, isLittleEndian), position, isLittleEndian };
  }
  return null;
}

/** The matrix of canvas `transform` that sets a picture upright; sizes are as stored. */
export function matrixOf(
  orientation: number,
  { width, height }: { width: number; height: number },
): [number, number, number, number, number, number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
