/** The film of the sample county, in a browser's own decoder. */
import type { Browser } from 'playwright-core';
import { drawFilm, filmMs } from '../../../local/seed/video';
import { openBrowser } from '../../support/browser/browser';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('a drawn film plays: its size, its length, and another picture at its end', async () => {
  const film = drawFilm('terraces').toString('base64');
  const page = await browser.newPage();
  await page.setContent(
    `<video muted src="data:video/mp4;base64,${film}"></video><canvas></canvas>`,
  );
  // «seeked» may come before the picture is there to be drawn; a frame says whose moment it is.
  const look = (seconds: number) => `
    new Promise((resolve, reject) => {
      const video = document.querySelector('video');
      video.onerror = () => reject(new Error(video.error.message));
      const onFrame = (_, { mediaTime }) => {
        if (Math.abs(mediaTime - ${seconds}) > 0.4) {
          video.requestVideoFrameCallback(onFrame);
          return;
        }
        const { videoWidth: width, videoHeight: height } = video;
        const canvas = Object.assign(document.querySelector('canvas'), { width, height });
        const context = canvas.getContext('2d');
        context.drawImage(video, 0, 0);
        const { data } = context.getImageData(0, height / 2, width, 1);
        resolve({ width, height, durationMs: video.duration * 1000, line: [...data].join() });
      };
      video.requestVideoFrameCallback(onFrame);
      video.currentTime = ${seconds};
    })`;
  interface Seen {
    width: number;
    height: number;
    durationMs: number;
    line: string;
  }
  const first = await page.evaluate<Seen>(look(0.1));
  const last = await page.evaluate<Seen>(look(filmMs / 1000 - 0.1));
  expect(first).toMatchObject({ width: 256, height: 192, durationMs: filmMs });
  expect(new Set(first.line.split(',')).size).toBeGreaterThan(20);
  expect(last.line).not.toBe(first.line);
});
