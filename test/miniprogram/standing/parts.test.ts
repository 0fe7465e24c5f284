import { renderComponent } from '../simulate';

test('the big number stands with its unit and its rank in words', () => {
  const head = renderComponent('components/standing-head/standing-head', {
    ...{ title: '本季积分', points: '12.5', unit: '分', rank: '全县第 7', owner: '林示例' },
  });
  expect(head.text()).toBe('林示例本季积分12.5分全县第7');
  head.detach();
});

test('a line of the ledger says what was undone, and opens at a tap', async () => {
  const line = renderComponent('components/ledger-line/ledger-line', {
    ...{ title: '老街路灯亮了', derivation: '省级 40', grey: '采用', amount: '+40 分' },
    ...{ isLess: true, mark: '已冲销' },
  });
  expect(line.text()).toContain('已冲销');
  expect(line.has('.less')).toBe(true);
  const opened = line.hear('open');
  await line.tap('老街路灯亮了');
  expect(opened).toHaveLength(1);
  line.detach();
});

test('a place of a ranking opens only where it leads somewhere', async () => {
  const place = { rank: '7', name: '城关镇联工委', amount: '12', mark: '我', isMine: true };
  const line = renderComponent('components/ranking-line/ranking-line', place);
  const opened = line.hear('open');
  await line.tap('7');
  expect(opened).toHaveLength(0);
  line.setProperties({ isOpen: true });
  await line.tap('7');
  expect(opened).toHaveLength(1);
  expect(line.text()).toContain('我');
  line.detach();
});
