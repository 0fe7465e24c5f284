/** R6 蒲江县 2013: the highest once, +100 % in an important place. The source gives no base figures. */
import { heading, highest, is, isNot, line, list, people, rule, rulebook, where } from './parts';
import { levelWords, presetWords } from './wording';

const words = presetWords.pujiang;
const web = ['web', 'account', 'app'] as const;

const byLevel = list([
  { heading: heading(levelWords.national, is('level', 'national')), amount: 300 },
  { heading: heading(levelWords.provincial, is('level', 'provincial')), amount: 200 },
  { heading: heading(levelWords.city, is('level', 'city')), amount: 100 },
]);

export const pujiang = rulebook({
  id: 'pujiang',
  name: words.name,
  rules: [
    rule({
      id: 'adoption',
      name: words.rule,
      // Summaries, literature, popular science and advertising are of the genre `other`; a
      // journalist in the byline means that one's own name was only added.
      when: where(isNot('genre', 'other'), isNot('byline', 'journalist')),
      choice: highest,
      shares: [people('yuan')],
      lines: [
        line('', byLevel, where(isNot('outletClass', ...web))),
        line('', byLevel, where(isNot('mode', 'repost'))),
      ],
      modifiers: [
        {
          label: words.important,
          when: where(is('position', 'front_lead', 'front', 'page_lead', 'important')),
          change: { kind: 'add_percent', percent: 100 },
        },
      ],
    }),
  ],
});
