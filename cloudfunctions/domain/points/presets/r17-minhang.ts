/** R17 闵行政协: 15 for the lead author, 3 for each contributor, the higher of the same matter. */
import { factRule, fixed, heading, highest, is, line, list, people, periodRule } from './parts';
import { rule, rulebook } from './parts';
import { where } from './parts';
import { presetWords } from './wording';

const words = presetWords.minhang;

export const minhang = rulebook({
  id: 'minhang',
  name: words.name,
  rules: [
    rule({
      id: 'adoption',
      name: words.rule,
      when: where(is('kind', 'public_opinion', 'research_report')),
      choice: highest,
      lines: [line(words.rule, fixed(15))],
      shares: [
        people('points', {
          how: { kind: 'places', percents: [100, 20] },
          holdPlaces: ['outsider'],
        }),
      ],
      category: 'duty:opinion',
    }),
    factRule({
      id: 'registered',
      name: words.rule,
      when: where(is('factKind', 'public_opinion')),
      lines: [
        line(
          '',
          list([
            { heading: heading(words.contributor, is('mark', 'contributor')), amount: 3 },
            { heading: heading(words.lead), amount: 15 },
          ]),
        ),
      ],
      shares: [people('points')],
      category: 'duty:opinion',
    }),
  ],
  periodRules: [
    periodRule({
      id: 'same_matter',
      name: words.same,
      period: 'year',
      account: 'person',
      effect: { kind: 'keep', of: 'matter', categories: ['duty:opinion'], highest: 1 },
    }),
  ],
});
