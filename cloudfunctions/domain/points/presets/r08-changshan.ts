/** R8 常山县政务信息 2014: filing earns at most 10 a month; quotas by class are only published. */
import { heading, is, line, people, periodRule, rule, rulebook, sum, table, unit } from './parts';
import type { PeriodRule } from '../rulebook';
import { levelWords, presetWords } from './wording';

const words = presetWords.changshan;
const { classes } = words;

const quota = (
  id: string,
  name: string,
  { unitClass, kinds, need }: { unitClass: string; kinds: string[]; need: number },
  period: PeriodRule['period'] = 'month',
) =>
  periodRule({
    id,
    name,
    period,
    unitClasses: [unitClass],
    effect: {
      kind: 'quota',
      of: { kind: 'filings', kinds },
      need: need * 100,
      short: null,
      over: null,
      nameAfter: 1,
    },
  });

const monthly = (id: string, unitClass: string, need: number) =>
  quota(id, words.department(unitClass), { unitClass, kinds: [], need });

export const changshan = rulebook({
  id: 'changshan',
  name: words.name,
  rules: [
    rule({
      id: 'adoption',
      name: words.rule,
      choice: sum,
      shares: [unit('points'), people('points')],
      lines: [
        line(
          '',
          table(
            [
              heading(words.long, is('genre', 'feature', 'theory')),
              heading(words.composite, is('mode', 'composite')),
              heading(words.single),
            ],
            [
              { heading: heading(levelWords.county, is('level', 'county')), amounts: [30, 5, 10] },
              { heading: heading(levelWords.city, is('level', 'city')), amounts: [80, 20, 50] },
            ],
          ),
        ),
      ],
    }),
  ],
  periodRules: [
    periodRule({
      id: 'base',
      name: words.base,
      effect: {
        kind: 'earn',
        of: { kind: 'filings', kinds: [] },
        rate: { amount: 100, limit: 1000 },
      },
    }),
    quota('township', words.township, { unitClass: classes.township, kinds: ['news'], need: 8 }),
    quota(
      'township_long',
      words.townshipLong,
      {
        unitClass: classes.township,
        kinds: ['feature', 'research_report'],
        need: 1,
      },
      'quarter',
    ),
    // The source names three classes without their figures.
    monthly('department_a', classes.first, 6),
    monthly('department_b', classes.second, 4),
    monthly('department_c', classes.third, 2),
  ],
});
