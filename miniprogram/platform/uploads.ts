/**
 * An upload that has not moved for so long is over: one that WeChat cut off while it was in the background
 * may never be told of. While it moves it may take as long as app.json's `networkTimeout` lets it.
 */
const stillMs = 60_000;

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
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (isConfirmed: boolean) => {
      isOver = true;
      if (timer !== undefined) clearTimeout(timer);
      resolve(isConfirmed);
    };
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      // A status below 300 is the storage's word that it has the file.
      success: ({ statusCode }) => end(statusCode < 300),
      fail: () => end(false),
    });
    const watch = () => {
      if (timer !== undefined) clearTimeout(timer);
      timer = setTimeout(() => {
        end(false);
        task.abort();
      }, stillMs);
    };
    if (!isOver) watch();
    task.onProgressUpdate(({ progress }) => {
      if (isOver) return;
      watch();
      onProgress(progress);
    });
  });
}
