/** R15 致公党某市委: 40 alone, 10 for a brief or photo, half when merged; television apart. */
import { heading, is, line, list, people, rule, rulebook, sum, times, unit, where } from './parts';
import { levelWords, presetWords } from './wording';

const words = presetWords.zhigong;

export const zhigong = rulebook({
  id: 'zhigong',
  name: words.name,
  rules: [
    rule({
      id: 'adoption',
      name: words.rule,
      choice: sum,
      shares: [people('points'), unit('points')],
      lines: [
        line(
          words.tv,
          list([
            { heading: heading(levelWords.national, is('level', 'national')), amount: 30 },
            { heading: heading(levelWords.provincial, is('level', 'provincial')), amount: 15 },
          ]),
          where(is('outletClass', 'tv')),
        ),
        line(
          '',
          list([
            { heading: heading(words.brief, is('genre', 'brief', 'image')), amount: 10 },
            { heading: heading(words.single), amount: 40 },
          ]),
          where(is('outletClass', 'paper', 'web', 'radio', 'account', 'app', 'bulletin')),
        ),
      ],
      modifiers: [times(words.merged, 50, where(is('mode', 'composite')))],
    }),
  ],
});
