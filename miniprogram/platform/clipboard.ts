/** Puts a text where it can be pasted; WeChat itself says that it did. */
export async function copyText(text: string): Promise<void> {
  await wx.setClipboardData({ data: text });
}
