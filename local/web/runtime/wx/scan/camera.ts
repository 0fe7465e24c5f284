import { readPicture } from './read';

/** How often a camera's picture is searched, ms; ours: twice a blink, and a laptop stays cool. */
const SEARCH_EVERY_MS = 250;

/** Shows the camera, where the browser has one and lets us, and calls back with the first code it sees. */
export function watchCamera(place: HTMLElement, onFound: (text: string) => void): { stop(): void } {
  let isStopped = false;
  let stream: MediaStream | undefined;
  const stop = () => {
    isStopped = true;
    stream?.getTracks().forEach((track) => track.stop());
  };
  const search = async (video: HTMLVideoElement) => {
    if (isStopped) return;
    const text = await readPicture(frameOf(video));
    if (text !== undefined && !isStopped) onFound(text);
    else setTimeout(() => void search(video), SEARCH_EVERY_MS);
  };
  const start = async () => {
    const constraints = { video: { facingMode: 'environment' } };
    stream = await navigator.mediaDevices?.getUserMedia(constraints).catch(() => undefined);
    if (!stream || isStopped) return stop();
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    video.style.width = '100%';
    place.prepend(video);
    await video.play();
    await search(video);
  };
  // Without a camera the dialog's other two ways remain.
  void start().catch(stop);
  return { stop };
}

function frameOf(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth || 1;
  canvas.height = video.videoHeight || 1;
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0);
  return canvas;
}
