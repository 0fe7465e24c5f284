import { api, type Option } from './api';
import { ApiFault } from './fault';
import type { Host } from '../host';
import type { Drive } from './files/drive';
import { toCanvasNode } from './canvas-node';
import { encodeCanvas } from './media/picture';

type OffscreenOption = WechatMiniprogram.CreateOffscreenCanvasOption;

/** Canvases that are not on the page, and pictures made of any canvas. */
export function createCanvasApis(host: Host, drive: Drive) {
  return {
    createOffscreenCanvas: (first: number | OffscreenOption = {}, height?: number) => {
      const size = typeof first === 'number' ? { width: first, height } : first;
      if (size.type === 'webgl') {
        throw new Error('wx.createOffscreenCanvas type webgl is not implemented in the browser');
      }
      const canvas = document.createElement('canvas');
      // Sizes of the element itself, where the option leaves them out.
      canvas.width = size.width ?? 300;
      canvas.height = size.height ?? 150;
      return toCanvasNode(canvas) as unknown as WechatMiniprogram.OffscreenCanvas;
    },
    canvasToTempFilePath: api('canvasToTempFilePath', async (option) => {
      const part = cutOut(canvasOf(host, option), option);
      const isJpeg = option.fileType === 'jpg';
      const type = isJpeg ? 'image/jpeg' : 'image/png';
      const bytes = await encodeCanvas(part, type, option.quality ?? 1);
      return { tempFilePath: drive.keepTemporarily(bytes, isJpeg ? 'jpg' : 'png') };
    }),
  };
}

function canvasOf(host: Host, { canvas, canvasId }: Option<'canvasToTempFilePath'>) {
  const found =
    canvas ??
    host.currentPage()?.frame.querySelector(`[canvas-id="${CSS.escape(canvasId ?? '')}"] canvas`);
  if (found instanceof HTMLCanvasElement) return found;
  throw new ApiFault('canvas is empty');
}

// x, y, width, height are px of the page; a canvas may have several pixels to each.
function cutOut(
  canvas: HTMLCanvasElement,
  { x = 0, y = 0, width, height, destWidth, destHeight }: Option<'canvasToTempFilePath'>,
): HTMLCanvasElement {
  const scale = canvas.clientWidth > 0 ? canvas.width / canvas.clientWidth : 1;
  const from = {
    x: x * scale,
    y: y * scale,
    width: width === undefined ? canvas.width - x * scale : width * scale,
    height: height === undefined ? canvas.height - y * scale : height * scale,
  };
  const part = document.createElement('canvas');
  // As on a phone: a side that is left out is multiplied by the screen's pixel ratio.
  const density = window.devicePixelRatio / scale;
  part.width = Math.max(1, Math.round(destWidth ?? from.width * density));
  part.height = Math.max(1, Math.round(destHeight ?? from.height * density));
  const pen = part.getContext('2d');
  pen?.drawImage(canvas, from.x, from.y, from.width, from.height, 0, 0, part.width, part.height);
  return part;
}
