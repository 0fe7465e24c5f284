import { columnsOf } from '../../../cloudfunctions/domain/draft/columns';
import type { Story } from '../../../cloudfunctions/domain/story/story';

const filed = (column: string | null, change: Partial<Story> = {}) => ({
  ...{ column, kind: 'news' as const, state: 'in_review' as const, ...change },
});

test.each<[string, string[][], ReturnType<typeof filed>[], string[]]>([
  [
    'what a channel is for comes first',
    [['委员风采']],
    [filed('乡村振兴')],
    ['委员风采', '乡村振兴'],
  ],
  ['each once', [['委员风采'], ['委员风采']], [filed('委员风采')], ['委员风采']],
  ['the last used first', [], [filed('乙'), filed('甲'), filed('乙')], ['乙', '甲']],
  ['stories in none', [[]], [filed(null)], []],
  ['never of an internal kind', [], [filed('内参', { kind: 'public_opinion' })], []],
  ['nor of what was dropped', [], [filed('丙', { state: 'spiked' })], []],
])('%s', (_what, channels, stories, columns) => {
  expect(columnsOf({ channels: channels.map((own) => ({ columns: own })), stories })).toEqual(
    columns,
  );
});
