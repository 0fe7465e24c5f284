import { uploadFile } from '../../../miniprogram/platform/uploads';
import { aTransfer, type Transfer } from '../a-transfer';
import { stubWx } from '../simulate';

interface Option {
  success(answer: { statusCode: number }): void;
  fail(): void;
}

let transfer: Transfer<Option>;
let percents: number[];

beforeEach(() => {
  percents = [];
  const { begin, ...begun } = aTransfer<Option>();
  transfer = begun.transfer;
  stubWx({ cloud: { uploadFile: begin } });
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

const upload = () =>
  uploadFile({ cloudPath: 'a', path: 'b', onProgress: (percent) => percents.push(percent) });

test('an upload that moves may take minutes, and leaves no timer behind', async () => {
  const uploading = upload();
  for (const progress of [20, 40, 60, 80, 100]) {
    jest.advanceTimersByTime(50_000);
    transfer.tell({ progress });
  }
  transfer.option.success({ statusCode: 204 });
  expect(await uploading).toBe(true);
  expect(percents).toEqual([20, 40, 60, 80, 100]);
  expect([transfer.aborts, jest.getTimerCount()]).toEqual([0, 0]);
});

test('an upload of which nothing more is heard is given up, so that the next can go', async () => {
  const uploading = upload();
  transfer.tell({ progress: 30 });
  jest.advanceTimersByTime(60_000);
  expect(await uploading).toBe(false);
  transfer.tell({ progress: 31 });
  expect([percents, transfer.aborts, jest.getTimerCount()]).toEqual([[30], 1, 0]);
});
