import { ApiFault } from '../fault';

type Reader = (picture: ImageData) => string | undefined;

/** Text of the QR code in a canvas, or undefined when none is found. */
export async function readPicture(canvas: HTMLCanvasElement): Promise<string | undefined> {
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const read = await loadReader();
  return read(pen.getImageData(0, 0, canvas.width, canvas.height));
}

let loading: Promise<Reader> | undefined;

// The reader is as large as the rest of wx together, and most starts never scan.
function loadReader(): Promise<Reader> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = './scan.js';
    // reader.ts sets it as its last act.
    script.onload = () => resolve((globalThis as unknown as { __readCode: Reader }).__readCode);
    script.onerror = () => {
      loading = undefined;
      reject(new ApiFault('the code reader could not be loaded'));
    };
    document.head.append(script);
  });
  return loading;
}
