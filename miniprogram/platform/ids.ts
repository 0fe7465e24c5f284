/** A new id of 32 hex characters, made on the phone before anything is sent. */
export function newId(): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.getUserCryptoManager().getRandomValues({
      length: 16,
      success: ({ randomValues }) => resolve(toHex(randomValues)),
      fail: reject,
    });
  });
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
