/** Brings photos into a draft one by one, so that one that fails costs no other. */
import { choosePhotos, keepPhoto, type NotChosen, type Source } from '../../platform/photos';
import type { KeptPhoto } from '../../outbox/index';

export interface PhotoDesk {
  count: number;
  sources: Source[];
  /** The photographer, as far as is known. */
  credit: string;
  onPhoto(photo: KeptPhoto): void;
  /** How many of the chosen ones are done. */
  onProgress(done: number, total: number): void;
}

/** Answers how many photos failed, or why none was chosen. */
export async function bringPhotos(desk: PhotoDesk): Promise<number | NotChosen> {
  const chosen = await choosePhotos(desk.count, desk.sources);
  if (typeof chosen === 'string') return chosen;
  let failed = 0;
  for (const [index, path] of chosen.entries()) {
    desk.onProgress(index, chosen.length);
    try {
      desk.onPhoto({ ...(await keepPhoto(path)), caption: '', credit: desk.credit });
    } catch {
      // No picture, or no room on the phone: the page says so when all have had their turn.
      failed += 1;
    }
  }
  desk.onProgress(chosen.length, chosen.length);
  return failed;
}
