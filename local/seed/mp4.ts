/** Puts the pictures of a film into an .mp4: one track, each picture shown equally long. */
import { profile } from './h264';

export interface Film {
  width: number;
  height: number;
  sets: Buffer[];
  pictures: Buffer[];
  pictureMs: number;
}

/** Source: ISO/IEC 14496-12 and -15; times are in milliseconds. */
export function mp4Of(film: Film): Buffer {
  const samples = film.pictures.map(withLength);
  const type = box('ftyp', text('isom'), int(512), text('isomavc1'));
  const before = type.length + movie(film, samples, 0).length + 8;
  return Buffer.concat([type, movie(film, samples, before), box('mdat', ...samples)]);
}

function movie(film: Film, samples: Buffer[], samplesAt: number): Buffer {
  const lasts = film.pictureMs * samples.length;
  const header = [int(0, 0, 1000, lasts, 0x10000), short(0x100, 0), zeros(8), matrix, zeros(24)];
  return box('moov', full('mvhd', ...header, int(2)), track(film, samples, { lasts, samplesAt }));
}

function track(
  film: Film,
  samples: Buffer[],
  { lasts, samplesAt }: { lasts: number; samplesAt: number },
): Buffer {
  const { width, height } = film;
  const size = int(width * 0x10000, height * 0x10000);
  const shown = flagged('tkhd', 3, int(0, 0, 1, 0, lasts), zeros(16), matrix, size);
  const time = full('mdhd', int(0, 0, 1000, lasts), short(0x55c4, 0));
  const handler = full('hdlr', int(0), text('vide'), zeros(13));
  // The samples lie in this very file.
  const place = box('dinf', full('dref', int(1), flagged('url ', 1)));
  const table = box(
    'stbl',
    full('stsd', int(1), entry(film)),
    full('stts', int(1, samples.length, film.pictureMs)),
    full('stsc', int(1, 1, samples.length, 1)),
    full('stsz', int(0, samples.length, ...samples.map(({ length }) => length))),
    full('stco', int(1, samplesAt)),
  );
  const media = box('minf', flagged('vmhd', 1, zeros(8)), place, table);
  return box('trak', shown, box('mdia', time, handler, media));
}

/** How the samples are to be decoded. */
function entry({ width, height, sets }: Film): Buffer {
  const [sequence = Buffer.alloc(0), picture = Buffer.alloc(0)] = sets;
  const decoder = box(
    'avcC',
    Buffer.from([1, ...profile, 0xff, 0xe1]),
    ...[short(sequence.length), sequence, Buffer.from([1]), short(picture.length), picture],
  );
  const looks = [short(width, height), int(0x480000, 0x480000, 0), short(1), zeros(32)];
  return box('avc1', zeros(6), short(1), zeros(16), ...looks, short(24, 0xffff), decoder);
}

const matrix = int(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

const withLength = (picture: Buffer) => Buffer.concat([int(picture.length), picture]);

function box(type: string, ...parts: Buffer[]): Buffer {
  const inner = Buffer.concat(parts);
  return Buffer.concat([int(inner.length + 8), text(type), inner]);
}

const full = (type: string, ...parts: Buffer[]) => flagged(type, 0, ...parts);

/** A box of version 0. */
const flagged = (type: string, flags: number, ...parts: Buffer[]) =>
  box(type, int(flags), ...parts);

function int(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, n) => bytes.writeUInt32BE(value, n * 4));
  return bytes;
}

function short(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, n) => bytes.writeUInt16BE(value, n * 2));
  return bytes;
}

const text = (words: string) => Buffer.from(words, 'latin1');
const zeros = (length: number) => Buffer.alloc(length);
