/** Twelve months as echarts wants them; no wx, so it is tested as it is. */
import { pointsWords, type Standing } from '../../text/standing';

export interface Inks {
  /** The bar of the newest month, and of the others. */
  newest: string;
  bar: string;
  text: string;
  line: string;
  fontPx: number;
  widthPx: number;
  fontFamily: string;
}

/** A still picture: nothing moves, nothing is touched. */
export function optionOf(months: Standing['months'], inks: Inks) {
  const values = months.map(({ points }) => points / 100);
  const highest = Math.max(0, ...values);
  // Half a number's width stands out over the last bar; at large type every second month is named.
  const edge = inks.fontPx;
  const step = (inks.widthPx - 2 * edge) / months.length < inks.fontPx * 1.6 ? 2 : 1;
  const text = { color: inks.text, fontSize: inks.fontPx, fontFamily: inks.fontFamily };
  return {
    animation: false,
    silent: true,
    grid: { left: edge, right: edge, top: inks.fontPx * 2, bottom: inks.fontPx * 2 },
    xAxis: {
      type: 'category' as const,
      data: months.map(({ period }) => String(Number(period.slice(-2)))),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: inks.line } },
      axisLabel: {
        ...text,
        interval: (place: number) => (months.length - 1 - place) % step === 0,
        margin: inks.fontPx / 2,
      },
    },
    yAxis: { type: 'value' as const, show: false },
    series: [
      {
        type: 'bar' as const,
        barCategoryGap: '30%',
        data: values.map((value, place) => {
          const isNewest = place === values.length - 1;
          // Two numbers at most: twelve would run into each other at large type.
          const isTold = value !== 0 && (isNewest || value === highest);
          return {
            value,
            itemStyle: { color: isNewest ? inks.newest : inks.bar, borderRadius: 2 },
            label: {
              ...text,
              show: isTold,
              position: value < 0 ? ('bottom' as const) : ('top' as const),
              formatter: pointsWords(Math.round(value * 100)),
            },
          };
        }),
      },
    ],
  };
}
