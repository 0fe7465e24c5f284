/**
 * A film in H.264 without compression: each macroblock holds its samples as they are (I_PCM), which
 * every decoder understands and sixty lines can write. Source: ITU-T H.264, 7.3 and 9.1.
 */

/** Planes of one picture: 4:2:0, eight bits; sides are multiples of 16. */
export interface Planes {
  width: number;
  height: number;
  luma: Uint8Array;
  /** Blue, then red, each of half the width and height. */
  chroma: [Uint8Array, Uint8Array];
}

/** Constrained baseline, level 3. */
export const profile = [66, 0xc0, 30] as const;

export function parameterSets({ width, height }: Pick<Planes, 'width' | 'height'>): Buffer[] {
  const sequence = bits();
  for (const byte of profile) sequence.fixed(byte, 8);
  // Set 0; frame numbers of 4 bits; order as decoded; one reference.
  for (const value of [0, 0, 2, 1]) sequence.golomb(value);
  sequence.fixed(0, 1);
  sequence.golomb(width / 16 - 1);
  sequence.golomb(height / 16 - 1);
  // Whole frames, direct 8×8, no cropping, no display hints.
  sequence.fixed(0b1100, 4);
  const picture = bits();
  picture.golomb(0);
  picture.golomb(0);
  picture.fixed(0, 2);
  for (const value of [0, 0, 0]) picture.golomb(value);
  picture.fixed(0, 3);
  for (const value of [0, 0, 0]) picture.golomb(value);
  // Slices say how they are smoothed.
  picture.fixed(0b100, 3);
  return [unit(0x67, sequence.end()), unit(0x68, picture.end())];
}

/** One picture that stands alone; two after another differ in their number. */
export function intraPicture(planes: Planes, number: number): Buffer {
  const slice = bits();
  // First macroblock; all slices are I; picture set 0; frame 0.
  for (const value of [0, 7, 0]) slice.golomb(value);
  slice.fixed(0, 4);
  slice.golomb(number % 2);
  slice.fixed(0, 2);
  slice.golomb(0);
  // No smoothing: nothing was compressed.
  slice.golomb(1);
  for (let y = 0; y < planes.height; y += 16) {
    for (let x = 0; x < planes.width; x += 16) {
      slice.golomb(25);
      slice.align();
      slice.bytes(block(planes.luma, planes.width, { x, y, side: 16 }));
      for (const plane of planes.chroma) {
        slice.bytes(block(plane, planes.width / 2, { x: x / 2, y: y / 2, side: 8 }));
      }
    }
  }
  return unit(0x65, slice.end());
}

function block(plane: Uint8Array, width: number, at: { x: number; y: number; side: number }) {
  const { x, y, side } = at;
  const rows = Array.from({ length: side }, (_, row) => {
    const from = (y + row) * width + x;
    return plane.subarray(from, from + side);
  });
  return Buffer.concat(rows);
}

/** With the bytes that keep a start code from appearing within it. */
function unit(head: number, payload: Buffer): Buffer {
  // At worst one more after every two.
  const out = Buffer.alloc(1 + Math.ceil(payload.length * 1.5));
  out[0] = head;
  let length = 1;
  let zeros = 0;
  for (const byte of payload) {
    if (zeros === 2 && byte <= 3) {
      out[length++] = 3;
      zeros = 0;
    }
    out[length++] = byte;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return out.subarray(0, length);
}

function bits() {
  const whole: Uint8Array[] = [];
  let parts: number[] = [];
  let current = 0;
  let filled = 0;
  const fixed = (value: number, length: number) => {
    for (let n = length - 1; n >= 0; n -= 1) {
      current = (current << 1) | ((value >> n) & 1);
      filled += 1;
      if (filled < 8) continue;
      parts.push(current);
      current = 0;
      filled = 0;
    }
  };
  const align = () => fixed(0, (8 - filled) % 8);
  return {
    fixed,
    align,
    /** Exp-Golomb, unsigned; of the signed ones only 0 is used, which is the same. */
    golomb(value: number) {
      const length = Math.floor(Math.log2(value + 1));
      fixed(0, length);
      fixed(value + 1, length + 1);
    },
    /** Only where it is aligned. */
    bytes(bytes: Buffer) {
      whole.push(Buffer.from(parts), bytes);
      parts = [];
    },
    end() {
      fixed(1, 1);
      align();
      return Buffer.concat([...whole, Buffer.from(parts)]);
    },
  };
}
