/** The same cloud through `wx-server-sdk`, inside a function, as WeChat's documentation writes it. */
import { wechatPage } from '../../support/contract/case-tables';
import { type ContractCase, contractCase, type World } from '../../support/contract/contract';
import { phoneCall } from './identity';

const undeployed = 'the function of these cases is not deployed to a real environment';
const changelog = 'npm:wx-server-sdk 4.0.2, index.js';

const cases: Omit<ContractCase, 'localOnly'>[] = [
  {
    title: 'getWXContext tells openid, appid, environment and source',
    basis: 'documented',
    source: wechatPage('../utils/Cloud.getWXContext'),
    run: async (world) => {
      const who = await phoneCall(world, 'wechat', { act: 'who' }, 'oLin_0000001');
      expect(who).toMatchObject({
        OPENID: 'oLin_0000001',
        APPID: expect.stringMatching(/^wx/),
        ENV: expect.any(String),
      });
    },
  },
  {
    title: 'add and doc.get read each other, a missing document is null',
    basis: 'documented',
    source: wechatPage('collection/Collection.add'),
    run: async (world) => {
      const { name: collection } = await world.seed();
      const document = { n: 1, at: 'x' };
      const id = await act(world, { act: 'add', collection, document });
      expect(await act(world, { act: 'get', collection, id })).toEqual({ _id: id, ...document });
      expect(await act(world, { act: 'get', collection, id: 'none' })).toBeNull();
    },
  },
  {
    title: 'doc.get of a missing document fails unless throwOnNotFound is false',
    basis: 'documented',
    source: wechatPage('Cloud.database'),
    run: async (world) => {
      const { name: collection } = await world.seed();
      const answer = await act(world, { act: 'getStrict', collection, id: 'none' });
      expect(answer).toMatchObject({ message: expect.stringMatching(/not exist|cannot find/i) });
    },
  },
  {
    title: 'where, orderBy and field read what the other SDK wrote',
    basis: 'documented',
    source: wechatPage('collection/Collection.where'),
    run: async (world) => {
      const { name: collection } = await world.seed([1, 2, 3].map((n) => ({ n })));
      const found = await act(world, { act: 'find', collection, above: 1 });
      expect(found).toEqual([{ n: 3 }, { n: 2 }]);
    },
  },
  {
    title: 'update, set and remove answer their counts and are read by the other SDK',
    basis: 'documented',
    source: wechatPage('document/Document.update'),
    run: async (world) => {
      const collection = await world.seed([{ _id: 'a', n: 1 }, { _id: 'b' }]);
      const { name } = collection;
      const stats = await act(world, { act: 'update', collection: name, id: 'a', by: 4 });
      expect(stats).toEqual({ updated: 1 });
      await act(world, { act: 'set', collection: name, id: 'c', document: { n: 9 } });
      expect(await act(world, { act: 'remove', collection: name, id: 'b' })).toEqual({
        removed: 1,
      });
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual([
        { _id: 'a', n: 5 },
        { _id: 'c', n: 9 },
      ]);
    },
  },
  {
    title: 'count and aggregate',
    basis: 'documented',
    source: wechatPage('aggregate/Aggregate.group'),
    run: async (world) => {
      const { name: collection } = await world.seed([1, 2, 3].map((n) => ({ n })));
      expect(await act(world, { act: 'count', collection })).toBe(3);
      expect(await act(world, { act: 'sum', collection })).toEqual([{ _id: null, total: 6 }]);
    },
  },
  {
    title: 'runTransaction moves between two documents',
    basis: 'documented',
    source: wechatPage('Database.runTransaction'),
    run: async (world) => {
      const collection = await world.seed([
        { _id: 'a', n: 10 },
        { _id: 'b', n: 0 },
      ]);
      const event = { act: 'transfer', collection: collection.name, from: 'a', to: 'b', amount: 4 };
      expect(await act(world, event)).toBe('transferred');
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual([
        { _id: 'a', n: 6 },
        { _id: 'b', n: 4 },
      ]);
    },
  },
  {
    title: 'rollback with a reason undoes all and gives the reason',
    basis: 'documented',
    source: wechatPage('Database.runTransaction'),
    run: async (world) => {
      const before = [
        { _id: 'a', n: 3 },
        { _id: 'b', n: 0 },
      ];
      const collection = await world.seed(before);
      const event = { collection: collection.name, from: 'a', to: 'b', amount: 4 };
      expect(await act(world, { act: 'transferRefused', ...event })).toEqual({
        reason: 'not enough',
      });
      expect((await collection.orderBy('_id', 'asc').get()).data).toEqual(before);
    },
  },
  {
    title: 'callFunction calls a function beside it',
    basis: 'documented',
    source: wechatPage('../functions/Cloud.callFunction'),
    run: async (world) => {
      const event = { act: 'call', name: 'tools', data: { act: 'echo', n: 1 } };
      expect(await act(world, event)).toEqual({ act: 'echo', n: 1 });
    },
  },
  {
    title: 'a file is stored, downloaded, given an address and deleted',
    basis: 'documented',
    source: `${changelog}; ${wechatPage('../storage/Cloud.uploadFile')}`,
    run: async (world) => {
      const event = { act: 'store', cloudPath: 'contracts/茶.txt', text: '茶' };
      expect(await act(world, event)).toMatchObject({
        fileID: expect.stringMatching(/^cloud:/),
        text: '茶',
        status: 0,
      });
    },
  },
];

export const wechatSdkCases = cases.map((one) =>
  contractCase({ ...one, title: `wx-server-sdk: ${one.title}`, localOnly: undeployed }),
);

function act(world: World, event: object): Promise<unknown> {
  return phoneCall(world, 'wechat', event, 'oLin_0000001');
}
