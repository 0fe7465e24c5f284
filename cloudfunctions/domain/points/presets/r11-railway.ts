/** R11 铁路某单位 2007: cash apart from ranking weights, which are points and never paid out. */
import { fixed, heading, is, line, list, people, range, rule, rulebook, sum, times } from './parts';
import { unit, where } from './parts';
import { presetWords } from './wording';

const words = presetWords.railway;
const rows = [
  heading(words.central, is('level', 'national')),
  heading(words.provincial, is('level', 'provincial')),
  heading(words.city, is('level', 'city')),
] as const;

export const railway = rulebook({
  id: 'railway',
  name: words.name,
  rules: [
    rule({
      id: 'cash',
      name: words.cash,
      choice: sum,
      shares: [people('yuan')],
      // The source keeps its cash figures elsewhere.
      lines: [
        line(
          '',
          list([
            { heading: rows[0], amount: 200 },
            { heading: rows[1], amount: 100 },
            { heading: rows[2], amount: 50 },
          ]),
        ),
      ],
    }),
    rule({
      id: 'ranking',
      name: words.ranking,
      choice: sum,
      shares: [people('points'), unit('points')],
      lines: [line(words.piece, fixed(1), where(is('level', 'national', 'provincial', 'city')))],
      modifiers: [
        times(words.central, 2000, where(is('level', 'national'))),
        times(words.provincial, 500, where(is('level', 'provincial'))),
        times(words.city, 400, where(is('level', 'city'))),
        times(words.lead, 200, where(is('position', 'front_lead'))),
        times(words.long, 200, where(range('words', 1000))),
      ],
    }),
  ],
});
