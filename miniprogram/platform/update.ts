/**
 * A new version of the mini-program: WeChat loads it beside the open one and puts it in place at the next
 * cold start, which a phone kept open for days does not come to.
 */
let isReady = false;

/** Hears when a new version is on board. One that could not be loaded is tried again by WeChat itself. */
export function startUpdates(): void {
  wx.getUpdateManager().onUpdateReady(() => (isReady = true));
}

/** Is a new version on board that this start does not show yet? */
export const isUpdateReady = (): boolean => isReady;

/** Starts anew with it: what no page has kept is lost. */
export function restartUpdated(): void {
  wx.getUpdateManager().applyUpdate();
}
