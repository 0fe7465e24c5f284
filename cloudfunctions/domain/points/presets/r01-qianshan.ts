/** R1 潜山县人大 2015: by level, outlet and length; what is not known to be long counts as short. */
import { heading, is, line, people, range, rule, rulebook, sum, table } from './parts';
import { presetWords } from './wording';

const words = presetWords.qianshan;
const [daily, law, bulletin] = words.outlets;

export const qianshan = rulebook({
  id: 'qianshan',
  name: words.name,
  rules: [
    rule({
      id: 'adoption',
      name: words.rule,
      choice: sum,
      shares: [people('yuan')],
      lines: [
        line(
          '',
          table(
            [
              heading(words.long, range('words', 500)),
              heading(words.middle, range('words', 200, 500)),
              heading(words.short),
            ],
            [
              {
                heading: heading(words.national, is('level', 'national')),
                amounts: [800, 400, 100],
              },
              { heading: heading(daily, is('outlet', daily)), amounts: [400, 200, 40] },
              { heading: heading(law, is('outlet', law)), amounts: [200, 100, 40] },
              { heading: heading(bulletin, is('outlet', bulletin)), amounts: [100, 50, 40] },
            ],
          ),
        ),
      ],
    }),
  ],
});
