/** Shows photos full screen, from the one tapped. */
export function showPhotos(urls: string[], current: string): void {
  void wx.previewImage({ urls, current });
}

/** Fetches a document and opens it in WeChat's own viewer; throws when either fails. */
export async function openRemoteDocument(
  url: string,
  type: 'docx' | 'pdf' | 'xlsx',
): Promise<void> {
  const { tempFilePath } = await new Promise<{ tempFilePath: string }>((success, fail) => {
    wx.downloadFile({ url, success, fail });
  });
  await wx.openDocument({ filePath: tempFilePath, fileType: type, showMenu: true });
}
