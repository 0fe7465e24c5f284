import { whileMoving } from './moving';

/** Shows photos full screen, from the one tapped. */
export function showPhotos(urls: string[], current: string): void {
  void wx.previewImage({ urls, current });
}

/** Fetches a document and opens it in WeChat's own viewer; throws when either fails. */
export async function openRemoteDocument(
  url: string,
  type: 'docx' | 'pdf' | 'xlsx',
): Promise<void> {
  // From the viewer's menu it can be sent on or saved.
  await wx.openDocument({ filePath: await fetchRemote(url), fileType: type, showMenu: true });
}

/** Fetches a file; its path lasts until the app is closed. Throws when there is none to be had. */
export async function fetchRemote(url: string): Promise<string> {
  const begin = (end: (answer?: WechatMiniprogram.DownloadFileSuccessCallbackResult) => void) =>
    wx.downloadFile({ url, success: end, fail: () => end() });
  const answer = await whileMoving(begin, { still: undefined });
  // An answer that says there is nothing is a download that went well.
  if (answer?.statusCode !== 200) throw new Error(`status ${answer?.statusCode}`);
  return answer.tempFilePath;
}

/** Is this WeChat on a computer, which has a disk to save to? */
export function isComputer(): boolean {
  return ['windows', 'mac', 'linux'].includes(wx.getDeviceInfo().platform);
}

/** Asks where on the computer a fetched file goes; throws when it is not saved. */
export async function saveToDisk(filePath: string): Promise<void> {
  await wx.saveFileToDisk({ filePath });
}

/** Hands a fetched file to a chat; WeChat allows it only right after a tap. */
export async function handToChat(filePath: string, fileName: string): Promise<void> {
  await wx.shareFileMessage({ filePath, fileName });
}
