import { api } from './api';
import { base64ToBytes, bytesToBase64 } from './files/encoding';
import { USER_ROOT } from './files/paths';

/** What needs nothing but the language: ticks, base64, logs, reports. */
export function createBase(isServed: (name: string) => boolean) {
  return {
    env: { USER_DATA_PATH: USER_ROOT },
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    canIUse: (schema: string) => {
      const first = schema.split('.')[0] ?? '';
      // "button.open-type.contact" asks about a tag: those in lower case are taken to be there.
      return isServed(first) || TAG_NAME.test(first);
    },
    arrayBufferToBase64: (buffer: ArrayBuffer) => bytesToBase64(new Uint8Array(buffer)),
    base64ToArrayBuffer: (base64: string) => base64ToBytes(base64).buffer,
    getRandomValues: api('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
    })),
    getLogManager: (): WechatMiniprogram.LogManager => LOG,
    getRealtimeLogManager: () => REALTIME_LOG as WechatMiniprogram.RealtimeLogManager, // `in` and state have nothing to tell
    getPerformance: () => performance as unknown as WechatMiniprogram.Performance, // now() and getEntries() are the same
    reportEvent: () => undefined,
    reportAnalytics: () => undefined,
    reportMonitor: () => undefined,
    reportPerformance: () => undefined,
  };
}

const TAG_NAME = /^[a-z]+(-[a-z]+)*$/;

const LOG: WechatMiniprogram.LogManager = {
  debug: (...values) => console.debug(...values),
  info: (...values) => console.info(...values),
  log: (...values) => console.log(...values),
  warn: (...values) => console.warn(...values),
};

const REALTIME_LOG: Partial<WechatMiniprogram.RealtimeLogManager> = {
  info: (...values) => console.info(...values),
  warn: (...values) => console.warn(...values),
  error: (...values) => console.error(...values),
  setFilterMsg: () => undefined,
  addFilterMsg: () => undefined,
  in: () => undefined,
};
