import { duplicateDays, duplicatesOf, isShown } from '../../domain/draft/duplicates';
import { findWords, wordsOf } from '../../domain/draft/lexicon';
import { sketchOf } from '../../domain/draft/likeness';
import { mayFileFor } from '../../domain/story/file-story';
import { startOfDay } from '../../kernel/days';
import { defaultLexicon } from '../../wording/lexicon';
import { refused, type QueryHandler } from '../handler';

const dayMs = 24 * 60 * 60 * 1000;

/** `draft.advise`: what a colleague at the next desk would say; never the text of others. */
export const adviseDraftHandler: QueryHandler<'draft.advise'> = async (input, scene) => {
  const { openid, store, now, on } = scene;
  const { unitId, headline, body, storyId } = input;
  const sketch = sketchOf(input);
  const [place, alike] = await Promise.all([
    store.readWritingPlace({ openid, unitId, dayStart: startOfDay(on) }),
    store.listAlike({ bands: sketch.bands, since: now - duplicateDays * dayMs }),
  ]);
  if (!place.person) return refused('not_bound');
  if (!place.unit || !mayFileFor(place.person, place.unit, on)) return refused('not_allowed');
  const words = wordsOf(defaultLexicon, place.lexicon);
  const find = (field: 'headline' | 'body', text: string) =>
    findWords(text, words).map((finding) => ({ field, ...finding }));
  return {
    ok: true,
    value: {
      words: [...find('headline', headline), ...find('body', body)],
      duplicates: duplicatesOf(sketch, alike, storyId),
      filedToday: place.filedToday
        .filter((story) => story._id !== storyId && isShown(story))
        .map(({ number, headline: filed }) => ({ number, headline: filed })),
    },
  };
};
