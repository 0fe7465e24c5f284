import { newCode, newId, normalizeCode } from '../../../cloudfunctions/kernel/ids';

test('a new code is five groups of four letters that cannot be misread', () => {
  expect(newCode()).toMatch(/^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/);
});

test('ids and codes do not repeat', () => {
  const made = Array.from({ length: 1000 }, () => [newId(), newCode()]).flat();
  expect(new Set(made).size).toBe(2000);
});

test.each(['abcd-efgh', ' ABCD EFGH ', 'ABCDEFGH', 'ａbcd'.replace('ａ', 'a') + '—efgh'])(
  'a code typed as "%s" is the same code',
  (typed) => {
    expect(normalizeCode(typed)).toBe('ABCDEFGH');
  },
);
