/** One picture as evidence: taken or chosen, made small, kept on the phone. */
import { choosePhotos, keepPhoto } from './photos';

export interface KeptClipping {
  path: string;
  sha256: string;
  bytes: number;
  ext: 'jpg';
}

/** Undefined when the person took none; rejects when the picture cannot be used. */
export async function chooseClipping(): Promise<KeptClipping | undefined> {
  const chosen = await choosePhotos(1, ['camera', 'album']);
  const temporaryPath = typeof chosen === 'string' ? undefined : chosen[0];
  if (temporaryPath === undefined) return undefined;
  const { path, sha256, bytes, ext } = await keepPhoto(temporaryPath);
  return { path, sha256, bytes, ext };
}
