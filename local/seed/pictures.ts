/**
 * Photos for the sample stories, drawn so that none has to be kept: a few kinds of scene, each with
 * light and shapes of its own by its number.
 */
import { PNG } from 'pngjs';

export type Scene = 'hills' | 'terraces' | 'street' | 'meeting' | 'river';

export const pictureSize = { width: 640, height: 480 };

type Colour = readonly [number, number, number];
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
      points[at] = colour[0];
      points[at + 1] = colour[1];
      points[at + 2] = colour[2];
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
  [
    [120, 170, 215],
    [250, 226, 190],
  ],
  [
    [88, 140, 190],
    [226, 236, 240],
  ],
  [
    [150, 130, 170],
    [252, 206, 160],
  ],
  [
    [96, 160, 200],
    [216, 234, 226],
  ],
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
    const nearest = ridges.filter((edge) => v > edge(u)).length - 1;
    if (nearest < 0) return glow(sky(v), { u, v }, sun);
    const green = mix([150, 180, 190], [38, 88, 60], nearest / 3);
    return mix(green, [224, 230, 226], 0.28 * (1 - (v - (ridges[nearest]?.(u) ?? 0)) * 5));
  };
}

function terraces(number: number): Painter {
  const sky = skyOf(number + 1);
  const far = ridge(0.3, 0.06, number * 5);
  return (u, v) => {
    const edge = far(u);
    if (v < edge) return sky(v * 1.4);
    if (v < edge + 0.1) return mix([120, 160, 150], [70, 120, 84], (v - edge) * 10);
    const step = (v - edge) * 11 + Math.sin(u * 5 + number) * 0.7 + Math.sin(u * 13 + number) * 0.2;
    const band = step - Math.floor(step);
    const crop = mix([226, 184, 74], [92, 150, 62], ((Math.floor(step) * 5 + number) % 4) / 3);
    return band > 0.88 ? [96, 78, 52] : mix(crop, [250, 240, 200], band * 0.25);
  };
}

function street(number: number): Painter {
  const houses = 6 + (number % 3);
  return (u, v) => {
    const house = Math.floor(u * houses);
    const within = u * houses - house;
    const height = 0.3 + (((house + 3) * (number + 5) * 29) % 17) / 90;
    const lamp = { u: (house + 0.5) / houses, v: 0.66 };
    if (v > 0.82) return glow(mix([92, 86, 84], [52, 48, 52], (v - 0.82) * 5), { u, v }, lamp);
    const roof = height - 0.05 * (1 - Math.abs(within - 0.5) * 2);
    if (v < roof) return mix([34, 44, 84], [206, 142, 120], v * 1.8);
    if (v < height + 0.02) return [70, 62, 66];
    const isPane =
      Math.abs(((within * 3) % 1) - 0.5) < 0.26 && Math.abs(((v * 7) % 1) - 0.5) < 0.28;
    const wall = mix([206, 190, 168], [150, 130, 116], ((house * 7 + number) % 5) / 5);
    return glow(isPane ? [252, 214, 130] : wall, { u, v }, lamp);
  };
}

function meeting(number: number): Painter {
  const wall: Colour = number % 2 ? [236, 228, 214] : [222, 230, 232];
  return (u, v) => {
    if (v > 0.08 && v < 0.17 && u > 0.14 && u < 0.86) return [186, 42, 38];
    const seat = Math.floor(u * 7);
    const du = (u * 7 - seat - 0.5) / 7;
    const headAt = 0.5 + ((seat * (number + 3)) % 3) * 0.012;
    const skin: Colour = [222, 184, 152];
    if (du * du * 1.8 + (v - headAt) ** 2 < 0.0024) return v < headAt - 0.018 ? [44, 38, 36] : skin;
    const coats: Colour[] = [
      [58, 74, 110],
      [110, 62, 66],
      [70, 98, 88],
      [90, 86, 96],
    ];
    if (v > headAt + 0.05 && v < 0.72 && Math.abs(du) < 0.02 + (v - headAt) * 0.24) {
      return coats[(seat + number) % coats.length] ?? wall;
    }
    if (v > 0.7) return mix([158, 104, 62], [104, 66, 40], (v - 0.7) * 3);
    const isWindow =
      v > 0.22 && v < 0.42 && (Math.abs(u - 0.25) < 0.12 || Math.abs(u - 0.75) < 0.12);
    return isWindow
      ? mix([190, 220, 236], [240, 246, 240], (v - 0.22) * 5)
      : mix(wall, [190, 180, 166], v * 0.6);
  };
}

function river(number: number): Painter {
  const above = hills(number + 2);
  return (u, v) => {
    if (v < 0.62) return above(u, v * 1.1);
    const inBoat = Math.abs(u - 0.36) < 0.1 - Math.abs(v - 0.76) * 1.6 && v > 0.755 && v < 0.785;
    if (inBoat) return [74, 50, 38];
    const wave = Math.sin(v * 190 + Math.sin(u * 17 + number) * 2.4) * 0.5 + 0.5;
    return mix(
      mix(above(u, 0.62 - (v - 0.62) * 1.2), [96, 140, 150], 0.45),
      [236, 240, 236],
      wave * 0.16,
    );
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
  const far = Math.hypot((at.u - light.u) * 1.33, at.v - light.v);
  if (far < 0.035) return [255, 244, 214];
  return mix(colour, [255, 232, 180], Math.max(0, 0.55 - far * 3));
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = share < 0 ? 0 : share > 1 ? 1 : share;
  return [
    from[0] + (to[0] - from[0]) * part,
    from[1] + (to[1] - from[1]) * part,
    from[2] + (to[2] - from[2]) * part,
  ];
}
