import { api } from '../api';
import { ApiFault } from '../fault';
import type { Drive } from '../files/drive';
import type { FileLoader } from '../files/loader';
import { isPhonePath } from '../files/paths';
import { readJpegHead } from './exif';
import { decodePicture, drawScaled, encodeCanvas, pictureExtension } from './picture';

/** Default of compressImage's quality, 0–100; source: its documentation. */
const QUALITY_PERCENT = 80;

type Orientation = WechatMiniprogram.GetImageInfoSuccessCallbackResult['orientation'];

/** EXIF orientation 1–8 → WeChat's word; source: documentation of getImageInfo. */
const ORIENTATIONS: Orientation[] = [
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
];

/** What a picture is, and a smaller one made of it. */
export function createImageApis(drive: Drive, loader: FileLoader) {
  return {
    getImageInfo: api('getImageInfo', async ({ src }) => {
      const blob = await loader.load(src);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const head = readJpegHead(bytes);
      const size = head?.width ? head : await decodePicture(blob);
      const path = isPhonePath(src) ? src : keep(drive, bytes, pictureExtension(blob, src), src);
      return {
        width: size.width,
        height: size.height,
        orientation: ORIENTATIONS[(head?.orientation ?? 1) - 1] ?? 'up',
        type: typeOf(blob),
        path,
      };
    }),
    compressImage: api('compressImage', async (option) => {
      const { src, quality = QUALITY_PERCENT } = option;
      const blob = await loader.load(src);
      const picture = await decodePicture(blob);
      const isPng = blob.type === 'image/png';
      const canvas = drawScaled(picture, compressedSize(option, picture), isPng ? '' : '#fff');
      const type = isPng ? 'image/png' : 'image/jpeg';
      const bytes = await encodeCanvas(canvas, type, quality / 100);
      return { tempFilePath: drive.keepTemporarily(bytes, isPng ? 'png' : 'jpg') };
    }),
  };
}

// A package file keeps its path; what came over the network becomes a temporary file.
function keep(drive: Drive, bytes: Uint8Array<ArrayBuffer>, extension: string, src: string) {
  return /^(https?|data|blob):/.test(src) ? drive.keepTemporarily(bytes, extension) : src;
}

function typeOf(blob: Blob): WechatMiniprogram.GetImageInfoSuccessCallbackResult['type'] {
  const name = blob.type.replace('image/', '');
  return name === 'jpeg' || name === 'png' || name === 'gif' || name === 'tiff' ? name : 'unknown';
}

// One side given: the other follows in proportion, as documented.
function compressedSize(
  { compressedWidth, compressedHeight }: WechatMiniprogram.CompressImageOption,
  picture: ImageBitmap,
) {
  const { width, height } = picture;
  if (width === 0 || height === 0) throw new ApiFault('decode image fail');
  return {
    width: compressedWidth ?? (compressedHeight ? (width * compressedHeight) / height : width),
    height: compressedHeight ?? (compressedWidth ? (height * compressedWidth) / width : height),
  };
}
