import fc from 'fast-check';
import { hashJson } from '../../../cloudfunctions/kernel/hash';

test('the hash of a JSON value does not depend on the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(hashJson(turned)).toBe(hashJson(value));
    }),
  );
});

test.each([
  ['a number and its text', 1, '1'],
  ['null and nothing', { a: null }, {}],
  ['a list and its nesting', [1, 2], [[1, 2]]],
  ['a key with a comma and two keys', { 'a":1,"b': 1 }, { a: 1, b: 1 }],
])('the hash tells %s apart', (_what, left, right) => {
  expect(hashJson(left)).not.toBe(hashJson(right));
});
