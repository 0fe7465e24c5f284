import { copyText } from '../platform/clipboard';
import { channelText } from './wording/channel';

/** The only time a channel's secret is seen: whoever made it hands it to the other side. */
export async function showSecret(secret: string): Promise<void> {
  await copyText(secret);
  await wx.showModal({
    ...{ title: channelText.secretTitle, content: channelText.secretWords(secret) },
    ...{ showCancel: false, confirmText: channelText.known },
  });
}
