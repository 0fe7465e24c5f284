/** A standing as the cloud tells it. */
export const aPeriod = (change = {}) => ({
  ...{ period: '2026Q4', points: 1250, count: 100, yuan: null },
  ...{ rank: 7, movement: 3, toNext: 1200, ...change },
});

const owner = {
  ...{ kind: 'person' as const, id: 'lin', name: '林示例' },
  ...{ unitId: 'u1', unitName: '城关镇联工委' },
};
const months = Array.from({ length: 12 }, (_one, n) => ({
  ...{ period: `2026-${String(n + 1).padStart(2, '0')}`, points: n * 100 },
}));

export const aStanding = {
  ...{ owner, month: aPeriod(), quarter: aPeriod(), year: aPeriod(), all: aPeriod() },
  ...{ months, openTasks: 0 },
};
