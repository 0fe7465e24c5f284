import type { ParsedOf } from '../../contract';
import type { CommandScene } from '../handler';

type Clipping = ParsedOf<'adoption.report'>['clipping'];

/** Takes an uploaded picture over; the place it lies at then, null where none was named. */
export async function keepClipping(
  { store, openid }: CommandScene,
  folder: string,
  clipping: Clipping,
): Promise<
  | { kept: true; fileId: string | null }
  | { kept: false; refusal: 'file_missing' | 'file_changed'; sha256: string }
> {
  if (clipping === null) return { kept: true, fileId: null };
  const file = await store.keepFile({ openid, folder }, clipping);
  if ('refusal' in file) return { kept: false, ...file, sha256: clipping.sha256 };
  return { kept: true, fileId: file.path };
}
