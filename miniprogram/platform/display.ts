/** The system's font scale, 1 where it is not told; pages hand it to the style tokens. */
export function fontScale(): number {
  return wx.getAppBaseInfo().fontSizeScaleFactor ?? 1;
}

const wideFromPx = 900;

/** Has the window room for a list beside what is open (a PC)? `widthPx` as `onResize` tells it. */
export function isWide(widthPx = wx.getWindowInfo().windowWidth): boolean {
  return widthPx >= wideFromPx;
}

/** How many pixels a canvas needs for one of the page's. */
export function pixelRatio(): number {
  return wx.getWindowInfo().pixelRatio;
}

/** Tells when light turns dark or back; answers how to stop. */
export function onThemeChange(listener: () => void): () => void {
  wx.onThemeChange(listener);
  return () => wx.offThemeChange(listener);
}
