import { Binary, MaxKey, MinKey } from 'bson';
import fc from 'fast-check';
import { after, encodeValue, inverted } from '../../../local/cloud/database/key';
import { compareValues } from '../../../local/cloud/database/language';

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, new MinKey(), new MaxKey(), NaN, 0, -0),
  fc.constantFrom<unknown>('', '\0', 'a', 'a\0', 'a\0\u0001', 'ab', '￿', '\u{1f600}'),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
  fc.constantFrom(/a/, /a/i, /b/),
  fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'a\0', '茶'), tie('any'), { maxKeys: 3 }),
  ),
})).any;
const bytes = (one: unknown, other: unknown) =>
  Math.sign(Buffer.compare(encodeValue(one), encodeValue(other)));

test('keys stand in the order of MongoDB', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const expected = Math.sign(compareValues(one, other));
      expect(bytes(one, other)).toBe(expected);
      const turned = Buffer.compare(inverted(encodeValue(one)), inverted(encodeValue(other)));
      expect(Math.sign(turned) + expected).toBe(0);
    }),
    { numRuns: 3000 },
  );
});

test('a bound above a beginning stands above whatever follows, turned too', () => {
  fc.assert(
    fc.property(value, fc.boolean(), fc.nat(), (one, isTurned, cut) => {
      const key = isTurned ? inverted(encodeValue(one)) : encodeValue(one);
      const beginning = key.subarray(0, 1 + (cut % key.length));
      expect(Buffer.compare(after(beginning), key)).toBe(1);
    }),
    { numRuns: 2000 },
  );
});

test('no key is the beginning of another, so that keys can be joined', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [first, second] = [encodeValue(one), encodeValue(other)];
      fc.pre(!first.equals(second));
      expect(second.subarray(0, first.length).equals(first)).toBe(false);
      // The least bytes above may be the next key themselves.
      expect(Buffer.compare(second, first) > 0).toBe(Buffer.compare(second, after(first)) >= 0);
    }),
    { numRuns: 2000 },
  );
});
