import type { InputOf } from '../../cloudfunctions/contract/index';
import { uploadFile } from '../platform/uploads';
import { openSession } from './directory';

export type Clipping = NonNullable<InputOf<'adoption.report'>['clipping']>;

/** Uploads a kept picture under the hash of its bytes; false when it did not arrive. */
export async function uploadClipping(clipping: Clipping, path: string): Promise<boolean> {
  const session = await openSession();
  if (!session.ok) return false;
  const cloudPath = `${session.value.uploadFolder}/${clipping.sha256}.${clipping.ext}`;
  return uploadFile({ cloudPath, path, onProgress: () => undefined });
}
