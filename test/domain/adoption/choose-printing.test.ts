import {
  choosePrinting,
  isChoiceGiven,
} from '../../../cloudfunctions/domain/adoption/choose-printing';
import {
  fixed,
  highest,
  line,
  people,
  rule,
  rulebook,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { Choice } from '../../../cloudfunctions/domain/points/rulebook';

const book = (effectiveFrom: string, choice: Choice, cause: 'printing' | 'fact' = 'printing') =>
  rulebook({
    ...{ id: 'office', name: '积分办法', effectiveFrom },
    rules: [
      rule({
        id: 'r',
        name: '分',
        choice,
        cause,
        lines: [line('', fixed(1))],
        shares: [people('points')],
      }),
    ],
  });
const author = { kind: 'author' } as const;
const printed = (_id: string, printedOn: string, state: 'verified' | 'reported' = 'verified') => ({
  ...{ _id, printedOn, state },
});
const [one, two] = [printed('one', '2026-11-01'), printed('two', '2026-11-02')];

test.each([
  ['two that count under such a rule', [one, two], [book('2026-01-01', author)], true],
  ['one alone', [one], [book('2026-01-01', author)], false],
  [
    'one that is only reported',
    [one, printed('x', '2026-11-02', 'reported')],
    [book('2026-01-01', author)],
    false,
  ],
  ['a rule that takes the highest', [one, two], [book('2026-01-01', highest)], false],
  ['a rule about registered facts', [one, two], [book('2026-01-01', author, 'fact')], false],
  ['a rule that begins later', [one, two], [book('2026-12-01', author)], false],
  ['a rule that begins between them', [one, two], [book('2026-11-02', author)], true],
  ['no rulebook', [one, two], [], false],
])('%s', (_case, known, rulebooks, isGiven) => {
  expect(isChoiceGiven(known, rulebooks)).toBe(isGiven);
});

test('only what is verified is chosen, and only where it is left to the author', () => {
  const around = { known: [one, two], rulebooks: [book('2026-01-01', author)] };
  expect(choosePrinting(one, around)).toEqual({
    accepted: true,
    changes: { chosenAdoptionId: 'one' },
  });
  const reported = printed('one', '2026-11-01', 'reported');
  expect(choosePrinting(reported, around)).toMatchObject({ refusal: 'adoption_not_verified' });
  const without = { ...around, rulebooks: [] };
  expect(choosePrinting(one, without)).toMatchObject({ refusal: 'choice_not_given' });
});
