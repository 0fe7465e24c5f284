/** The system's font scale, 1 where it is not told; pages hand it to the style tokens. */
export function fontScale(): number {
  return wx.getAppBaseInfo().fontSizeScaleFactor ?? 1;
}

const wideFromPx = 900;

/** Has the window room for a list beside what is open (a PC)? `widthPx` as `onResize` tells it. */
export function isWide(widthPx = wx.getWindowInfo().windowWidth): boolean {
  return widthPx >= wideFromPx;
}

/** How many pixels a canvas needs for one of the page's, and how wide the window is. */
export function screen(): { pixelRatio: number; width: number } {
  const { pixelRatio, windowWidth } = wx.getWindowInfo();
  return { pixelRatio, width: windowWidth };
}

/** Tells when light turns dark or back; answers how to stop. */
export function onThemeChange(listener: () => void): () => void {
  wx.onThemeChange(listener);
  return () => wx.offThemeChange(listener);
}
