import fc from 'fast-check';
import type { Adoption } from '../../../cloudfunctions/domain/adoption/adoption';
import {
  evidenceMax,
  reportPrinting,
  type PrintingReport,
} from '../../../cloudfunctions/domain/adoption/report-printing';
import { outletNamed } from '../../../cloudfunctions/domain/outlet/outlet';
import { aReport } from '../../support/domain/a-report';

/** Every adoption of the work after these reports, one after another. */
function after(reports: PrintingReport[], known: Adoption[] = []): Adoption[] {
  return reports.reduce((all, report) => {
    const { adoption } = reportPrinting(all, report);
    return [...all.filter(({ _id }) => _id !== adoption._id), adoption];
  }, known);
}

const reportAt = (at: number, isTrusted: boolean) =>
  aReport({
    isTrusted,
    evidence: {
      ...{ source: isTrusted ? 'channel' : 'report', byId: null, byName: '', at },
      ...{ url: `https://example.cn/${at}`, fileId: null, note: '' },
    },
  });

test('reports of one printing, in any order, end in one adoption with all their evidence', () => {
  const reports = fc.uniqueArray(fc.tuple(fc.nat(30), fc.boolean()), {
    ...{ minLength: 1, maxLength: 12 },
    selector: ([at]) => at,
  });
  fc.assert(
    fc.property(
      reports.chain((made) =>
        fc.tuple(
          fc.constant(made),
          fc.shuffledSubarray(made, { minLength: made.length }),
          fc.subarray(made),
        ),
      ),
      ([made, shuffled, again]) => {
        const all = after([...shuffled, ...again].map(([at, trusted]) => reportAt(at, trusted)));
        expect(all).toHaveLength(1);
        const urls = all[0]?.evidence.map(({ url }) => url).sort();
        expect(urls).toEqual(made.map(([at]) => `https://example.cn/${at}`).sort());
        expect(all[0]?.state).toBe(made.some(([, trusted]) => trusted) ? 'verified' : 'reported');
        expect(all[0]?.version).toBe(made.length);
      },
    ),
  );
});

test.each([
  ['another day', { printedOn: '2026-11-23' }],
  ['another position', { position: 'other' as const }],
  ['another outlet', { outlet: { _id: 'outlet-002', name: '示例晚报' } }],
  ['an outlet that nobody knows', { outlet: undefined }],
])('%s is another printing', (_what, change) => {
  expect(after([aReport(), aReport(change)])).toHaveLength(2);
});

test('an unknown outlet is the same however its name is written', () => {
  const named = (outletName: string) => aReport({ outlet: undefined, outletName });
  const all = after([named('《示例 日报》'), named('示例日报')]);
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ outletId: null, outletName: '《示例 日报》' });
});

test('what the office stopped waits for it again when there is new evidence, and only then', () => {
  const [made] = after([aReport({ isTrusted: true })]);
  if (!made) throw new Error('there is one');
  for (const state of ['rejected', 'withdrawn'] as const) {
    const stopped = { ...made, state, verifiedOn: null };
    expect(after([aReport({ isTrusted: true })], [stopped])).toEqual([stopped]);
    expect(after([reportAt(7, true)], [stopped])[0]).toMatchObject({
      ...{ state: 'reported', verifiedOn: null, version: 2 },
    });
  }
});

test('reports of a printing whose facts were corrected go where it stands now', () => {
  const [old] = after([aReport()]);
  const [right] = after([aReport({ position: 'front_lead' })]);
  if (!old || !right) throw new Error('there are both');
  const known = [{ ...old, state: 'withdrawn' as const, movedTo: right._id }, right];
  const { adoption, before } = reportPrinting(known, reportAt(9, false));
  expect(before).toBe(right);
  expect(adoption.evidence).toHaveLength(2);
});

test('a printing takes so much evidence and no more', () => {
  const reports = Array.from({ length: evidenceMax + 5 }, (_, at) => reportAt(at, false));
  expect(after(reports)[0]?.evidence).toHaveLength(evidenceMax);
});

test.each([
  ['示例日报', 'paper'],
  [' 示例日报 ', 'paper'],
  ['《示例日报》', 'paper'],
  ['ＳＬ客户端', 'app'],
  ['sl 客户端', 'app'],
  ['别的日报', undefined],
])('%s is found by name or alias', (name, id) => {
  const outlets = [
    { id: 'paper', name: '示例日报', aliases: [] },
    { id: 'app', name: '示例客户端', aliases: ['SL客户端'] },
  ];
  expect(outletNamed(outlets, name)?.id).toBe(id);
});
