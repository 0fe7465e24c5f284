/** Makes a photo fit for one bar of signal: upright, 1600 px, and as few bytes as still look right. */
import { matrixOf, readTurn, type Turn } from './exif';
import { readBytes, removeFile, sizeOf, storyFilePath, writeBytes } from './files';

const longSideMax = 1600;
/** Of the bytes as shot: nine photos of 12 megapixels then go in the time of half a one. */
const shareMax = 0.055;
/** Below this nothing is gained by a worse picture. */
const bytesEnough = 110 * 1024;
/** Tried in turn until the photo is small enough; the last one is taken as it is. */
const steps = [
  { longSide: longSideMax, quality: 0.8 },
  { longSide: longSideMax, quality: 0.68 },
  { longSide: longSideMax, quality: 0.56 },
  { longSide: 1440, quality: 0.5 },
  { longSide: 1280, quality: 0.45 },
];

export interface ScaledPhoto {
  /** A temporary file. */
  path: string;
  width: number;
  height: number;
}

/** Sets upright, scales and compresses; rejects when the file is no picture. */
export async function scalePhoto(path: string): Promise<ScaledPhoto> {
  const bytes = await sizeOf(path);
  const upright = await withoutTurn(path);
  try {
    const bytesMax = Math.max(bytesEnough, bytes * shareMax);
    return await drawUntilSmall(upright, bytesMax);
  } finally {
    if (upright.path !== path) await removeFile(upright.path);
  }
}

interface Stored {
  path: string;
  orientation: number;
}

/**
 * Phones differ in whether a canvas heeds the orientation of a file. So the file is given to it
 * without one, and we turn it ourselves.
 */
async function withoutTurn(path: string): Promise<Stored> {
  const bytes = await readBytes(path);
  const turn: Turn | null = readTurn(bytes);
  if (!turn || turn.orientation === 1) return { path, orientation: 1 };
  new DataView(bytes).setUint16(turn.position, 1, turn.isLittleEndian);
  const copy = storyFilePath(`turning-${Date.now()}.jpg`);
  await writeBytes(copy, bytes);
  return { path: copy, orientation: turn.orientation };
}

async function drawUntilSmall(stored: Stored, bytesMax: number): Promise<ScaledPhoto> {
  const canvas = wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 });
  // Read once for all steps: 12 megapixels are 48 MB of memory, and an old phone frees them late.
  const image = await loadImage(canvas, stored.path);
  let drawn: (ScaledPhoto & { scale: number }) | undefined;
  for (const { longSide, quality } of steps) {
    const scale = Math.min(1, longSide / Math.max(image.width, image.height));
    // The first steps differ in quality alone.
    const size = scale === drawn?.scale ? drawn : draw(canvas, image, { ...stored, scale });
    if (drawn) await removeFile(drawn.path);
    const { width, height } = size;
    drawn = { path: await fileOf(canvas, { width, height, quality }), width, height, scale };
    if ((await sizeOf(drawn.path)) <= bytesMax) break;
  }
  if (!drawn) throw new Error('there is a step at least');
  return { path: drawn.path, width: drawn.width, height: drawn.height };
}

interface Size {
  width: number;
  height: number;
}

function draw(
  canvas: WechatMiniprogram.OffscreenCanvas,
  image: Size,
  { orientation, scale }: { orientation: number; scale: number },
): Size {
  const stored = { width: image.width * scale, height: image.height * scale };
  const isSideways = orientation >= 5;
  const width = Math.round(isSideways ? stored.height : stored.width);
  const height = Math.round(isSideways ? stored.width : stored.height);
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d') as CanvasPen; // a '2d' canvas answers the standard context
  // A JPEG has no transparency: what a screenshot leaves open is paper.
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.setTransform(...matrixOf(orientation, stored));
  pen.drawImage(image, 0, 0, stored.width, stored.height);
  return { width, height };
}

async function fileOf(
  canvas: WechatMiniprogram.OffscreenCanvas,
  { width, height, quality }: Size & { quality: number },
): Promise<string> {
  const { tempFilePath } = await wx.canvasToTempFilePath({
    // The typings know canvases of a page only; offscreen ones are taken since 2.16.1.
    canvas: canvas as unknown as WechatMiniprogram.Canvas,
    // Left out, WeChat multiplies the sides by the screen's pixel ratio.
    ...{ width, height, destWidth: width, destHeight: height },
    fileType: 'jpg',
    quality,
  });
  return tempFilePath;
}

interface CanvasPen {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  setTransform(...matrix: [number, number, number, number, number, number]): void;
  drawImage(image: object, x: number, y: number, width: number, height: number): void;
}

function loadImage(canvas: WechatMiniprogram.OffscreenCanvas, path: string): Promise<Size> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the file is no picture'));
    image.src = path;
  });
}
