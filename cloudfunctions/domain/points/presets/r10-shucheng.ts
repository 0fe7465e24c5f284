/** R10 舒城县一局 2020: lists for web sites, amounts by the thousand characters for papers. */
import { fixed, heading, is, line, list, people, range, rule, rulebook, sum, where } from './parts';
import type { Base } from '../rulebook';
import { levelWords, presetWords } from './wording';

const words = presetWords.shucheng;
const paperOf = (level: string) => where(is('outletClass', 'paper'), is('level', level));

/** So much up to a thousand characters, so much for each further full thousand. */
const byThousand = (start: number, further: number): Base => ({
  ...{ kind: 'per', of: 'words', start: start * 100, included: 1000, each: 1000 },
  ...{ amount: further * 100, rounding: 'down', least: null, most: null },
});

export const shucheng = rulebook({
  id: 'shucheng',
  name: words.name,
  rules: [
    rule({
      id: 'adoption',
      name: words.rule,
      // One or two original photos are required.
      when: where(range('photos', 1)),
      choice: sum,
      shares: [people('yuan')],
      lines: [
        line(
          words.web,
          list([
            { heading: heading(levelWords.county, is('level', 'county')), amount: 30 },
            { heading: heading(levelWords.city, is('level', 'city')), amount: 50 },
            { heading: heading(levelWords.provincial, is('level', 'provincial')), amount: 100 },
            { heading: heading(levelWords.national, is('level', 'national')), amount: 200 },
          ]),
          where(is('outletClass', 'web')),
        ),
        line(words.cityDaily, fixed(200), paperOf('city')),
        line(words.provincial, byThousand(300, 100), paperOf('provincial')),
        line(words.national, byThousand(500, 500), paperOf('national')),
      ],
    }),
  ],
});
