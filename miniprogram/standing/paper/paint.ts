/** Puts a sheet on a canvas. */
import type { Shape, Sheet } from './layout';

/** Colours of the paper, from the tokens. */
export interface Inks {
  ground: string;
  ink: string;
  rule: string;
  quiet: string;
  tint: string;
}

// Faces of official documents, then what phones and laptops have instead.
const faces = {
  title: 'FZXiaoBiaoSong-B05S, STZhongsong, "Songti SC", "Noto Serif CJK SC", serif',
  body: 'FangSong, STFangsong, "Songti SC", "Noto Serif CJK SC", serif',
};

type Pen = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;

interface Means {
  inks: Inks;
  /** Null where the sheet has no code. */
  code: WechatMiniprogram.Image | null;
}

export function paint(pen: Pen, sheet: Sheet, means: Means): void {
  pen.fillStyle = means.inks.ground;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  for (const shape of sheet.shapes) draw(pen, shape, means);
}

function draw(pen: Pen, shape: Shape, { inks, code }: Means): void {
  if (shape.do === 'code') {
    // The canvas' own image; the typings know only the browser's.
    pen.drawImage(code as never, shape.x, shape.y, shape.side, shape.side);
  } else if (shape.do === 'rule') {
    pen.fillStyle = inks[shape.ink ?? 'rule'];
    pen.fillRect(shape.x, shape.y, shape.width, shape.height);
  } else {
    pen.fillStyle = inks[shape.ink ?? 'ink'];
    pen.font = `${shape.size}px ${faces[shape.face]}`;
    pen.textAlign = shape.align;
    if (shape.room === undefined) pen.fillText(shape.words, shape.x, shape.y);
    else pen.fillText(shape.words, shape.x, shape.y, shape.room);
  }
}
