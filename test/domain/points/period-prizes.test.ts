import type { Member, WorkSubject } from '../../../cloudfunctions/domain/points/period-facts';
import { prizesOf, type Prize } from '../../../cloudfunctions/domain/points/period-prizes';

const member = (id: string): Member => ({
  account: { kind: 'person', id },
  ...{ unitClass: null, sums: { amounts: [], counts: [], kept: [] }, filed: {}, facts: [] },
  ...{ unpaid: [], shortBefore: {}, jury: 0, brought: [] },
});

const prize: Prize = {
  ...{ kind: 'prize', among: 'works', by: { kind: 'amount', book: 'points', categories: [] } },
  ...{ least: 0, places: [{ to: 1, amount: 1000 }] },
};

test('the odd hundredth of a shared prize does not depend on who is read first', () => {
  const members = ['wu', 'lin', 'xu'].map(member);
  const work: WorkSubject = {
    ...{ ruleId: 'best', workId: 'lights', score: 900 },
    holders: members.map(({ account }, place) => ({
      ...{ ownerKey: `person:${account.id}`, weight: 300, place },
    })),
  };
  const amounts = (all: Member[]) =>
    new Map(prizesOf(prize, all, [work]).map(({ account, amount }) => [account.id, amount]));
  const won = amounts(members);
  expect([...won.values()].sort()).toEqual([333, 333, 334]);
  expect(amounts([...members].reverse())).toEqual(won);
});
