import { onThemeChange } from '../../platform/display';
import { monthsWords, type Standing } from '../../text/standing';
import { init } from './echarts';
import { optionOf } from './view';

type Chart = ReturnType<typeof init>;
type Canvas = { node: WechatMiniprogram.Canvas; width: number; height: number };
type Styled = Record<
  'color' | 'borderTopColor' | 'borderBottomColor' | 'fontFamily' | 'fontSize' | 'caretColor',
  string
>;

/** Points of the last twelve months as bars, and in words for who cannot see them. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** {period, points}[], oldest first. */
    months: { type: Array, value: [] as Standing['months'] },
    pixelRatio: { type: Number, value: 2 },
  },
  data: { words: '', isEmpty: false },
  observers: {
    months(months: Standing['months']) {
      const isEmpty = months.every(({ points }) => points === 0);
      this.setData({ words: monthsWords(months), isEmpty });
      if (this.isReady()) this.draw();
    },
  },
  lifetimes: {
    ready() {
      Object.assign(this, { isThere: true, stopListening: onThemeChange(() => this.draw()) });
      this.draw();
    },
    detached() {
      const kept = this.kept();
      kept.stopListening?.();
      kept.chart?.dispose();
    },
  },
  methods: {
    kept() {
      // What a component keeps outside its data has no place in its type.
      return this as unknown as { isThere?: boolean; chart?: Chart; stopListening?: () => void };
    },
    isReady(): boolean {
      return this.kept().isThere === true;
    },
    /** Colours and the size of type come from the tokens, through the computed style of what bears them. */
    draw() {
      const query = this.createSelectorQuery();
      query.select('.canvas').fields({ node: true, size: true });
      query.select('.inks').fields({
        computedStyle: [
          ...['color', 'borderTopColor', 'borderBottomColor'],
          ...['fontFamily', 'fontSize', 'caretColor'],
        ],
      });
      query.exec(([canvas, inks]: [Canvas | null, Styled | null]) => {
        if (canvas && inks && canvas.width > 0) this.paint(canvas, inks);
      });
    },
    paint(canvas: Canvas, inks: Styled) {
      const kept = this.kept();
      kept.chart?.dispose();
      // ssr: no listeners on the canvas, which WeChat's has none for, and no timers of its own.
      const chart = init(canvas.node as never, null, {
        renderer: 'canvas',
        ssr: true,
        width: canvas.width,
        height: canvas.height,
        devicePixelRatio: this.data.pixelRatio,
      });
      chart.setOption(
        optionOf(this.data.months as Standing['months'], {
          newest: inks.color,
          bar: inks.borderTopColor,
          text: inks.borderBottomColor,
          line: inks.caretColor,
          fontFamily: inks.fontFamily,
          widthPx: canvas.width,
          fontPx: Number.parseFloat(inks.fontSize),
        }),
      );
      chart.getZr().refreshImmediately();
      kept.chart = chart;
    },
  },
});
