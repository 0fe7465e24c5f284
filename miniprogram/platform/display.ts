/** The system's font scale, 1 where it is not told; pages hand it to the style tokens. */
export function fontScale(): number {
  return wx.getAppBaseInfo().fontSizeScaleFactor ?? 1;
}
