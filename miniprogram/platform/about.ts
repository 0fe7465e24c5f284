/** The released version; empty in development and trial. */
export function appVersion(): string {
  return wx.getAccountInfoSync().miniProgram.version;
}

/** Opens the privacy guide that WeChat keeps for this mini-program. */
export async function openPrivacyGuide(): Promise<void> {
  await new Promise((success, fail) => {
    wx.openPrivacyContract({ success, fail });
  });
}
