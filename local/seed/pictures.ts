/**
 * Photos for the sample stories, drawn so that none has to be kept: a few kinds of scene, each with
 * light and shapes of its own by its number.
 */
import { PNG } from 'pngjs';

export type Scene = 'hills' | 'terraces' | 'street' | 'meeting' | 'river';

export const pictureSize = { width: 640, height: 480 };

/** Red, green and blue, eight bits each: a list for each of so many points would have to be freed again. */
type Colour = number;
/** Colours one point; `u` runs right and `v` down, both from 0 to 1. */
type Painter = (u: number, v: number) => Colour;

/** A PNG of the scene; the same number draws the same picture. */
export function drawPicture(scene: Scene, number: number): Buffer {
  // A copy: the library adds settings of its own to what it is given.
  const png = new PNG({ ...pictureSize });
  png.data = paintScene(scene, number, pictureSize);
  return PNG.sync.write(png, { deflateLevel: 4, filterType: 2 });
}

/** Its points from the upper left, four bytes each: red, green, blue, opacity. */
export function paintScene(scene: Scene, number: number, size: typeof pictureSize): Buffer {
  const { width, height } = size;
  const points = Buffer.alloc(width * height * 4, 255);
  const paint = painters[scene](number);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const colour = paint(x / width, y / height);
      points[at] = colour >> 16;
      points[at + 1] = (colour >> 8) & 255;
      points[at + 2] = colour & 255;
    }
  }
  return points;
}

const painters: Record<Scene, (number: number) => Painter> = {
  hills,
  terraces,
  street,
  meeting,
  river,
};

const skies: [Colour, Colour][] = [
  [0x78aad7, 0xfae2be],
  [0x588cbe, 0xe2ecf0],
  [0x9682aa, 0xfccea0],
  [0x60a0c8, 0xd8eae2],
];

function skyOf(number: number): (v: number) => Colour {
  const [top, low] = skies[number % skies.length] ?? skies[0]!; // a remainder is within the list
  return (v) => mix(top, low, Math.min(1, v * 1.6));
}

function hills(number: number): Painter {
  const sky = skyOf(number);
  const ridges = [0.42, 0.54, 0.66, 0.8].map((base, n) =>
    ridge(base, 0.09 - n * 0.012, number * 7 + n * 13),
  );
  const sun = { u: 0.2 + ((number * 37) % 60) / 100, v: 0.22 };
  return (u, v) => {
    let nearest = -1;
    for (const edge of ridges) if (v > edge(u)) nearest += 1;
    if (nearest < 0) return glow(sky(v), { u, v }, sun);
    const green = mix(0x96b4be, 0x26583c, nearest / 3);
    return mix(green, 0xe0e6e2, 0.28 * (1 - (v - (ridges[nearest]?.(u) ?? 0)) * 5));
  };
}

function terraces(number: number): Painter {
  const sky = skyOf(number + 1);
  const far = ridge(0.3, 0.06, number * 5);
  return (u, v) => {
    const edge = far(u);
    if (v < edge) return sky(v * 1.4);
    if (v < edge + 0.1) return mix(0x78a096, 0x467854, (v - edge) * 10);
    const step = (v - edge) * 11 + Math.sin(u * 5 + number) * 0.7 + Math.sin(u * 13 + number) * 0.2;
    const band = step - Math.floor(step);
    const crop = mix(0xe2b84a, 0x5c963e, ((Math.floor(step) * 5 + number) % 4) / 3);
    return band > 0.88 ? 0x604e34 : mix(crop, 0xfaf0c8, band * 0.25);
  };
}

