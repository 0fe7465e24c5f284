import { choiceNow } from '../../../cloudfunctions/domain/adoption/choose-printing';

const verified = { state: 'verified' as const };
const moved = (_id: string, movedTo: string) => ({ _id, state: 'withdrawn' as const, movedTo });

test.each([
  ['nothing was chosen', null, [{ _id: 'a', ...verified }], null],
  ['it counts', 'a', [{ _id: 'a', ...verified }], 'a'],
  ['it was withdrawn', 'a', [{ _id: 'a', state: 'withdrawn' as const }], null],
  ['it is nowhere', 'x', [{ _id: 'a', ...verified }], null],
  [
    'it was corrected twice',
    'a',
    [moved('a', 'b'), moved('b', 'c'), { _id: 'c', ...verified }],
    'c',
  ],
  [
    'it was corrected and then withdrawn',
    'a',
    [moved('a', 'b'), { _id: 'b', state: 'withdrawn' as const }],
    null,
  ],
  ['two point at each other', 'a', [moved('a', 'b'), moved('b', 'a')], null],
])('the choice when %s', (_name, chosen, known, now) => {
  expect(choiceNow(chosen, known)).toBe(now);
});
