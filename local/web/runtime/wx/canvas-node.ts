import { resolveSource } from '../core/sources';

/**
 * Gives a canvas element what WeChat's Canvas node has beyond the browser's: createImage,
 * createImageData, createPath2D and animation frames. `fields({ node: true })` answers such an element.
 */
export function toCanvasNode(canvas: HTMLCanvasElement): WechatMiniprogram.Canvas {
  return Object.assign(canvas, {
    createImage,
    createImageData: () => new ImageData(canvas.width, canvas.height),
    createPath2D: (path?: Path2D) => new Path2D(path),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (requestId: number) => cancelAnimationFrame(requestId),
  }) as unknown as WechatMiniprogram.Canvas; // contexts of both draw alike; their types differ in names
}

// WeChat's image takes package and phone paths; the browser's takes addresses only.
function createImage(): HTMLImageElement {
  const image = new Image();
  let path = '';
  Object.defineProperty(image, 'src', {
    get: () => path,
    set: (next: string) => {
      path = next;
      void Promise.resolve(resolveSource(next)).then((address) => {
        if (/^https?:/.test(address)) image.crossOrigin = 'anonymous';
        image.setAttribute('src', address);
      });
    },
  });
  return image;
}
