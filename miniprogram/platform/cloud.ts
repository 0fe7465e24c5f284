/** Opens the cloud environment that the mini-program belongs to. */
export function startCloud(): void {
  // Without `env` WeChat takes the account's first environment: the deployment's own.
  wx.cloud.init({ traceUser: false });
}

/** Why no answer came: nothing reached the phone, or the cloud itself failed. */
export type CallFailure = 'no_network' | 'cloud_failed';

/**
 * Sends one request to a cloud function. A failure never says whether it was done: repeat it with
 * the same commandId.
 */
export async function callFunction(
  name: string,
  request: { call: string; commandId?: string; input: unknown },
): Promise<{ answered: true; answer: unknown } | { answered: false; failure: CallFailure }> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data: request });
    return { answered: true, answer: result };
  } catch {
    return { answered: false, failure: (await isOffline()) ? 'no_network' : 'cloud_failed' };
  }
}

async function isOffline(): Promise<boolean> {
  const { networkType } = await wx.getNetworkType();
  return networkType === 'none';
}
