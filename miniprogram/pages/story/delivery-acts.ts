/** What the office may do about a delivery, from whatever page; each answers the words to show. */
import { markSentMessage, resendMessage } from '../../client/syndication';
import { deliveryText } from '../../text/delivery';
import { replyWords } from '../../text/review';

export type DeliveryTap = WechatMiniprogram.CustomEvent<{ id: string; version: number }>;

/** Once more what was refused or given up. */
export async function resendDelivery({ detail: { id, version } }: DeliveryTap): Promise<string> {
  const reply = await resendMessage({ messageId: id, version });
  return reply.ok ? deliveryText.resent : replyWords(reply);
}

/** Asks how it was sent, and says so; nothing is answered where nothing was said. */
export async function markDelivery({
  detail: { id, version },
}: DeliveryTap): Promise<string | undefined> {
  const asked = await wx.showModal({
    ...{ title: deliveryText.markTitle, editable: true, content: '' },
    ...{ placeholderText: deliveryText.markHint },
    ...{ confirmText: deliveryText.confirm, cancelText: deliveryText.cancel },
  });
  if (!asked.confirm) return undefined;
  const note = (asked.content ?? '').trim().slice(0, 200);
  const reply = await markSentMessage({ messageId: id, version, note });
  return reply.ok ? deliveryText.marked : replyWords(reply);
}
