import { pixelRatio } from '../../platform/display';
import { cellsOf } from './qrcodegen';

/** As wide as the ground of qr-code.wxss, px. */
const width = 200;
/** A hair more than one, so that no light shows between two cells. */
const cell = 1.05;

/** A text as a QR code. */
Component({
  properties: {
    value: { type: String, value: '' },
  },
  observers: {
    value() {
      this.draw();
    },
  },
  lifetimes: {
    ready() {
      this.draw();
    },
  },
  methods: {
    draw() {
      const query = this.createSelectorQuery();
      query.select('.canvas').fields({ node: true });
      query.exec(([found]: [{ node: WechatMiniprogram.Canvas } | null]) => {
        if (found && this.data.value !== '') paint(found.node, cellsOf(this.data.value));
      });
    },
  },
});

/** What is used of a canvas's context, which WeChat's types leave open. */
interface Pen {
  fillStyle: string;
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
}

function paint(canvas: WechatMiniprogram.Canvas, cells: boolean[][]): void {
  const pixels = width * pixelRatio();
  canvas.width = pixels;
  canvas.height = pixels;
  const pen = canvas.getContext('2d') as Pen; // a '2d' canvas answers the standard context
  pen.scale(pixels / cells.length, pixels / cells.length);
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, cells.length, cells.length);
  pen.fillStyle = 'black';
  cells.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) pen.fillRect(x, y, cell, cell);
    }),
  );
}
