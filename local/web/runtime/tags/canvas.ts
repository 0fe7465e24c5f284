import type { ComponentSpace } from 'glass-easel';

import { NODE_KEY } from '../core/selector-query';
import { anything, defineTag, text, truth } from './define';
import { innerNode } from './native';

/** The canvas node of WeChat's 2d canvas: the browser's own with the three methods WeChat adds. */
export type CanvasNode = HTMLCanvasElement & {
  createImage(): HTMLImageElement;
  requestAnimationFrame(step: FrameRequestCallback): number;
  cancelAnimationFrame(handle: number): void;
};

/** `<canvas type="2d">`; WeChat's old canvas without a type throws when it is drawn. */
export function defineCanvas(space: ComponentSpace): void {
  defineTag(space, 'canvas', {
    properties: { type: text(), canvasId: text(), disableScroll: truth(), nodeId: anything() },
    bring(tag) {
      if (!['2d', 'webgl'].includes(tag.str('type'))) {
        throw new Error('<canvas> without type="2d" is not implemented in the browser');
      }
      const canvas = innerNode(tag, 'canvas');
      const node: CanvasNode = Object.assign(canvas, {
        createImage: () => new Image(),
        requestAnimationFrame: (step: FrameRequestCallback) => requestAnimationFrame(step),
        cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
      });
      Object.assign(tag.dom, { [NODE_KEY]: node });
    },
  });
}
