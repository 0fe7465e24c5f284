import { scalePhoto } from '../../../miniprogram/platform/scaling';
import { stubWx } from '../simulate';

type Done<Result> = { success(result: Result): void };
type Saved = { width: number; height: number; destWidth: number; destHeight: number };

test('a large photo is read into memory once, and saved pixel for pixel at every try', async () => {
  const saved: Saved[] = [];
  let images = 0;
  let drawings = 0;
  const pen = {
    setTransform: () => undefined,
    fillRect: () => undefined,
    drawImage: () => (drawings += 1),
  };
  const createImage = () => {
    images += 1;
    const image = { width: 4000, height: 3000, onload: () => undefined };
    return Object.defineProperty(image, 'src', { set: () => image.onload() });
  };
  stubWx({
    getFileSystemManager: () => ({
      // Whatever is saved is too large still.
      getFileInfo: ({ success }: Done<{ size: number }>) => success({ size: 5_000_000 }),
      readFile: ({ success }: Done<{ data: ArrayBuffer }>) => success({ data: new ArrayBuffer(8) }),
      unlink: ({ success }: Done<void>) => success(),
    }),
    createOffscreenCanvas: () => ({ width: 1, height: 1, createImage, getContext: () => pen }),
    canvasToTempFilePath: (option: Saved) => {
      saved.push(option);
      return Promise.resolve({ tempFilePath: `saved-${saved.length}` });
    },
  });
  const photo = await scalePhoto('chosen');
  expect(photo).toEqual({ path: 'saved-5', width: 1280, height: 960 });
  expect(saved.map(({ destWidth, destHeight }) => [destWidth, destHeight])).toEqual([
    ...[
      [1600, 1200],
      [1600, 1200],
      [1600, 1200],
    ],
    ...[
      [1440, 1080],
      [1280, 960],
    ],
  ]);
  expect(images).toBe(1);
  expect(drawings).toBe(3);
});
