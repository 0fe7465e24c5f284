import { api } from '../api';
import { ApiFault } from '../fault';
import type { Drive } from '../files/drive';
import { extensionOf } from '../files/paths';
import type { Privacy } from '../person/privacy';
import type { FilePicker } from './file-picker';
import { decodePicture, drawScaled, encodeCanvas, pictureExtension } from './picture';
import { readVideo } from './video';

/** Default and largest count of chooseMedia; source: its documentation (20 since 2.25.0). */
const COUNT_DEFAULT = 9;
const COUNT_MAX = 20;
/** Largest count of chooseMessageFile; source: its documentation. */
const MESSAGE_FILES_MAX = 100;
/** Longer side of a photo that WeChat hands out "compressed", px, and its quality; ours, by eye. */
const COMPRESSED_SIDE_MAX = 1440;
const COMPRESSED_QUALITY = 0.75;

/** Photos, videos and files from the browser's own file chooser. */
export function createChoose(drive: Drive, picker: FilePicker, privacy: Privacy) {
  const keepFile = async (file: File) => ({
    path: drive.keepTemporarily(
      new Uint8Array(await file.arrayBuffer()),
      pictureExtension(file, file.name),
    ),
    size: file.size,
  });
  return {
    chooseMedia: api('chooseMedia', async (option) => {
      await privacy.require('chooseMedia');
      const { mediaType = ['image', 'video'], sourceType, camera = 'back' } = option;
      const files = await picker.pick({
        accept: mediaType.includes('mix') ? 'image/*,video/*' : acceptOf(mediaType),
        count: Math.min(option.count ?? COUNT_DEFAULT, COUNT_MAX),
        capture: isCameraOnly(sourceType) ? captureOf(camera) : undefined,
      });
      const isSmall = isCompressedOnly(option.sizeType);
      const tempFiles = await Promise.all(files.map((file) => mediaFile(drive, file, isSmall)));
      const kinds = new Set(tempFiles.map(({ fileType }) => fileType));
      return { tempFiles, type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image') };
    }),
    chooseImage: api('chooseImage', async ({ count, sizeType, sourceType }) => {
      await privacy.require('chooseImage');
      const files = await picker.pick({
        accept: 'image/*',
        count: count ?? COUNT_DEFAULT,
        capture: isCameraOnly(sourceType) ? 'environment' : undefined,
      });
      const isSmall = isCompressedOnly(sizeType);
      const kept = await Promise.all(files.map((file) => mediaFile(drive, file, isSmall)));
      const tempFiles = kept.map(({ tempFilePath: path, size }) => ({ path, size }));
      return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) };
    }),
    chooseMessageFile: api('chooseMessageFile', async ({ count, type = 'all', extension }) => {
      await privacy.require('chooseMessageFile');
      const files = await picker.pick({
        accept: messageAccept(type, extension),
        count: Math.min(count, MESSAGE_FILES_MAX),
      });
      const tempFiles = files.map(async (file) => ({
        ...(await keepFile(file)),
        name: file.name,
        time: Math.floor(file.lastModified / 1000),
        type: messageType(file),
      }));
      return { tempFiles: await Promise.all(tempFiles) };
    }),
  };
}

function acceptOf(mediaType: readonly string[]): string {
  return mediaType.map((type) => `${type}/*`).join(',');
}

function isCameraOnly(sourceType: readonly string[] | undefined): boolean {
  return sourceType?.length === 1 && sourceType[0] === 'camera';
}

function captureOf(camera: 'back' | 'front') {
  return camera === 'front' ? 'user' : 'environment';
}

function isCompressedOnly(sizeType: readonly string[] | undefined): boolean {
  return sizeType?.length === 1 && sizeType[0] === 'compressed';
}

function messageAccept(type: string, extension: readonly string[] = []): string {
  if (type === 'image' || type === 'video') return `${type}/*`;
  return extension.map((name) => `.${name.replace(/^\./, '')}`).join(',');
}

function messageType(file: File): 'image' | 'video' | 'file' {
  const kind = file.type.split('/')[0];
  return kind === 'image' || kind === 'video' ? kind : 'file';
}

async function mediaFile(
  drive: Drive,
  file: File,
  isSmall: boolean,
): Promise<WechatMiniprogram.MediaFile> {
  if (file.type.startsWith('video/')) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const tempFilePath = drive.keepTemporarily(bytes, extensionOf(file.name) || 'mp4');
    const { thumbnail, ...video } = await readVideo(file);
    const thumbTempFilePath = drive.keepTemporarily(thumbnail, 'jpg');
    return { tempFilePath, size: file.size, fileType: 'video', thumbTempFilePath, ...video };
  }
  const photo = isSmall ? await smallPhoto(file) : await wholePhoto(file);
  const tempFilePath = drive.keepTemporarily(photo.bytes, photo.extension);
  const { width, height } = photo;
  const size = photo.bytes.byteLength;
  // WeChat leaves these empty for a picture.
  const forVideos = { duration: 0, thumbTempFilePath: '' };
  return { tempFilePath, size, width, height, fileType: 'image', ...forVideos };
}

async function wholePhoto(file: File) {
  const { width, height } = await decodePicture(file).catch(() => {
    throw new ApiFault('the file is no picture');
  });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { bytes, width, height, extension: pictureExtension(file, file.name) };
}

async function smallPhoto(file: File) {
  const picture = await decodePicture(file);
  const scale = Math.min(1, COMPRESSED_SIDE_MAX / Math.max(picture.width, picture.height));
  const size = { width: picture.width * scale, height: picture.height * scale };
  const canvas = drawScaled(picture, size, '#fff');
  const bytes = await encodeCanvas(canvas, 'image/jpeg', COMPRESSED_QUALITY);
  return { bytes, width: canvas.width, height: canvas.height, extension: 'jpg' };
}
