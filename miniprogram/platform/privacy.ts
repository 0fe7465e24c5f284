/** Asks for the privacy consent where WeChat wants one; false when the person declines. */
export function askPrivacy(): Promise<boolean> {
  return new Promise((resolve) => {
    // Not promisified by WeChat; older base libraries know no consent at all.
    if (!wx.requirePrivacyAuthorize) resolve(true);
    else wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}
