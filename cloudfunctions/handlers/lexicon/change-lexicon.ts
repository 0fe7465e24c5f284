import { changeLexicon, mayKeepLexicon, wordsOf } from '../../domain/draft/lexicon';
import { create, replace } from '../../kernel/change';
import { defaultLexicon } from '../../wording/lexicon';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';

/** `lexicon.change`: the publicity office's own words, with an audit line. */
export const changeLexiconHandler: CommandHandler<'lexicon.change'> = async (input, scene) => {
  const [person, before] = await Promise.all([scene.person(), scene.store.readLexicon()]);
  if (!person) return refused('not_bound');
  if (!mayKeepLexicon(person, scene.on)) return refused('not_allowed');
  const decision = changeLexicon(before, input);
  if (!decision.accepted) return refused(decision.refusal);
  const { lexicon } = decision.changes;
  return commitChanges(scene, {
    changes: [before ? replace('settings', lexicon) : create('settings', lexicon)],
    subjectId: 'lexicon',
    byId: person._id,
    value: { version: lexicon.version, words: wordsOf(defaultLexicon, lexicon) },
  });
};
