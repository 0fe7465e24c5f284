/** /wxa/getwxacodeunlimit: here a QR code, as a PNG, of an address of this stand-in (`/open?…`). */
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import type { Endpoint } from './endpoint';
import { wechatError } from './errors';
import { CODE_WIDTH, SCENE_CHARACTERS } from './limits';

const ENVIRONMENTS = ['release', 'trial', 'develop'];
/** Modules of white around a QR code. Source: ISO/IEC 18004. */
const QUIET_ZONE = 4;
const WHITE = [255, 255, 255] as const;

type Color = readonly [number, number, number];

/** `pages()` are the pages of the released app, where they were told; without them any page passes. */
export function codePictureEndpoint(parts: {
  base: () => string;
  pages: () => string[] | undefined;
}): Endpoint {
  return {
    method: 'POST',
    needsToken: true,
    answer({ body }) {
      const { scene, page = '', width = CODE_WIDTH.usual } = body;
      if (typeof scene !== 'string' || !SCENE_CHARACTERS.test(scene))
        throw wechatError('invalidScene');
      if (typeof page !== 'string' || !isPage(page)) throw wechatError('invalidPage');
      const pages = parts.pages();
      const mustExist = body.check_path !== false && page !== '' && pages !== undefined;
      if (mustExist && !pages.includes(page)) throw wechatError('invalidPage');
      if (!ENVIRONMENTS.includes(String(body.env_version ?? 'release')))
        throw wechatError('invalidArgument', 'env_version');
      if (!isWidth(width)) throw wechatError('invalidArgument', 'width');
      const address = `${parts.base()}/open?${new URLSearchParams({ page, scene })}`;
      const color = body.auto_color === true ? ([0, 0, 0] as const) : colorOf(body.line_color);
      return { picture: draw(address, { width, color, isClear: body.is_hyaline === true }) };
    },
  };
}

function isPage(page: string): boolean {
  return page === '' || /^[A-Za-z0-9_-][A-Za-z0-9_/-]*$/.test(page);
}

function isWidth(width: unknown): width is number {
  return (
    Number.isInteger(width) && Number(width) >= CODE_WIDTH.min && Number(width) <= CODE_WIDTH.max
  );
}

function colorOf(given: unknown): Color {
  if (typeof given !== 'object' || given === null) return [0, 0, 0];
  const { r, g, b } = given as Record<string, unknown>; // any object has these, maybe undefined
  const numbers = [Number(r), Number(g), Number(b)] as const;
  if (numbers.some((one) => !Number.isInteger(one) || one < 0 || one > 255))
    throw wechatError('invalidArgument', 'line_color');
  return numbers;
}

/** A square PNG of `width` pixels; whole pixels per module, so that scanners see sharp edges. */
function draw(text: string, look: { width: number; color: Color; isClear: boolean }): Buffer {
  const { width } = look;
  const code = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const scale = Math.max(1, Math.floor(width / code.size));
  const margin = Math.floor((width - scale * code.size) / 2);
  const picture = new PNG({ width, height: width });
  const dark = pixel(look.color, 255);
  // A view of the same bytes, one number a pixel: a picture has up to 1.6 million of them.
  const pixels = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * width);
  pixels.fill(pixel(WHITE, look.isClear ? 0 : 255));
  code.data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < scale; line += 1) {
        const at = (margin + y * scale + line) * width + margin + x * scale;
        pixels.fill(dark, at, at + scale);
      }
    }),
  );
  // Filters serve photographs; a code of plain squares is as small without, and drawn much faster.
  return PNG.sync.write(picture, { filterType: 0 });
}

function pixel([r, g, b]: Color, alpha: number): number {
  return new Uint32Array(Uint8Array.of(r, g, b, alpha).buffer)[0] ?? 0;
}