function street(number: number): Painter {
  const houses = 6 + (number % 3);
  return (u, v) => {
    const house = Math.floor(u * houses);
    const within = u * houses - house;
    const height = 0.3 + (((house + 3) * (number + 5) * 29) % 17) / 90;
    const lamp = { u: (house + 0.5) / houses, v: 0.66 };
    if (v > 0.82) return glow(mix(0x5c5654, 0x343034, (v - 0.82) * 5), { u, v }, lamp);
    const roof = height - 0.05 * (1 - Math.abs(within - 0.5) * 2);
    if (v < roof) return mix(0x222c54, 0xce8e78, v * 1.8);
    if (v < height + 0.02) return 0x463e42;
    const isPane =
      Math.abs(((within * 3) % 1) - 0.5) < 0.26 && Math.abs(((v * 7) % 1) - 0.5) < 0.28;
    const wall = mix(0xcebea8, 0x968274, ((house * 7 + number) % 5) / 5);
    return glow(isPane ? 0xfcd682 : wall, { u, v }, lamp);
  };
}

function meeting(number: number): Painter {
  const coats = [0x3a4a6e, 0x6e3e42, 0x466258, 0x5a5660];
  const wall = number % 2 ? 0xece4d6 : 0xdee6e8;
  return (u, v) => {
    if (v > 0.08 && v < 0.17 && u > 0.14 && u < 0.86) return 0xba2a26;
    const seat = Math.floor(u * 7);
    const du = (u * 7 - seat - 0.5) / 7;
    const headAt = 0.5 + ((seat * (number + 3)) % 3) * 0.012;
    const skin = 0xdeb898;
    if (du * du * 1.8 + (v - headAt) ** 2 < 0.0024) return v < headAt - 0.018 ? 0x2c2624 : skin;
    if (v > headAt + 0.05 && v < 0.72 && Math.abs(du) < 0.02 + (v - headAt) * 0.24) {
      return coats[(seat + number) % coats.length] ?? wall;
    }
    if (v > 0.7) return mix(0x9e683e, 0x684228, (v - 0.7) * 3);
    const isWindow =
      v > 0.22 && v < 0.42 && (Math.abs(u - 0.25) < 0.12 || Math.abs(u - 0.75) < 0.12);
    return isWindow ? mix(0xbedcec, 0xf0f6f0, (v - 0.22) * 5) : mix(wall, 0xbeb4a6, v * 0.6);
  };
}

function river(number: number): Painter {
  const above = hills(number + 2);
  return (u, v) => {
    if (v < 0.62) return above(u, v * 1.1);
    const inBoat = Math.abs(u - 0.36) < 0.1 - Math.abs(v - 0.76) * 1.6 && v > 0.755 && v < 0.785;
    if (inBoat) return 0x4a3226;
    const wave = Math.sin(v * 190 + Math.sin(u * 17 + number) * 2.4) * 0.5 + 0.5;
    return mix(mix(above(u, 0.62 - (v - 0.62) * 1.2), 0x608c96, 0.45), 0xecf0ec, wave * 0.16);
  };
}

/** A line of hills, worked out once a column. */
function ridge(base: number, height: number, seed: number): (u: number) => number {
  const waves = (u: number) =>
    Math.sin(u * 5.1 + seed) * 0.6 +
    Math.sin(u * 11.3 + seed * 1.7) * 0.3 +
    Math.sin(u * 29 + seed * 2.3) * 0.1;
  const { width } = pictureSize;
  const line = Array.from({ length: width + 1 }, (_, x) => base + height * waves(x / width));
  return (u) => line[Math.round(u * width)] ?? base;
}

interface Point {
  u: number;
  v: number;
}

function glow(colour: Colour, at: Point, light: Point): Colour {
  const far = Math.sqrt(((at.u - light.u) * 1.33) ** 2 + (at.v - light.v) ** 2);
  if (far < 0.035) return 0xfff4d6;
  return mix(colour, 0xffe8b4, Math.max(0, 0.55 - far * 3));
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = share < 0 ? 0 : share > 1 ? 1 : share;
  const red = (from >> 16) + ((to >> 16) - (from >> 16)) * part;
  const green = ((from >> 8) & 255) + (((to >> 8) & 255) - ((from >> 8) & 255)) * part;
  const blue = (from & 255) + ((to & 255) - (from & 255)) * part;
  return (red << 16) | (green << 8) | blue;
}
