/**
 * How alike two texts are, without either at hand: a MinHash signature over their character
 * trigrams, kept with every revision. The share of equal places in two signatures estimates the
 * share of trigrams that both texts have; the bands are what an index looks for, so that alike
 * texts are found among any number of stories.
 */
export interface Sketch {
  /** 72 numbers of 32 bits, as base64. */
  signature: string;
  /** `<band>:<hash of its three numbers>`; texts that are half alike share one with 96 %. */
  bands: string[];
}

const bandCount = 24;
const rowsPerBand = 3;
const signatureLength = bandCount * rowsPerBand;
const gramLength = 3;
/** One document a day must not fill the answer: below this two texts merely share a subject. */
export const likenessMin = 0.3;

/** The sketch of a headline and a body; blanks and punctuation do not count. */
export function sketchOf(text: { headline: string; body: string }): Sketch {
  const letters = [...`${text.headline}${text.body}`.replace(/[\s\p{P}]/gu, '')];
  const grams = new Set<number>();
  for (let place = 0; place <= Math.max(0, letters.length - gramLength); place += 1) {
    grams.add(hashOf(letters.slice(place, place + gramLength)));
  }
  const least = new Uint32Array(signatureLength).fill(0xffffffff);
  for (const gram of grams) {
    for (let row = 0; row < signatureLength; row += 1) {
      const mixed = mix(gram ^ Math.imul(row + 1, 0x9e3779b1));
      if (mixed < (least[row] ?? 0)) least[row] = mixed;
    }
  }
  return { signature: Buffer.from(least.buffer).toString('base64'), bands: bandsOf(least) };
}

/** 0 to 1: the share of trigrams that two texts have in common, within some 0.06. */
export function likenessOf(left: Sketch['signature'], right: Sketch['signature']): number {
  const [one, other] = [numbersOf(left), numbersOf(right)];
  const same = one.filter((number, place) => number === other[place]).length;
  return one.length === 0 ? 0 : Math.round((same / one.length) * 100) / 100;
}

function bandsOf(signature: Uint32Array): string[] {
  return Array.from({ length: bandCount }, (_, band) => {
    const rows = signature.slice(band * rowsPerBand, (band + 1) * rowsPerBand);
    const hash = rows.reduce((sum, row) => mix(sum ^ row), band + 1);
    return `${band}:${hash.toString(36)}`;
  });
}

function numbersOf(signature: string): number[] {
  const bytes = Buffer.from(signature, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, place) => bytes.readUInt32LE(place * 4));
}

/** FNV-1a over code points. */
function hashOf(letters: string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of letters) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every bit of the result hangs on every bit given. */
function mix(given: number): number {
  let hash = given;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
