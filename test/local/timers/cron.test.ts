import { parseCron } from '../../../local/cloud/timers/cron';

/** Times are written as in China, UTC+8. */
const china = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const written = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);

function nextTimes(expression: string, after: string, count: number): (string | undefined)[] {
  const schedule = parseCron(expression);
  const times: (string | undefined)[] = [];
  for (let at: number | undefined = china(after); at !== undefined && times.length < count;) {
    at = schedule.next(at);
    times.push(written(at));
  }
  return times;
}

// 2026-01-05 is a Monday.
test.each([
  ['*/5 * * * * * *', '2026-01-05 09:00:02', ['2026-01-05T09:00:05', '2026-01-05T09:00:10']],
  ['0 0 2 * * * *', '2026-01-05 01:59:59', ['2026-01-05T02:00:00', '2026-01-06T02:00:00']],
  ['0 0 2 * * * *', '2026-01-05 02:00:00', ['2026-01-06T02:00:00']],
  ['0 0 2 1 * * *', '2026-01-05 00:00:00', ['2026-02-01T02:00:00', '2026-03-01T02:00:00']],
  ['0 30 8 * * 1-5 *', '2026-01-09 09:00:00', ['2026-01-12T08:30:00', '2026-01-13T08:30:00']],
  ['0 0 9 * * 0 *', '2026-01-05 00:00:00', ['2026-01-11T09:00:00']],
  ['0 0 9 * * SUN *', '2026-01-05 00:00:00', ['2026-01-11T09:00:00']],
  ['0 0 9 1 JAN,JUL * *', '2026-01-05 00:00:00', ['2026-07-01T09:00:00', '2027-01-01T09:00:00']],
  ['0 10,20 9-10 * * * *', '2026-01-05 09:15:00', ['2026-01-05T09:20:00', '2026-01-05T10:10:00']],
  ['0 0 0 29 2 * *', '2026-01-05 00:00:00', ['2028-02-29T00:00:00', '2032-02-29T00:00:00']],
])('%s fires after %s at %j', (expression, after, times) => {
  expect(nextTimes(expression, after, times.length)).toEqual(times);
});

test('day and weekday together are OR', () => {
  expect(nextTimes('0 0 9 15 * MON *', '2026-01-06 00:00:00', 3)).toEqual([
    '2026-01-12T09:00:00',
    '2026-01-15T09:00:00',
    '2026-01-19T09:00:00',
  ]);
});

test('the year bounds the times, and a past year never fires again', () => {
  expect(nextTimes('0 0 0 1 1 * 2027-2028', '2026-01-05 00:00:00', 3)).toEqual([
    '2027-01-01T00:00:00',
    '2028-01-01T00:00:00',
    undefined,
  ]);
  expect(nextTimes('0 0 0 1 1 * 2020', '2026-01-05 00:00:00', 1)).toEqual([undefined]);
});

test('the last time is at or before the moment asked for', () => {
  const schedule = parseCron('0 0 2 * * * *');
  expect(written(schedule.last(china('2026-01-05 02:00:00')))).toBe('2026-01-05T02:00:00');
  expect(written(schedule.last(china('2026-01-05 02:00:00') - 1))).toBe('2026-01-04T02:00:00');
});

test.each([
  ['0 0 2 * * *', 'has 6 fields'],
  ['60 * * * * * *', 'second "60"'],
  ['0 60 * * * * *', 'minute "60"'],
  ['0 0 24 * * * *', 'hour "24"'],
  ['0 0 0 0 * * *', 'day "0"'],
  ['0 0 0 1 13 * *', 'month "13"'],
  ['0 0 0 * * 7 *', 'weekday "7"'],
  ['0 0 0 L * * *', 'day "L"'],
  ['0 0 0 ? * * *', 'day "?"'],
  ['0 0 0 * * MON#2 *', 'weekday "MON#2"'],
  ['0 0 0 * * * 1969', 'year "1969"'],
  ['0 */0 * * * * *', 'minute "*/0"'],
  ['@daily', 'has 1 fields'],
])('%s is refused', (expression, words) => {
  expect(() => parseCron(expression)).toThrow(words);
});
