/** Reports of printings, as domain tests make them. */
import type { PrintingReport } from '../../../cloudfunctions/domain/adoption/report-printing';

export const aWork: PrintingReport['work'] = {
  id: 'story-0001',
  storyId: 'story-0001',
  storyNumber: '2026-1122-城关-03',
  headline: '城关镇议事室解决路灯难题',
  kind: 'news',
  column: null,
  unitId: 'township-1',
  credits: [{ personId: 'lin-00001', name: '林示例', part: 'text', isJournalist: false }],
  photoCount: 1,
};

export function aReport(change: Partial<PrintingReport> = {}): PrintingReport {
  return {
    work: aWork,
    unitPath: ['township-1', 'county-01'],
    peopleIds: ['lin-00001'],
    outlet: { _id: 'outlet-001', name: '示例日报' },
    outletName: '示例日报',
    printedOn: '2026-11-22',
    position: 'front',
    headline: '老街路灯亮了',
    isAfterKill: false,
    evidence: {
      ...{ source: 'report', byId: 'lin-00001', byName: '林示例', at: 1000 },
      ...{ url: 'https://example.cn/1', fileId: null, note: '' },
    },
    isTrusted: false,
    on: '2026-11-23',
    ...change,
  };
}
