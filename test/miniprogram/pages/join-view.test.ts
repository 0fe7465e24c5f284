import fc from 'fast-check';
import { personText } from '../../../miniprogram/admin/wording/admin';
import { codeIn, grouped, missingOf } from '../../../miniprogram/pages/join/view';

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const code = 'ABCDEFGHJK23456789MN';

test('a code is grouped as it is typed, whatever the keyboard gives', () => {
  expect(grouped('abcd2')).toBe('ABCD-2');
  expect(grouped(' abcd-efgh jk23 ')).toBe('ABCD-EFGH-JK23');
  expect(grouped(`${code}XYZ`)).toBe('ABCD-EFGH-JK23-4567-89MN');
  const message = `12月2日前有效。${personText.invite.copy('林示例', 'ABCD-EFGH-JK23-4567-89MN')}`;
  expect(grouped(message)).toBe('ABCD-EFGH-JK23-4567-89MN');
  expect(missingOf(message)).toBe('');
});

test('what is missing of a code is counted', () => {
  expect(missingOf('')).toBe('请输入邀请码');
  expect(missingOf('ABCD-2345')).toBe('还差 12 位');
  expect(missingOf(code)).toBe('');
  expect(missingOf('ABCD-234O')).toContain('没有数字 0、1 和字母 I、O');
});

test('a code is found alone, with hyphens, and in an address', () => {
  expect(codeIn(code)).toBe(code);
  expect(codeIn(grouped(code))).toBe(code);
  expect(codeIn(`https://xx.example/join?a=1&code=${grouped(code)}#x`)).toBe(code);
  expect(codeIn('https://weixin.qq.com/r/whatever')).toBeUndefined();
  expect(codeIn('')).toBeUndefined();
});

test('grouping twice changes nothing, and every whole code survives it', () => {
  const codes = fc
    .array(fc.constantFrom(...letters), { minLength: 20, maxLength: 20 })
    .map((typed) => typed.join(''));
  fc.assert(
    fc.property(codes, (typed) => {
      expect(grouped(grouped(typed))).toBe(grouped(typed));
      expect(codeIn(grouped(typed))).toBe(typed);
    }),
  );
});
