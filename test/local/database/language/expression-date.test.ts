import { at, gives, type Row } from './expression-support';

// https://www.mongodb.com/docs/manual/reference/operator/aggregation/#date-expression-operators
describe('dates', () => {
  const shanghai = { date: '$at', timezone: 'Asia/Shanghai' };
  gives(
    (
      [
        [{ $year: '$at' }, 2026],
        [{ $month: '$at' }, 1],
        [{ $dayOfMonth: '$at' }, 1],
        [{ $dayOfMonth: shanghai }, 2],
        [{ $hour: '$at' }, 16],
        [{ $hour: shanghai }, 0],
        [{ $hour: { date: '$at', timezone: '-05:30' } }, 11],
        [{ $minute: ['$at'] }, 30],
        [{ $second: '$at' }, 5],
        [{ $millisecond: '$at' }, 7],
        [{ $dayOfWeek: '$at' }, 5],
        [{ $isoDayOfWeek: shanghai }, 5],
        [{ $dayOfYear: shanghai }, 2],
        [{ $week: '$at' }, 0],
        [{ $week: new Date('2026-01-04T00:00:00Z') }, 1],
        [{ $week: new Date('2023-01-01T00:00:00Z') }, 1],
        [{ $week: new Date('2026-12-31T00:00:00Z') }, 52],
        [{ $isoWeek: '$at' }, 1],
        [{ $isoWeek: new Date('2027-01-01T00:00:00Z') }, 53],
        [{ $isoWeekYear: new Date('2027-01-03T00:00:00Z') }, 2026],
        [{ $isoWeekYear: new Date('2024-12-30T00:00:00Z') }, 2025],
        [{ $year: '$absent' }, null],
        [{ $dateToString: { date: '$at' } }, '2026-01-01T16:30:05.007Z'],
        [{ $dateToString: { format: '%Y-%m-%d', ...shanghai } }, '2026-01-02'],
        [
          { $dateToString: { format: '%H:%M:%S.%L %z %Z %%', ...shanghai } },
          '00:30:05.007 +0800 480 %',
        ],
        [{ $dateToString: { format: '%G-W%V-%u %j %U %w', date: '$at' } }, '2026-W01-4 001 00 5'],
        [{ $dateToString: { date: '$absent', onNull: 'none' } }, 'none'],
        [{ $dateFromString: { dateString: '2026-01-02' } }, new Date('2026-01-02T00:00:00Z')],
        [
          { $dateFromString: { dateString: '2026-01-02 08:00', timezone: 'Asia/Shanghai' } },
          new Date('2026-01-02T00:00:00Z'),
        ],
        [
          { $dateFromString: { dateString: '2026-01-02T08:00:00.5+08:00' } },
          new Date('2026-01-02T00:00:00.500Z'),
        ],
        [
          { $dateFromString: { dateString: '02/01/2026', format: '%d/%m/%Y' } },
          new Date('2026-01-02T00:00:00Z'),
        ],
        [
          { $dateFromString: { dateString: '2026-W01-5', format: '%G-W%V-%u' } },
          new Date('2026-01-02T00:00:00Z'),
        ],
        [{ $dateFromString: { dateString: '2026-02-30', onError: 'bad' } }, 'bad'],
        [{ $dateFromString: { dateString: null, onNull: 'none' } }, 'none'],
        [
          { $dateFromParts: { year: 2026, month: 1, day: 2, timezone: 'Asia/Shanghai' } },
          new Date('2026-01-01T16:00:00Z'),
        ],
        [{ $dateFromParts: { year: 2025, month: 14 } }, new Date('2026-02-01T00:00:00Z')],
        [
          { $dateFromParts: { isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 4, hour: 5 } },
          new Date('2026-01-01T05:00:00Z'),
        ],
        [
          { $dateToParts: shanghai },
          { year: 2026, month: 1, day: 2, hour: 0, minute: 30, second: 5, millisecond: 7 },
        ],
        // New York's clocks went forward at 2026-03-08 07:00 UTC.
        [{ $hour: { date: new Date('2026-03-08T06:59:00Z'), timezone: 'America/New_York' } }, 1],
        [{ $hour: { date: new Date('2026-03-08T07:00:00Z'), timezone: 'America/New_York' } }, 3],
      ] as Row[]
    ).map(([expression, value]): Row => [expression, value, { at }]),
  );
});
