/** What the office may do about a delivery, from whatever page; each answers the words to show. */
import { exportMessage } from '../../client/paper';
import { markSentMessage, resendMessage } from '../../client/syndication';
import { copyText } from '../../platform/clipboard';
import {
  fetchRemote,
  handToChat,
  isComputer,
  openRemoteDocument,
  saveToDisk,
} from '../../platform/documents';
import { deliveryText } from '../../text/delivery';
import { replyWords } from '../../text/reply';

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

/** Fetches the story's package and asks what to do with it; answers words where it went wrong. */
export async function exportDelivery({ detail: { id } }: DeliveryTap): Promise<string | undefined> {
  wx.showLoading({ title: deliveryText.exporting, mask: true });
  const reply = await exportMessage(id);
  // Fetched before it is asked what for: handing on is allowed only right after a tap.
  const path = reply.ok ? await fetchRemote(reply.value.zip.url).catch(() => undefined) : undefined;
  wx.hideLoading();
  if (!reply.ok) return replyWords(reply);
  return useFetched({ ...reply.value, path });
}

interface Fetched {
  zip: { name: string; url: string };
  sheet: { url: string };
  /** Undefined where the phone could not fetch it: what is left then is the link. */
  path: string | undefined;
}

async function useFetched({ zip, sheet, path }: Fetched): Promise<string | undefined> {
  const { ways } = deliveryText;
  const keep = isComputer() ? 'save' : 'hand';
  const offered = [...(path === undefined ? [] : ([keep] as const)), 'sheet', 'link'] as const;
  const { tapIndex } = await wx
    .showActionSheet({ itemList: offered.map((way) => ways[way]) })
    .catch(() => ({ tapIndex: -1 }));
  const way = offered[tapIndex];
  if (way === 'link') {
    await copyText(zip.url);
    return deliveryText.linkCopied;
  }
  try {
    if (way === 'sheet') await openRemoteDocument(sheet.url, 'docx');
    else if (way === 'save') await saveToDisk(path ?? '');
    else if (way === 'hand') await handToChat(path ?? '', zip.name);
    return undefined;
  } catch (error) {
    return hasTurnedBack(error) ? undefined : deliveryText.notFetched;
  }
}

/** WeChat says so of a chooser that was closed. */
const hasTurnedBack = (error: unknown) =>
  /cancel/.test((error as { errMsg?: string } | undefined)?.errMsg ?? '');
