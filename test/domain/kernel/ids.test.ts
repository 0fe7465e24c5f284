import { newId, normalizeCode } from '../../../cloudfunctions/kernel/ids';

test('ids are 32 hex characters and do not repeat', () => {
  const made = Array.from({ length: 1000 }, newId);
  expect(made.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(made).size).toBe(1000);
});

test.each(['abcd-efgh', ' ABCD EFGH ', 'ABCDEFGH', 'ａbcd'.replace('ａ', 'a') + '—efgh'])(
  'a code typed as "%s" is the same code',
  (typed) => {
    expect(normalizeCode(typed)).toBe('ABCDEFGH');
  },
);
