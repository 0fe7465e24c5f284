/** A new id of 32 hex characters, made on the phone before anything is sent. */
export async function newId(): Promise<string> {
  return toHex(await randomBytes(16));
}

/** Digits and capitals that nobody mistakes for each other; 32, so that a byte picks one fairly. */
const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A one-time code for joining: 20 letters, 100 random bits. */
export async function newInviteCode(): Promise<string> {
  const bytes = new Uint8Array(await randomBytes(20));
  return Array.from(bytes, (byte) => codeLetters[byte % codeLetters.length]).join('');
}

/** A channel's secret as Standard Webhooks writes it: 32 random bytes. */
export async function newChannelSecret(): Promise<string> {
  return `whsec_${wx.arrayBufferToBase64(await randomBytes(32))}`;
}

function randomBytes(length: number): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    wx.getUserCryptoManager().getRandomValues({
      length,
      success: ({ randomValues }) => resolve(randomValues),
      fail: reject,
    });
  });
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
