import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { clockWords, dayWords, momentWords, plainDayWords } from '../../../miniprogram/text/day';

const at = (moment: string) => Date.parse(`${moment}+08:00`);
const now = at('2026-11-23T09:31:00');

test.each([
  ['2026-11-23T09:30:59', '今天 09:30', '今天 09:30'],
  ['2026-11-23T00:00:00', '今天 00:00', '今天 00:00'],
  ['2026-11-22T23:59:59', '昨天', '昨天 23:59'],
  ['2026-11-22T00:00:00', '昨天', '昨天 00:00'],
  ['2026-11-21T23:59:59', '11月21日', '11月21日 23:59'],
  ['2026-01-01T00:00:00', '1月1日', '1月1日 00:00'],
  ['2025-12-31T23:59:59', '2025年12月31日', '2025年12月31日 23:59'],
  // A clock that runs behind the cloud's, and an embargo's end.
  ['2026-11-23T09:40:00', '今天 09:40', '今天 09:40'],
  ['2026-11-24T08:00:00', '11月24日', '11月24日 08:00'],
])('%s is said as %s', (moment, inList, inHistory) => {
  expect(dayWords(at(moment), now)).toBe(inList);
  expect(momentWords(at(moment), now)).toBe(inHistory);
});

test('a plain day is said without a clock', () => {
  expect(plainDayWords('2026-11-20', now)).toBe('11月20日');
  expect(plainDayWords('2025-02-28', now)).toBe('2025年2月28日');
});

test('the clock has two digits', () => {
  expect(clockWords(at('2026-11-23T07:05:00'))).toBe('07:05');
});

// A phone set to another zone, as a visitor's or a badly set one, says the county's days all the same.
test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('days are the same in %s', (TZ) => {
  const file = path.resolve(__dirname, '../../../miniprogram/text/day.ts');
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020 },
  });
  const moments = ['2026-11-23T00:30:00', '2026-11-22T23:30:00', '2025-12-31T23:30:00'].map(at);
  const asked = `${outputText};console.log(${JSON.stringify(moments)}
    .map((moment) => exports.momentWords(moment, ${now})).join('|'),
    exports.plainDayWords('2026-11-20', ${now}), new Date(${now}).getHours());`;
  const said = execFileSync(process.execPath, ['-e', asked], { env: { TZ }, encoding: 'utf8' });
  expect(said).toContain('今天 00:30|昨天 23:30|2025年12月31日 23:30 11月20日');
  const localHour = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    hourCycle: 'h23',
    timeZone: TZ,
  });
  expect(Number(said.trim().split(' ').pop())).toBe(Number(localHour.format(now)));
});
