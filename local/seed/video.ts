/** The film of a sample story, made as its photos are: the eye goes over a painted scene. */
import { intraPicture, parameterSets, type Planes } from './h264';
import { mp4Of } from './mp4';
import { paintScene, type Scene } from './pictures';

const [width, height] = [256, 192];
const pictures = 12;
const pictureMs = 400;
/** How far the eye goes between two pictures; even, since colours are told for pairs of points. */
const step = 10;

export const filmMs = pictures * pictureMs;

export function drawFilm(scene: Scene): Buffer {
  const wide = width + step * (pictures - 1);
  const points = paintScene(scene, 1, { width: wide, height });
  const shots = Array.from({ length: pictures }, (_, n) => {
    return intraPicture(shotOf(points, { wide, left: n * step }), n);
  });
  return mp4Of({
    ...{ width, height, pictureMs },
    ...{ sets: parameterSets({ width, height }), pictures: shots },
  });
}

/** Brightness of every point, colours of every fourth. Source: ITU-R BT.601. */
function shotOf(points: Buffer, { wide, left }: { wide: number; left: number }): Planes {
  const luma = new Uint8Array(width * height);
  const blues = new Uint8Array((width * height) / 4);
  const reds = new Uint8Array((width * height) / 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * wide + left + x) * 4;
      const [red, green, blue] = [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0];
      luma[y * width + x] = 16 + 0.257 * red + 0.504 * green + 0.098 * blue;
      if (x % 2 || y % 2) continue;
      const place = (y / 2) * (width / 2) + x / 2;
      blues[place] = 128 - 0.148 * red - 0.291 * green + 0.439 * blue;
      reds[place] = 128 + 0.439 * red - 0.368 * green - 0.071 * blue;
    }
  }
  return { width, height, luma, chroma: [blues, reds] };
}
