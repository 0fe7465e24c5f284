import { uploadFile } from '../../../miniprogram/platform/uploads';
import { stubWx } from '../simulate';

interface Option {
  success(answer: { statusCode: number }): void;
  fail(): void;
}

let option: Option;
let tell: (progress: { progress: number }) => void;
let aborts: number;
let percents: number[];

beforeEach(() => {
  aborts = 0;
  percents = [];
  stubWx({
    cloud: {
      uploadFile: (given: Option) => {
        option = given;
        return {
          abort: () => (aborts += 1),
          onProgressUpdate: (listener: typeof tell) => (tell = listener),
        };
      },
    },
  });
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

const upload = () =>
  uploadFile({ cloudPath: 'a', path: 'b', onProgress: (percent) => percents.push(percent) });

test('an upload that moves may take minutes, and leaves no timer behind', async () => {
  const uploading = upload();
  for (const progress of [20, 40, 60, 80, 100]) {
    jest.advanceTimersByTime(50_000);
    tell({ progress });
  }
  option.success({ statusCode: 204 });
  expect(await uploading).toBe(true);
  expect(percents).toEqual([20, 40, 60, 80, 100]);
  expect([aborts, jest.getTimerCount()]).toEqual([0, 0]);
});

test('an upload of which nothing more is heard is given up, so that the next can go', async () => {
  const uploading = upload();
  tell({ progress: 30 });
  jest.advanceTimersByTime(60_000);
  expect(await uploading).toBe(false);
  tell({ progress: 31 });
  expect([percents, aborts, jest.getTimerCount()]).toEqual([[30], 1, 0]);
});
