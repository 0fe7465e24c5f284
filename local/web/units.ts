/**
 * WeChat's units in a browser: used by the compiler on sheets and by the runtime on inline styles.
 *
 * `--rpx` is one rpx: the frame's width / 750, but a phone's 390 / 750 px from 900 px up, where pages
 * are laid out for a PC and letters twice the size would be of no use. `--wvh` is a hundredth of the
 * page's height below the navigation bar, set by the runtime; WeChat's vh means that.
 */

/** Sets `--rpx` on the document. */
export const RPX_SHEET =
  ':root{--rpx:calc(100vw/750)}@media(min-width:900px){:root{--rpx:calc(390px/750)}}';

const LENGTH = /url\([^)]*\)|"[^"]*"|'[^']*'|(?<![\w-])([+-]?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/g;

/** CSS text with every `rpx` and `vh` length outside strings and urls made a browser's length. */
export function browserUnits(css: string): string {
  if (!css.includes('rpx') && !css.includes('vh')) return css;
  return css.replace(LENGTH, (whole: string, amount?: string, unit?: string) => {
    if (amount === undefined) return whole;
    if (Number(amount) === 0) return '0px';
    return unit === 'rpx' ? `calc(var(--rpx)*${amount})` : `calc(var(--wvh,1vh)*${amount})`;
  });
}
