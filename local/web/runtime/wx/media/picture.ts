/** Pictures by the browser's own decoders and encoders. */
import { ApiFault } from '../fault';
import { extensionOf } from '../files/paths';

/** Decodes upright; throws WeChat's fault on what is no picture. */
export async function decodePicture(blob: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob);
  } catch {
    // SVG is decoded by an element only.
    return decodeByElement(blob);
  }
}

/** Encodes a canvas; quality is 0–1 and counts for JPEG only. */
export function encodeCanvas(
  canvas: HTMLCanvasElement,
  type: 'image/jpeg' | 'image/png',
  quality?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) void blob.arrayBuffer().then((buffer) => resolve(new Uint8Array(buffer)), reject);
        else reject(new ApiFault('canvas is empty'));
      },
      type,
      quality,
    );
  });
}

/** Draws a picture at a size; a JPEG has no transparency, so it gets white ground. */
export function drawScaled(
  picture: CanvasImageSource,
  size: { width: number; height: number },
  ground?: string,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(size.width));
  canvas.height = Math.max(1, Math.round(size.height));
  const pen = canvas.getContext('2d');
  if (!pen) throw new ApiFault('canvas 2d context is not available');
  if (ground) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Extension of a file: by its media type where that tells, otherwise by its name. */
export function pictureExtension(file: Blob, name = ''): string {
  const byType: Record<string, string> = {
    'image/jpeg': 'jpg',
    'image/png': 'png',
    'image/gif': 'gif',
    'image/webp': 'webp',
  };
  return byType[file.type] ?? extensionOf(name);
}

async function decodeByElement(blob: Blob): Promise<ImageBitmap> {
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await createImageBitmap(drawScaled(image, image));
  } catch {
    throw new ApiFault('decode image fail');
  } finally {
    URL.revokeObjectURL(address);
  }
}
