/** R14 民进某市: yuan and points together; which level brings 5, 10 or 30 is the office's choice. */
import { factRule, fixed, heading, is, line, list, people, rule, rulebook, sum } from './parts';
import { unit, where } from './parts';
import { levelWords, presetWords } from './wording';

const words = presetWords.minjin;
const shares = [people('points'), people('yuan'), unit('points')];

export const minjin = rulebook({
  id: 'minjin',
  name: words.name,
  rules: [
    rule({
      id: 'adoption',
      name: words.rule,
      choice: sum,
      shares,
      lines: [
        line(
          '',
          list([
            { heading: heading(levelWords.county, is('level', 'county', 'own')), amount: 5 },
            { heading: heading(levelWords.city, is('level', 'city')), amount: 10 },
            { heading: heading(levelWords.provincial, is('level', 'provincial')), amount: 30 },
            { heading: heading(words.central, is('level', 'national')), amount: 100 },
          ]),
        ),
      ],
    }),
    factRule({
      id: 'instruction',
      name: words.instruction,
      when: where(is('factKind', 'instruction'), is('level', 'provincial')),
      lines: [line(words.instruction, fixed(100))],
      shares,
    }),
  ],
});
