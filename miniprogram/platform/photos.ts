/** Photos and videos as they come from the album or the camera. */
import { copyFile, sha256Of, sizeOf, storyFilePath } from './files';
import { newId } from './ids';
import { askPrivacy } from './privacy';
import { scalePhoto } from './scaling';

export type Source = 'album' | 'camera';

/** Why nothing was chosen. */
export type NotChosen = 'cancelled' | 'no_consent' | 'not_allowed';

export interface ChosenPhoto {
  path: string;
  sha256: string;
  bytes: number;
  ext: 'jpg';
  width: number;
  height: number;
}

export interface ChosenVideo {
  path: string;
  thumbnail: string;
  sha256: string;
  bytes: number;
  ext: 'mp4';
  durationMs: number;
}

/** Lets the person take or choose photos; answers where WeChat has put them for now. */
export async function choosePhotos(
  count: number,
  sources: Source[],
): Promise<string[] | NotChosen> {
  const chosen = await chooseMedia({ count, mediaType: ['image'], sourceType: sources });
  return typeof chosen === 'string' ? chosen : chosen.map(({ tempFilePath }) => tempFilePath);
}

/** Makes a chosen photo fit to be sent and keeps it on the phone; rejects when that fails. */
export async function keepPhoto(temporaryPath: string): Promise<ChosenPhoto> {
  const { path: scaled, width, height } = await scalePhoto(temporaryPath);
  const kept = await keepFile(scaled, 'jpg');
  return { ...kept, ext: 'jpg', width, height };
}

/** Lets the person choose a video, which WeChat compresses, and keeps it on the phone. */
export async function chooseVideo(): Promise<ChosenVideo | NotChosen> {
  const chosen = await chooseMedia({ count: 1, mediaType: ['video'], sizeType: ['compressed'] });
  if (typeof chosen === 'string') return chosen;
  const video = chosen[0];
  if (!video) return 'cancelled';
  const thumbnail = await keepFile(video.thumbTempFilePath, 'jpg');
  const kept = await keepFile(video.tempFilePath, 'mp4');
  const durationMs = Math.max(1, Math.round(video.duration * 1000));
  return { ...kept, ext: 'mp4', durationMs, thumbnail: thumbnail.path };
}

async function chooseMedia(
  option: WechatMiniprogram.ChooseMediaOption,
): Promise<WechatMiniprogram.MediaFile[] | NotChosen> {
  if (!(await askPrivacy())) return 'no_consent';
  try {
    const { tempFiles } = await wx.chooseMedia(option);
    return tempFiles;
  } catch (failure) {
    return notChosen(failure);
  }
}

/** WeChat has no code for a closed chooser, only the word. */
export function notChosen(failure: unknown): NotChosen {
  const { errMsg = '' } = failure as { errMsg?: string }; // what WeChat rejects with
  return errMsg.includes('cancel') ? 'cancelled' : 'not_allowed';
}

/** Copies a temporary file at once: WeChat takes it away at the next start. */
export async function keepFile(
  temporaryPath: string,
  ext: string,
): Promise<{ path: string; sha256: string; bytes: number }> {
  const path = storyFilePath(`${await newId()}.${ext}`);
  await copyFile(temporaryPath, path);
  return { path, sha256: await sha256Of(path), bytes: await sizeOf(path) };
}
