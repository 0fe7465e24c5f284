import { ApiFault } from '../fault';
import { drawScaled, encodeCanvas } from './picture';

export interface VideoFacts {
  width: number;
  height: number;
  /** Seconds. */
  duration: number;
  /** JPEG of an early frame. */
  thumbnail: Uint8Array<ArrayBuffer>;
}

/** Size, length and a first picture of a video that the browser can play. */
export async function readVideo(file: Blob): Promise<VideoFacts> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  const address = URL.createObjectURL(file);
  try {
    video.src = address;
    await happened(video, 'loadeddata');
    const { videoWidth: width, videoHeight: height, duration } = video;
    const thumbnail = await encodeCanvas(drawScaled(video, { width, height }), 'image/jpeg', 0.8);
    return { width, height, duration: Number.isFinite(duration) ? duration : 0, thumbnail };
  } finally {
    URL.revokeObjectURL(address);
  }
}

function happened(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new ApiFault('the video cannot be read')), {
      once: true,
    });
  });
}
