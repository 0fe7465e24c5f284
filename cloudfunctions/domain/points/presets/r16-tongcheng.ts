/**
 * R16 桐城政协委员履职 2019. An opinion that was filed here and adopted has its byline's split; one
 * that is only registered is one person's. Both fall under the same yearly cap.
 */
import { each, factRule, fixed, highest, is, line, people, periodRule, rule } from './parts';
import { rulebook, where } from './parts';
import { commonWords, presetWords } from './wording';

const words = presetWords.tongcheng;
const firstHalf = people('points', {
  how: { kind: 'first', percent: 50 },
  holdPlaces: ['outsider'],
});

const duty = (id: 'proposal' | 'meeting' | 'activity', points: number) =>
  factRule({
    id,
    name: words[id],
    when: where(is('factKind', id)),
    lines: [line(words[id], fixed(points))],
    modifiers: [each(commonWords.times)],
    shares: [people('points')],
    category: `duty:${id}`,
  });

const yearlyCap = (id: keyof typeof words.caps, most: number) =>
  periodRule({
    id: `${id}_cap`,
    name: words.caps[id],
    period: 'year',
    account: 'person',
    effect: { kind: 'cap', categories: [`duty:${id}`], most: most * 100 },
  });

export const tongcheng = rulebook({
  id: 'tongcheng',
  name: words.name,
  rules: [
    rule({
      id: 'opinion_work',
      name: words.opinion,
      when: where(is('kind', 'public_opinion')),
      choice: highest,
      lines: [line(words.opinion, fixed(10))],
      modifiers: [
        {
          label: words.adopted,
          when: where(is('level', 'national', 'provincial', 'city')),
          change: { kind: 'add', amount: 500 },
        },
      ],
      shares: [firstHalf],
      category: 'duty:opinion',
    }),
    factRule({
      id: 'opinion',
      name: words.opinion,
      when: where(is('factKind', 'public_opinion')),
      lines: [line(words.opinion, fixed(10))],
      modifiers: [
        {
          label: words.adopted,
          when: where(is('mark', 'adopted')),
          change: { kind: 'add', amount: 500 },
        },
      ],
      shares: [people('points')],
      category: 'duty:opinion',
    }),
    duty('proposal', 10),
    duty('meeting', 10),
    duty('activity', 2),
  ],
  periodRules: [
    yearlyCap('proposal', 25),
    yearlyCap('opinion', 15),
    yearlyCap('meeting', 50),
    yearlyCap('activity', 10),
  ],
});
