/** Puts a sheet on a canvas. */
import type { Shape, Sheet } from './layout';

/** Colours of the paper, from the tokens. */
export interface Inks {
  ground: string;
  ink: string;
  rule: string;
}

// Faces of official documents, then what phones and laptops have instead.
const faces = {
  title: 'FZXiaoBiaoSong-B05S, STZhongsong, "Songti SC", "Noto Serif CJK SC", serif',
  body: 'FangSong, STFangsong, "Songti SC", "Noto Serif CJK SC", serif',
};

type Pen = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;

export function paint(
  pen: Pen,
  sheet: Sheet,
  { inks, code }: { inks: Inks; code: WechatMiniprogram.Image },
): void {
  pen.fillStyle = inks.ground;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  for (const shape of sheet.shapes) draw(pen, shape, { inks, code });
}

function draw(
  pen: Pen,
  shape: Shape,
  { inks, code }: { inks: Inks; code: WechatMiniprogram.Image },
): void {
  if (shape.do === 'code') {
    // The canvas' own image; the typings know only the browser's.
    pen.drawImage(code as never, shape.x, shape.y, shape.side, shape.side);
  } else if (shape.do === 'rule') {
    pen.fillStyle = inks.rule;
    pen.fillRect(shape.x, shape.y, shape.width, shape.height);
  } else {
    pen.fillStyle = inks.ink;
    pen.font = `${shape.size}px ${faces[shape.face]}`;
    pen.textAlign = shape.align;
    pen.fillText(shape.words, shape.x, shape.y);
  }
}
