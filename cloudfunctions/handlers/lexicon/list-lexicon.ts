import { mayKeepLexicon, wordsOf } from '../../domain/draft/lexicon';
import { defaultLexicon } from '../../wording/lexicon';
import { refused, type QueryHandler } from '../handler';

/** `lexicon.list`: the words that hold now. */
export const listLexiconHandler: QueryHandler<'lexicon.list'> = async (_input, scene) => {
  const [person, lexicon] = await Promise.all([scene.person(), scene.store.readLexicon()]);
  if (!person) return refused('not_bound');
  if (!mayKeepLexicon(person, scene.on)) return refused('not_allowed');
  const version = lexicon?.version ?? 0;
  return { ok: true, value: { version, words: wordsOf(defaultLexicon, lexicon) } };
};
