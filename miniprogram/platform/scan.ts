/**
 * Scans a code and answers its text, or the path that a mini-program's code of this very app carries;
 * undefined when the person turned back.
 */
export async function scanText(): Promise<string | undefined> {
  try {
    const { result, path } = await wx.scanCode({ scanType: ['qrCode'] });
    return path || result;
  } catch {
    // Turning back, a covered camera and a refused permission all mean: no code, type it instead.
    return undefined;
  }
}
