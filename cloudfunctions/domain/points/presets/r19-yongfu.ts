/** R19 永福县人大: ten points to start with, one up or down for each piece above or below quota. */
import { fixed, line, people, periodRule, rule, rulebook, sum, unit } from './parts';
import { presetWords } from './wording';

const words = presetWords.yongfu;
const adopted = { kind: 'amount' as const, book: 'count' as const, categories: ['adoption'] };

export const yongfu = rulebook({
  id: 'yongfu',
  name: words.name,
  rules: [
    rule({
      id: 'count',
      name: words.count,
      choice: sum,
      lines: [line(words.count, fixed(1))],
      shares: [people('count'), unit('count')],
    }),
  ],
  periodRules: [
    periodRule({
      id: 'notice',
      name: words.notice,
      period: 'quarter',
      effect: { kind: 'quota', of: adopted, need: 300, short: null, over: null, nameAfter: 1 },
    }),
    periodRule({
      id: 'start',
      name: words.start,
      period: 'year',
      effect: { kind: 'start', amount: 1000 },
    }),
    // The source gives no quota; a piece a month stands for it. No score falls below nothing.
    periodRule({
      id: 'quota',
      name: words.quota,
      period: 'year',
      effect: {
        kind: 'quota',
        of: adopted,
        need: 1200,
        short: { amount: -100, limit: 1000 },
        over: { amount: 50, limit: 500 },
        nameAfter: null,
      },
    }),
  ],
});
