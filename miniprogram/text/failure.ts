/** What the phone says when no answer came. */
export const failureText = {
  no_network: '没有网络，请联网后重试。',
  cloud_failed: '服务暂时没有回应，请稍后重试。',
};
