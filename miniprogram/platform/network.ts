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

/** Runs something each time the line is back, for somebody who has none now; answers how to stop. */
export function onLineBack(run: () => void): () => void {
  let isGone = true;
  const hear: WechatMiniprogram.OnNetworkStatusChangeCallback = ({ isConnected }) => {
    const isBack = isConnected && isGone;
    isGone = !isConnected;
    // From mobile to wifi is no way back.
    if (isBack) run();
  };
  wx.onNetworkStatusChange(hear);
  // It is only compared; the typings would have it told something else.
  return () => wx.offNetworkStatusChange(hear as never);
}
