/** Scans a QR code and answers its text; undefined when the person turned back. */
export async function scanText(): Promise<string | undefined> {
  try {
    return (await wx.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    // Turning back, a covered camera and a refused permission all mean: no code, type it instead.
    return undefined;
  }
}
