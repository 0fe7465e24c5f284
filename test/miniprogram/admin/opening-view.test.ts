import { viewOf, type Report } from '../../../miniprogram/admin/opening/view';

const nothing: Report = {
  ...{ printings: 0, uncounted: 0, covered: 0, unruled: 0, balances: 0, sums: [], known: 0 },
  ...{ closedThrough: null, met: [], metCount: 0, problems: [], problemCount: 0 },
};

test('a clean file says what it would do, what it leaves out, and why', () => {
  const view = viewOf({
    ...nothing,
    ...{ printings: 9, uncounted: 1, covered: 2, unruled: 3, balances: 2, known: 4 },
    sums: [{ book: 'yuan', accounts: 2, amount: 120_050 }],
    closedThrough: '2026-10-31',
  });
  expect(view).toMatchObject({ mayImport: true, result: '检查通过，可以导入', note: '' });
  expect(view.lines).toEqual([
    '期初余额 2 笔，记在各年 1 月 1 日',
    '稿酬：2 户，共 1200.5 元',
    '往期采用 9 次，照刊发那天的计分办法计分',
    '其中 1 次表里填了“不计分”，只登记',
    '其中 2 次的作者或单位有期初余额，已经含在余额里，对他们不再计分；其他人照记',
    '其中 3 次那天还没有计分办法，只登记、不计分',
    '另有 4 行已经在系统里，不会重复。',
    '已经结账到 2026-10-31，这天以前的分记入后一天所在的账期。',
  ]);
});

test('a file with bad cells names their places and offers no import', () => {
  const at = { sheet: '往期采用', words: '不对。' };
  const view = viewOf({
    ...{ ...nothing, printings: 5, problemCount: 150 },
    problems: [
      { ...at, row: 3, cell: 'B3' },
      { ...at, row: 4, cell: null },
      { ...at, row: null, cell: null },
    ],
  });
  expect(view).toMatchObject({ mayImport: false, result: '有 150 处要改', lines: [] });
  expect(view.problems.map(({ place }) => place)).toEqual([
    ...['“往期采用”表 B3 格', '“往期采用”表第 4 行', '“往期采用”表'],
  ]);
  expect(view.more).toBe('还有 147 处，改好这些后再检查。');
});

test('where all is there already, nothing is offered', () => {
  expect(viewOf({ ...nothing, known: 7 })).toMatchObject({ mayImport: false, lines: [] });
});
