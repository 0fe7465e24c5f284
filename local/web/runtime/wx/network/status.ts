import { api } from '../api';
import { createListeners } from '../listeners';
import type { Line } from './line';

type Status = WechatMiniprogram.OnNetworkStatusChangeListenerResult;

/** Type and quality of the line, and the events of their change. */
export function createNetworkStatus(line: Line) {
  const status = createListeners<Status>();
  const weak = createListeners<WechatMiniprogram.OnNetworkWeakChangeListenerResult>();
  let last = line.state();
  line.onChange((state) => {
    const before = last;
    last = state;
    const { isConnected, networkType, weakNet } = state;
    if (before.networkType !== networkType) status.emit({ isConnected, networkType });
    if (before.weakNet !== weakNet) weak.emit({ weakNet, networkType });
  });
  return {
    getNetworkType: api('getNetworkType', () => {
      const { networkType, weakNet } = line.state();
      // dBm of a good and a poor wifi; WeChat gives a number on Android only.
      return { networkType, weakNet, signalStrength: weakNet ? -90 : -50, hasSystemProxy: false };
    }),
    onNetworkStatusChange: status.on,
    offNetworkStatusChange: status.off,
    onNetworkWeakChange: weak.on,
    offNetworkWeakChange: weak.off,
  };
}
