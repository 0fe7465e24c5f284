/** R22 某网 2013: fees by medium, prizes as registered honours, payout of 50 within three months. */
import { factRule, heading, is, line, list, people, periodRule, range, rule } from './parts';
import { rulebook, sum, where } from './parts';
import { presetWords } from './wording';

const words = presetWords.site;
const { honours } = words;

export const site = rulebook({
  id: 'site',
  name: words.name,
  rules: [
    rule({
      id: 'fee',
      name: words.rule,
      choice: sum,
      shares: [people('yuan')],
      lines: [
        line(
          words.paper,
          list([
            { heading: heading(words.paperLong, range('words', 1000)), amount: 100 },
            { heading: heading(''), amount: 50 },
          ]),
          where(is('outletClass', 'paper')),
        ),
        line(
          '',
          list([
            { heading: heading(words.video, is('genre', 'video')), amount: 15 },
            { heading: heading(words.photos, range('photos', 1)), amount: 10 },
            { heading: heading(words.text), amount: 5 },
          ]),
          where(is('outletClass', 'web')),
        ),
      ],
    }),
    factRule({
      id: 'honour',
      name: words.honour,
      when: where(is('factKind', 'honour')),
      shares: [people('yuan')],
      lines: [
        line(
          '',
          list([
            { heading: heading(honours.monthly, is('mark', 'monthly')), amount: 500 },
            { heading: heading(honours.weekly, is('mark', 'weekly')), amount: 50 },
            { heading: heading(honours.daily_first, is('mark', 'daily_first')), amount: 20 },
            { heading: heading(honours.daily_second, is('mark', 'daily_second')), amount: 10 },
          ]),
        ),
      ],
    }),
  ],
  periodRules: [
    periodRule({
      id: 'payout',
      name: words.payout,
      account: 'person',
      book: 'yuan',
      effect: { kind: 'payout', least: 5000, months: 3 },
    }),
  ],
});
