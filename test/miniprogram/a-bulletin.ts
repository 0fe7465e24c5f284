/** A bulletin as the cloud answers it, before anything is in it. */
export const aBulletin = {
  period: {
    ...{ period: '2026-10', state: 'closed', isComputing: false, draftedAt: 1, closedAt: 1 },
    ...{ noticeUntil: null, closedByName: '', digest: null, allowed: [], version: 1 },
  },
  ...{ organName: '', columns: [], units: [], people: [], pages: 1, totals: {} },
  ...{ unitCount: 0, personCount: 0, zero: [], named: [], openAppeals: null },
};
