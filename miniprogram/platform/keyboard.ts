/** Hears the keys of a PC's keyboard by name (`a`, `ArrowUp`) until the returned function is called. */
export function hearKeys(listener: (key: string) => void): () => void {
  // Phones have no such call.
  if (typeof wx.onKeyDown !== 'function') return () => undefined;
  const hear = ({ key }: { key: string }) => listener(key);
  wx.onKeyDown(hear);
  return () => wx.offKeyDown(hear);
}
