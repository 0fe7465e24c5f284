import { loadImage, pictureOf, saveToAlbum } from '../../platform/album';
import type { Sheet } from './layout';
import { paint, type Inks } from './paint';

type Node = { node: WechatMiniprogram.Canvas } | null;
type Style = Record<
  'color' | 'backgroundColor' | 'borderTopColor' | 'borderBottomColor' | 'borderLeftColor',
  string
> | null;

/** A poster, card or bulletin as it will be printed: drawn at its full size, shown as wide as the page allows. */
Component({
  options: { addGlobalClass: true },
  properties: {
    sheet: { type: Object, value: null as Sheet | null }, // null until there is one
    /** Where the code's picture is; a sheet without a code needs none. */
    url: { type: String, value: '' },
    label: { type: String, value: '' },
  },
  data: { isDrawn: false, slope: 0 },
  observers: {
    'sheet, url'(sheet: Sheet | null, url: string) {
      if (sheet) this.setData({ slope: (100 * sheet.height) / sheet.width });
      if (sheet && isWhole(sheet, url) && this.kept().isThere) this.begin(sheet, url);
    },
  },
  lifetimes: {
    ready() {
      this.kept().isThere = true;
      const { sheet, url } = this.data;
      if (sheet && isWhole(sheet, url)) this.begin(sheet, url);
    },
  },
  methods: {
    kept() {
      // What a component keeps outside its data has no place in its type.
      return this as unknown as {
        isThere?: boolean;
        drawing?: Promise<void>;
        canvas?: WechatMiniprogram.Canvas;
      };
    },
    /** For the page: puts the picture into the album. */
    async save(): Promise<'saved' | 'refused' | 'failed'> {
      // Whoever taps at once gets the picture once it is drawn.
      await this.kept().drawing;
      const { canvas } = this.kept();
      if (!canvas || !this.data.isDrawn) return 'failed';
      // A phone without room for the file says so by failing.
      const picture = await pictureOf(canvas).catch(() => null);
      return picture === null ? 'failed' : saveToAlbum(picture);
    },
    begin(sheet: Sheet, url: string) {
      this.kept().drawing = this.draw(sheet, url);
    },
    async draw(sheet: Sheet, url: string) {
      const [found, style] = await this.nodes();
      if (!found || !style) return;
      const { node: canvas } = found;
      try {
        const code = hasCode(sheet) ? await loadImage(canvas, url) : null;
        canvas.width = sheet.width;
        canvas.height = sheet.height;
        paint(canvas.getContext('2d'), sheet, { inks: inksOf(style), code });
        this.kept().canvas = canvas;
        this.setData({ isDrawn: true });
      } catch {
        // The picture's link is old, or the line is gone: the page offers to try again.
        this.triggerEvent('failed');
      }
    },
    nodes(): Promise<[Node, Style]> {
      return new Promise((resolve) => {
        const query = this.createSelectorQuery();
        query.select('.canvas').fields({ node: true });
        query.select('.inks').fields({
          computedStyle: [
            ...['color', 'backgroundColor', 'borderTopColor'],
            ...['borderBottomColor', 'borderLeftColor'],
          ],
        });
        // The two fields asked for, in order.
        query.exec((answers) => resolve(answers as [Node, Style]));
      });
    },
  },
});

const hasCode = ({ shapes }: Sheet) => shapes.some((shape) => shape.do === 'code');
const isWhole = (sheet: Sheet, url: string) => url !== '' || !hasCode(sheet);

function inksOf(style: NonNullable<Style>): Inks {
  const { color: ink, backgroundColor: ground, borderTopColor: rule } = style;
  return { ink, ground, rule, quiet: style.borderBottomColor, tint: style.borderLeftColor };
}
