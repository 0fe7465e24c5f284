import type { ComponentSpace } from 'glass-easel';

import { NODE_KEY } from '../core/selector-query';
import { toCanvasNode } from '../wx/canvas-node';
import { anything, defineTag, text, truth } from './define';
import { innerNode } from './native';

/** `<canvas type="2d">`; WeChat's old canvas without a type throws when it is drawn. */
export function defineCanvas(space: ComponentSpace): void {
  defineTag(space, 'canvas', {
    properties: { type: text(), canvasId: text(), disableScroll: truth(), nodeId: anything() },
    bring(tag) {
      if (!['2d', 'webgl'].includes(tag.str('type'))) {
        throw new Error('<canvas> without type="2d" is not implemented in the browser');
      }
      const canvas = innerNode(tag, 'canvas');
      Object.assign(tag.dom, { [NODE_KEY]: toCanvasNode(canvas) });
    },
  });
}
