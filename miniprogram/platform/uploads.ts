/** Uploads a file; true only when the cloud has confirmed the whole of it. */
export function uploadFile({
  cloudPath,
  path,
  onProgress,
}: {
  cloudPath: string;
  path: string;
  onProgress(percent: number): void;
}): Promise<boolean> {
  return new Promise((resolve) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      // A status below 300 is the storage's word that it has the file.
      success: ({ statusCode }) => resolve(statusCode < 300),
      fail: () => resolve(false),
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress));
  });
}
