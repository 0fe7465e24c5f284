import { fetchRemote } from '../../../miniprogram/platform/documents';
import { aTransfer, type Transfer } from '../a-transfer';
import { stubWx } from '../simulate';

interface Option {
  url: string;
  success(answer: { statusCode: number; tempFilePath: string }): void;
  fail(): void;
}

let transfer: Transfer<Option>;

beforeEach(() => {
  const { begin, ...begun } = aTransfer<Option>();
  transfer = begun.transfer;
  stubWx({ downloadFile: begin });
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

test('photos of a whole package may take minutes on their way down', async () => {
  const fetching = fetchRemote('https://example.cn/a.zip');
  for (const progress of [30, 60, 90]) {
    jest.advanceTimersByTime(50_000);
    transfer.tell({ progress });
  }
  transfer.option.success({ statusCode: 200, tempFilePath: 'wxfile://tmp_a.zip' });
  expect(await fetching).toBe('wxfile://tmp_a.zip');
  expect([transfer.aborts, jest.getTimerCount()]).toEqual([0, 0]);
});

test('a download of which nothing more is heard is given up, and can be tried again', async () => {
  const fetching = fetchRemote('https://example.cn/a.zip');
  transfer.tell({ progress: 30 });
  jest.advanceTimersByTime(60_000);
  await expect(fetching).rejects.toThrow('status');
  expect([transfer.aborts, jest.getTimerCount()]).toEqual([1, 0]);
});

test.each([
  ['failed', () => transfer.option.fail()],
  [
    'answered that nothing is there',
    () => transfer.option.success({ statusCode: 404, tempFilePath: '' }),
  ],
] as const)('a download that %s has no path', async (_, end) => {
  const fetching = fetchRemote('https://example.cn/a.zip');
  end();
  await expect(fetching).rejects.toThrow('status');
  expect(jest.getTimerCount()).toBe(0);
});
