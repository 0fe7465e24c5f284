import type { StoryContent } from '../story/story';

/** WeChat takes this many characters a call (msgSecCheck 2.0). */
const chunkLength = 2500;
/** A word cut by the end of one chunk stands whole in the next. */
const overlap = 20;

/** All that is read of a story, in pieces that the platform's text check takes. */
export function chunksOf(content: StoryContent): string[] {
  const { headline, body, place, column, photos, bylines } = content;
  const shown = photos.flatMap(({ caption, credit }) => [caption, credit]);
  const all = [headline, body, place, column ?? '', ...shown, ...bylines.map(({ name }) => name)];
  const letters = [...all.filter((text) => text !== '').join('\n')];
  const chunks: string[] = [];
  for (let from = 0; from === 0 || from + overlap < letters.length; from += chunkLength - overlap) {
    chunks.push(letters.slice(from, from + chunkLength).join(''));
  }
  return chunks;
}
