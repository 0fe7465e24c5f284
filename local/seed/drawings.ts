/** The pictures and films of the sample stories, each drawn once. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { drawPicture, type Scene } from './pictures';
import type { SampleStory } from './story-shape';
import { drawFilm } from './video';

/** Drawing takes longer than filing: each scene has few pictures. */
const variations = 2;
const pictures = new Map<string, Buffer>();
const films = new Map<Scene, Buffer>();

/** The picture of a scene by its number. */
export function pictureOf(scene: Scene, n: number): Buffer {
  const key = `${scene}${n % variations}`;
  const bytes = pictures.get(key) ?? drawPicture(scene, n % variations);
  pictures.set(key, bytes);
  return bytes;
}

export function filmOf(scene: Scene): Buffer {
  const bytes = films.get(scene) ?? drawFilm(scene);
  films.set(scene, bytes);
  return bytes;
}

/** What another thread draws; a film has no number. */
export interface Drawing {
  scene: Scene;
  n?: number;
}

/** Has another thread draw what these stories will ask for; what it has not come to is drawn when asked for. */
export function drawAhead(stories: SampleStory[]): void {
  const wanted = stories.flatMap(({ photos = [], film }, n): Drawing[] => [
    ...photos.map(({ scene }, place) => ({ scene, n: (n + place) % variations })),
    ...(film ? [{ scene: film }] : []),
  ]);
  const thread = new Worker(path.join(__dirname, 'draw.js'), { workerData: wanted });
  thread.on('message', ({ scene, n, bytes }: Drawing & { bytes: Uint8Array }) => {
    if (n === undefined) films.set(scene, Buffer.from(bytes));
    else pictures.set(`${scene}${n}`, Buffer.from(bytes));
  });
  thread.unref();
}
