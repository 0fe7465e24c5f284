import { api } from '../api';
import { ApiFault, parameterFault, syncFailure } from '../fault';
import type { StorageArea } from './store';
import { fromText, toText } from './values';

/** Key-value storage; values keep their types, limits and their words are WeChat's. */
export function createStorage(area: StorageArea) {
  const read = (key: string): unknown => {
    const text = area.read(checkedKey(key));
    return text === undefined ? '' : fromText(text);
  };
  const write = (key: string, value: unknown) => area.write(checkedKey(key), toText(value));
  return {
    ...createSyncStorage(area, { read, write }),
    setStorage: api('setStorage', ({ key, data }) => write(key, data)),
    getStorage: api('getStorage', async ({ key }) => {
      await area.ready;
      const text = area.read(checkedKey(key));
      if (text === undefined) throw new ApiFault('data not found');
      return { data: fromText(text) };
    }),
    removeStorage: api('removeStorage', ({ key }) => area.remove(checkedKey(key))),
    clearStorage: api('clearStorage', () => area.clear()),
    getStorageInfo: api('getStorageInfo', () => usageOf(area)),
    batchSetStorage: api('batchSetStorage', async ({ kvList }) => {
      await Promise.all(kvList.map(({ key, value }) => write(key, value)));
    }),
    batchGetStorage: api('batchGetStorage', async ({ keyList }) => {
      await area.ready;
      return { dataList: keyList.map(read) };
    }),
  };
}

interface Access {
  read(key: string): unknown;
  write(key: string, value: unknown): Promise<void>;
}

function createSyncStorage(area: StorageArea, { read, write }: Access) {
  const writeNow = (name: string, key: string, value: unknown) =>
    throwing(name, () => {
      // A write beyond localStorage ends later; its failure is a broken disk and shows as an error.
      write(key, value).catch(reportError);
    });
  return {
    // The type that the caller expects of a key is the caller's own claim.
    getStorageSync: <T>(key: string) => throwing('getStorageSync', () => read(key) as T),
    setStorageSync: (key: string, value: unknown) => writeNow('setStorageSync', key, value),
    removeStorageSync: (key: string) =>
      throwing('removeStorageSync', () => area.remove(checkedKey(key))),
    clearStorageSync: () => area.clear(),
    getStorageInfoSync: () => usageOf(area),
    batchSetStorageSync: (kvList: WechatMiniprogram.KvList[]) =>
      kvList.forEach(({ key, value }) => writeNow('batchSetStorageSync', key, value)),
    batchGetStorageSync: (keyList: string[]) =>
      throwing('batchGetStorageSync', () => keyList.map(read)),
  };
}

// Sizes are documented in KB.
function usageOf(area: StorageArea) {
  return {
    keys: area.keys(),
    currentSize: Math.ceil(area.bytesUsed() / 1024),
    limitSize: Math.floor(area.bytesMax() / 1024),
  };
}

function checkedKey(key: string): string {
  if (typeof key !== 'string' || key === '')
    throw parameterFault('key should be a non-empty string');
  return key;
}

function throwing<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw syncFailure(name, error);
  }
}
