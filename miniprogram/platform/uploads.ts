import { whileMoving } from './moving';
import { whileSending } from './under-way';

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
  const begin = (end: (isConfirmed: boolean) => void) =>
    wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      // A status below 300 is the storage's word that it has the file.
      success: ({ statusCode }) => end(statusCode < 300),
      fail: () => end(false),
    });
  return whileSending(whileMoving(begin, { still: false, onProgress }));
}
