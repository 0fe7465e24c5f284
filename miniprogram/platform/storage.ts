/** Reads what was kept under a key; undefined when nothing was. */
export function readKept<Kept>(key: string): Kept | undefined {
  const kept: unknown = wx.getStorageSync(key);
  // Only `keep` writes under this key, and only values of this type; '' is WeChat's «nothing».
  return kept === '' ? undefined : (kept as Kept);
}

/** Keeps a JSON value under a key; throws when the phone's storage is full. */
export function keep(key: string, value: unknown): void {
  wx.setStorageSync(key, value);
}

/** Keeps what can be read again; a full phone goes without, and without what was kept before. */
export function keepIfRoom(key: string, value: unknown): void {
  try {
    keep(key, value);
  } catch {
    // An old answer would mislead more than none.
    forget(key);
  }
}

/** Forgets what was kept under a key. */
export function forget(key: string): void {
  wx.removeStorageSync(key);
}

/** Every key that begins with a prefix. */
export function keptKeys(prefix: string): string[] {
  return wx.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
}
