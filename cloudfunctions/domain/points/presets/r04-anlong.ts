/** R4 安龙县荷花节 2011: a campaign. Leads first; what is no lead goes on to the line of its medium. */
import { heading, is, line, list, people, range, rule, rulebook, sum, table, where } from './parts';
import { columnWords, commonWords, levelWords, presetWords } from './wording';

const words = presetWords.anlong;
const paper = where(is('outletClass', 'paper'));
const rows = {
  city: heading(words.city, is('level', 'city')),
  provincial: heading(words.provincial, is('level', 'provincial')),
  national: heading(words.national, is('level', 'national')),
};

const leads = table(
  [
    heading(columnWords.frontLead, is('position', 'front_lead')),
    heading(columnWords.pageLead, is('position', 'page_lead')),
  ],
  [
    { heading: rows.city, amounts: [200, null] },
    { heading: rows.provincial, amounts: [800, 400] },
    { heading: rows.national, amounts: [2000, 1500] },
  ],
);

const pieces = table(
  [heading(words.feature, is('genre', 'feature'), range('words', 1000)), heading(words.news)],
  [
    { heading: rows.city, amounts: [100, 50] },
    { heading: rows.provincial, amounts: [300, 100] },
    { heading: rows.national, amounts: [1000, 500] },
  ],
);

const byLevel = (city: number, provincial: number, national: number) =>
  list([
    { heading: heading(levelWords.city, is('level', 'city')), amount: city },
    { heading: heading(levelWords.provincial, is('level', 'provincial')), amount: provincial },
    { heading: heading(levelWords.national, is('level', 'national')), amount: national },
  ]);

export const anlong = rulebook({
  id: 'anlong',
  name: words.name,
  effectiveFrom: '2011-01-01',
  rules: [
    rule({
      id: 'campaign',
      name: words.rule,
      // The source names the festival but not its days.
      when: { from: '2011-07-01', to: '2011-08-31', conditions: [] },
      choice: sum,
      shares: [people('yuan')],
      lines: [
        line('', leads, paper),
        line('', pieces, paper),
        line(commonWords.media.tv, byLevel(80, 200, 500), where(is('outletClass', 'tv'))),
        line(commonWords.media.radio, byLevel(50, 100, 300), where(is('outletClass', 'radio'))),
      ],
    }),
  ],
});
