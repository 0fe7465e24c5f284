import { sha256Of, sizeOf } from '../platform/files';
import { uploadFile } from '../platform/uploads';
import { openSession } from './directory';

/** Uploads a chosen workbook under the hash of its bytes; undefined when it did not arrive. */
export async function uploadWorkbook(
  path: string,
): Promise<{ sha256: string; bytes: number } | undefined> {
  const session = await openSession();
  if (!session.ok) return undefined;
  const [sha256, bytes] = [await sha256Of(path), await sizeOf(path)];
  const cloudPath = `${session.value.uploadFolder}/${sha256}.xlsx`;
  const isThere = await uploadFile({ cloudPath, path, onProgress: () => undefined });
  return isThere ? { sha256, bytes } : undefined;
}
