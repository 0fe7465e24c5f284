import { command } from '../../../miniprogram/client/call';
import { readOutlets } from '../../../miniprogram/client/outlet-choices';
import { randomSource, stubWx } from '../simulate';

type Sent = { call: string; commandId?: string };

let sent: Sent[];
let answers: unknown[];

beforeEach(() => {
  sent = [];
  let made = 0;
  // A phone on which nothing can be kept.
  stubWx({
    getStorageSync: () => '',
    removeStorageSync: () => undefined,
    setStorageSync: () => {
      throw new Error('setStorageSync:fail exceed storage max size 10Mb');
    },
    getNetworkType: () => Promise.resolve({ networkType: 'none' }),
    ...randomSource(() => (made += 1)),
    cloud: {
      callFunction: ({ data }: { data: Sent }) => {
        sent.push(data);
        const result = answers.shift();
        return result ? Promise.resolve({ result }) : Promise.reject(new Error('no network'));
      },
    },
  });
});

test('on a full phone a command goes all the same, and again under its id until it is answered', async () => {
  answers = [undefined, { ok: true, value: {} }, { ok: true, value: {} }];
  const tap = () => command('newsroom', 'draft.drop', { draftId: 'draft-1' });
  expect(await tap()).toEqual({ ok: false, failure: 'no_network' });
  expect(await tap()).toEqual({ ok: true, value: {} });
  expect(await tap()).toEqual({ ok: true, value: {} });
  const [first, again, next] = sent.map(({ commandId }) => commandId);
  expect(again).toBe(first);
  expect(next).not.toBe(first);
});

test('on a full phone the outlets are shown, and only not kept', async () => {
  answers = [{ ok: true, value: { outlets: [{ id: 'outlet-1' }] } }];
  expect(await readOutlets()).toEqual([{ id: 'outlet-1' }]);
});
