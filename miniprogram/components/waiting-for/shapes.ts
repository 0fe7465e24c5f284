/** What pages are made of: cards, in them lines, in these the grey bars of TDesign's skeleton. */
interface Bar {
  width: string;
  height?: string;
}

const bars = (...widths: number[]): Bar[] => widths.map((width) => ({ width: `${width}%` }));
const lines = (count: number, ...widths: number[]): Bar[][] =>
  Array.from({ length: count }, () => bars(...widths));

/** The one big number, what it is above it and its rank below. */
const figure: Bar[][] = [[{ width: '30%' }, { width: '50%', height: '88rpx' }, { width: '80%' }]];

export const shapes = {
  /** Names, each with a grey line below it. */
  list: [lines(10, 60, 40)],
  /** Things to be decided one by one. */
  cards: [1, 2, 3, 4, 5].map(() => lines(1, 80, 40, 60)),
  /** Fields, each below its name. */
  form: [lines(3, 25, 60), lines(5, 25, 60)],
  /** How it stands, below it the text, and a photo. */
  story: [
    lines(1, 80, 50),
    [[...bars(90, 40, 100, 100, 100, 100, 100, 60), { width: '100%', height: '480rpx' }]],
  ],
  /** Who or what it is, and below it what leads on. */
  menu: [lines(1, 40, 60, 50), lines(10, 50)],
  /** A few words, and what one can do. */
  notice: [lines(1, 40, 60), lines(1, 60, 90)],
  figure: [figure, lines(9, 50)],
  /** The big number, its twelve months, and what it is made of. */
  chart: [figure, [[{ width: '40%' }, { width: '100%', height: '360rpx' }]], lines(4, 60, 40)],
};

export type Shape = keyof typeof shapes;
