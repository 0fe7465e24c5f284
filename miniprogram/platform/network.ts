/** What the line is like now. */
export async function networkNow(): Promise<'none' | 'wifi' | 'mobile'> {
  const { networkType } = await wx.getNetworkType();
  return networkType === 'none' || networkType === 'wifi' ? networkType : 'mobile';
}

/** Runs something when the line changes or the person comes back to the app. */
export function onLineOrAppBack(run: () => void): void {
  wx.onNetworkStatusChange(run);
  wx.onAppShow(run);
}
