/** Pictures on a canvas, and the phone's album. */

/** The picture of an address, for drawing on this canvas. */
export function loadImage(
  canvas: WechatMiniprogram.Canvas,
  url: string,
): Promise<WechatMiniprogram.Image> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture cannot be loaded'));
    image.src = url;
  });
}

/** What the canvas shows, pixel for pixel, as a file that lives until WeChat is closed. */
export async function pictureOf(canvas: WechatMiniprogram.Canvas): Promise<string> {
  const size = { destWidth: canvas.width, destHeight: canvas.height };
  const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png', ...size });
  return tempFilePath;
}

/** Puts a picture into the album; `refused` when the person did not allow it, now or before. */
export async function saveToAlbum(filePath: string): Promise<'saved' | 'refused' | 'failed'> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return 'saved';
  } catch {
    // WeChat's words differ between systems, so the permission itself is looked at.
    const { authSetting } = await wx.getSetting({});
    return authSetting['scope.writePhotosAlbum'] === false ? 'refused' : 'failed';
  }
}

/** Opens the page where WeChat lets a person allow what was refused before. */
export async function openPermissions(): Promise<void> {
  await wx.openSetting({});
}
