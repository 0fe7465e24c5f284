import type { InputOf } from '../../cloudfunctions/contract/index';
import type { KeptClipping } from '../platform/clippings';
import { uploadFile } from '../platform/uploads';
import { openSession } from './directory';

export type Clipping = NonNullable<InputOf<'adoption.report'>['clipping']>;

/**
 * Uploads a kept picture under the hash of its bytes, and answers it as a call names it: null when none
 * was taken, undefined when it did not arrive.
 */
export async function uploadClipping(
  kept: KeptClipping | null,
): Promise<Clipping | null | undefined> {
  if (!kept) return null;
  const session = await openSession();
  if (!session.ok) return undefined;
  const { path, sha256, bytes, ext } = kept;
  const cloudPath = `${session.value.uploadFolder}/${sha256}.${ext}`;
  const isThere = await uploadFile({ cloudPath, path, onProgress: () => undefined });
  return isThere ? { sha256, bytes, ext } : undefined;
}
