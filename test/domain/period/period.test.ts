import {
  actsOn,
  closePeriod,
  draftPeriod,
  endedBefore,
  isDraftDue,
  isNoticeOver,
  publishPeriod,
  requiredBefore,
  type ClosingScene,
  type Period,
} from '../../../cloudfunctions/domain/period/period';
import {
  beginRun,
  nextStage,
  progressOf,
  type Run,
} from '../../../cloudfunctions/domain/period/run';

const bulletin = {
  ...{ round: 1, columns: [], totals: {}, unitCount: 0, personCount: 0 },
  ...{ unitPages: 0, personPages: 0, zero: [], named: [] },
};
const aPeriod = (change: Partial<Period> = {}): Period => ({
  ...{ _id: '2026-11', state: 'draft', computing: null, draftedAt: 1, noticeUntil: null },
  ...{ closedAt: null, closedByName: '', bulletin, version: 2 },
  ...change,
});
const december = { at: 0, on: '2026-12-01' };
const free: ClosingScene = { openAppeals: 0, earlier: [], byName: '' };
const refusalOf = (decision: { accepted: boolean; refusal?: string }) => decision.refusal;

test.each<[string, Period | undefined, string, string | undefined]>([
  ['nothing yet', undefined, '2026-12-01', undefined],
  ['while it runs', undefined, '2026-11-02', undefined],
  ['before it begins', undefined, '2026-10-31', 'period_not_begun'],
  ['again', aPeriod(), '2026-12-01', undefined],
  ['while figures are computed', aPeriod({ computing: 'draft' }), '2026-12-01', 'period_computing'],
  ['once it is closed', aPeriod({ state: 'closed' }), '2026-12-01', 'period_closed'],
])('drafting %s', (_what, before, on, refusal) => {
  expect(refusalOf(draftPeriod('2026-11', before, { at: 0, on }))).toBe(refusal);
});

test.each<[string, Period | undefined, string, string | undefined]>([
  ['a draft', aPeriod(), '2026-12-01', undefined],
  ['no draft', undefined, '2026-12-01', 'period_not_drafted'],
  ['what runs still', aPeriod(), '2026-11-30', 'period_not_over'],
  ['what is in notice', aPeriod({ state: 'notice' }), '2026-12-01', 'period_not_drafted'],
  ['unfinished figures', aPeriod({ computing: 'draft' }), '2026-12-01', 'period_computing'],
])('publishing %s', (_what, period, on, refusal) => {
  expect(refusalOf(publishPeriod(period, { on, noticeDays: 5 }))).toBe(refusal);
});

test.each<[string, Period, Partial<ClosingScene>, string | undefined]>([
  ['what is in notice', aPeriod({ state: 'notice' }), {}, undefined],
  ['a draft', aPeriod(), {}, 'period_not_in_notice'],
  ['with an appeal', aPeriod({ state: 'notice' }), { openAppeals: 1 }, 'appeal_open'],
  ['before October', aPeriod({ state: 'notice' }), { earlier: ['2026-10'] }, 'earlier_open'],
  ['what is closed', aPeriod({ state: 'closed' }), {}, 'period_not_in_notice'],
])('closing %s', (_what, period, scene, refusal) => {
  expect(refusalOf(closePeriod(period, { ...free, ...scene }))).toBe(refusal);
});

test('a notice lasts whole days, across the end of a year as well', () => {
  const published = publishPeriod(aPeriod({ _id: '2026-12' }), { on: '2026-12-31', noticeDays: 5 });
  expect(published).toMatchObject({ refusal: 'period_not_over' });
  const later = publishPeriod(aPeriod(), { on: '2026-12-29', noticeDays: 5 });
  expect(later).toMatchObject({ changes: { period: { noticeUntil: '2027-01-03' } } });
  const period = aPeriod({ state: 'notice', noticeUntil: '2027-01-03' });
  expect(isNoticeOver(period, '2027-01-02')).toBe(false);
  expect(isNoticeOver(period, '2027-01-03')).toBe(true);
});

test('what may be done follows the state', () => {
  expect(actsOn('2026-11', undefined, '2026-11-20')).toEqual(['draft']);
  expect(actsOn('2026-11', aPeriod(), '2026-11-20')).toEqual(['draft', 'export']);
  expect(actsOn('2026-11', aPeriod(), december.on)).toEqual(['draft', 'publish', 'export']);
  expect(actsOn('2026-11', aPeriod({ state: 'notice' }), december.on)).toEqual([
    ...['draft', 'close', 'export'],
  ]);
  expect(actsOn('2026-11', aPeriod({ state: 'closed' }), december.on)).toEqual(['export']);
  expect(actsOn('2026-11', aPeriod({ computing: 'final' }), december.on)).toEqual(['export']);
});

test('what has to be closed first, as far back as there is an organ', () => {
  expect(requiredBefore('2026-11', '2020-01-01')).toEqual(['2026-10']);
  expect(requiredBefore('2026-11', '2026-11-03')).toEqual([]);
  expect(requiredBefore('2026Q4', '2026-11-03')).toEqual(['2026-12', '2026-11']);
  expect(requiredBefore('2026', '2026-08-03')).toEqual([
    ...['2026-12', '2026-11', '2026-10', '2026-09', '2026-08', '2026Q4', '2026Q3'],
  ]);
});

test('the clock drafts half an hour after midnight in Shanghai what an organ has lived through', () => {
  expect(endedBefore('2027-01-01')).toEqual(['2026-12', '2026Q4', '2026']);
  const midnight = Date.parse('2026-11-30T16:00:00Z');
  expect(isDraftDue('2026-11', midnight + 29 * 60_000, '2026-01-01')).toBe(false);
  expect(isDraftDue('2026-11', midnight + 30 * 60_000, '2026-01-01')).toBe(true);
  expect(isDraftDue('2026-11', midnight + 30 * 60_000, '2026-12-01')).toBe(false);
});

test('the last computation waits a minute first, and posts only what there is', () => {
  const draft = beginRun({ _id: '2026-11', computing: 'draft', version: 1 }, 1000);
  expect(draft).toMatchObject({ stage: 'filed', notBefore: 1000 });
  const final = beginRun({ _id: '2026-11', computing: 'final', version: 3 }, 1000);
  expect(final).toMatchObject({ stage: 'wait', notBefore: 61_000, round: 3 });
  const ruled = { ruleVersion: 1, stage: 'rules' as const };
  expect(nextStage({ ...final, ...ruled }).stage).toBe('heads');
  expect(nextStage({ ...final, ...ruled, targetPages: 2 }).stage).toBe('post');
  expect(nextStage({ ...draft, ...ruled, targetPages: 2 }).stage).toBe('finish');
});

test('what no rule asks for takes no step, and whoever waits sees how far it is', () => {
  const draft = beginRun({ _id: '2026-11', computing: 'draft', version: 1 }, 1000);
  const after = (run: Partial<Run>) => nextStage({ ...draft, ...run }).stage;
  expect(after({ stage: 'points' })).toBe('entries');
  expect(after({ stage: 'entries' })).toBe('finish');
  expect(after({ stage: 'entries', ruleVersion: 1 })).toBe('held');
  expect(after({ stage: 'entries', ruleVersion: 1, parts: 1 })).toBe('items');
  expect(progressOf(draft)).toEqual({ stage: 1, of: 9 });
  expect(progressOf({ stage: 'finish', purpose: 'final' })).toEqual({ stage: 12, of: 12 });
});
