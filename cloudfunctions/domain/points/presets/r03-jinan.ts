/** R3 济南市一中心: media groups by lead, front page and other; web sites before their level's media. */
import { heading, is, line, people, rule, rulebook, sum, table } from './parts';
import { presetWords } from './wording';

const words = presetWords.jinan;
const web = is('outletClass', 'web');

export const jinan = rulebook({
  id: 'jinan',
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
              heading(words.lead, is('position', 'front_lead')),
              heading(words.front, is('position', 'front')),
              heading(''),
            ],
            [
              {
                heading: heading(words.nationalWeb, is('level', 'national'), web),
                amounts: [500, 500, 500],
              },
              {
                heading: heading(words.central, is('level', 'national')),
                amounts: [2000, 1000, 1000],
              },
              {
                heading: heading(words.provincialWeb, is('level', 'provincial'), web),
                amounts: [500, 100, 100],
              },
              {
                heading: heading(words.popular, is('group', words.popular)),
                amounts: [500, 300, 100],
              },
              {
                heading: heading(words.provincial, is('level', 'provincial')),
                amounts: [1000, 500, 500],
              },
              { heading: heading(words.cityWeb, is('level', 'city'), web), amounts: [50, 50, 50] },
              { heading: heading(words.city, is('level', 'city')), amounts: [300, 200, 100] },
            ],
          ),
        ),
      ],
    }),
  ],
});
